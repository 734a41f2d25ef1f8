package import PraxisDomain

/// Lets a new account in, or not.
package enum DecideAccount: Act, AuditedAct {
    package static let name = "decideAccount", allowed: Capacities = [.siteAdministrator], scope = ActScope.site
}

extension [any Act.Type] {
    static let people: Self = [DecideAccount.self]
}

extension AuditAct {
    package static let accountApproved: AuditAct = "account-approved"
    package static let accountDeclined: AuditAct = "account-declined"
    package static let accountAdded: AuditAct = "account-added"
    package static let accountChanged: AuditAct = "account-changed"
}
