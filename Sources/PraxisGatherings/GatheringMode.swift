/// How people take part in a date.
package enum GatheringMode: String, CaseIterable, Codable, Sendable {
    case online
    case inPerson = "in-person"
    case hybrid

    var hasPlace: Bool { self != .online }
    var hasLink: Bool { self != .inPerson }
}
