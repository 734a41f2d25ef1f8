/// How it is known that a member was at a date.
package enum AttendanceWay: String, CaseIterable, Codable, Sendable {
    /// They said so themselves.
    case own
    /// They typed the code word that was shown while people met.
    case code
    /// A host ticked them, or said that they were not there.
    case host
    /// A host took it from the list of the tool in which people met.
    case file

    /// Whether a host has said it, so that the member does not change it.
    var isHosts: Bool { self == .host || self == .file }
}
