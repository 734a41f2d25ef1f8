package import PraxisDomain

package enum Report: Act, PlainAct {
    package static let name = "report", allowed: Capacities = [.groupMember], scope = ActScope.thread
    package static let writes = false
}

extension [any Act.Type] {
    static let reports: Self = [Report.self]
}

extension AuditAct {
    package static let claimed: AuditAct = "claimed"
    package static let released: AuditAct = "released"
    package static let resolved: AuditAct = "resolved"
    package static let undone: AuditAct = "undone"
    package static let noted: AuditAct = "noted"
    /// The safeguarding contact opened a post of a group they have not joined.
    package static let safeguardingLook: AuditAct = "safeguarding-look"
    /// A queue item was passed on to the safeguarding contact.
    package static let passedOn: AuditAct = "passed-on"
}
