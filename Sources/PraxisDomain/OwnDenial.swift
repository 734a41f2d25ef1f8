/// A refusal that a capability declares, beside the commands that throw it.
///
///     extension Denial { package static let closed = Denial.own("closed", .forbidden) }
///
/// `denials` in the capability's words has its sentence.
package protocol CapabilityDenial: Equatable, Sendable {
    /// A short stable name, the last part of a problem's `type`.
    var name: String { get }
    var status: OwnDenial.Status { get }
    /// Under what its sentence stands; its name unless said.
    var sentence: String { get }
    /// What fills the gaps of the sentence.
    var values: [String: String] { get }
    /// What programs are told besides, by the members of a problem document.
    var details: [String: OwnDenial.Detail] { get }
}

extension CapabilityDenial {
    package var sentence: String { name }
    package var values: [String: String] { [:] }
    package var details: [String: OwnDenial.Detail] { [:] }

    fileprivate func equals(_ other: any CapabilityDenial) -> Bool { other as? Self == self }
}

/// Any of them.
package struct OwnDenial: Equatable, Sendable {
    /// What kind of refusal it is: it decides the heading of the page and the HTTP status.
    package enum Status: Sendable { case forbidden, conflict, unprocessable }

    package enum Detail: Equatable, Sendable {
        case text(String)
        case moment(Timestamp)
        /// No id if the account is gone.
        case person(MemberID?, String)
    }

    package let denial: any CapabilityDenial

    package init(_ denial: any CapabilityDenial) { self.denial = denial }

    package static func == (one: OwnDenial, other: OwnDenial) -> Bool { one.denial.equals(other.denial) }
}

extension Denial {
    /// A refusal of which there is no more to tell than its sentence.
    package static func own(_ name: String, _ status: OwnDenial.Status) -> Denial {
        .own(OwnDenial(PlainDenial(name: name, status: status)))
    }
}

private struct PlainDenial: CapabilityDenial {
    let name: String
    let status: OwnDenial.Status
}
