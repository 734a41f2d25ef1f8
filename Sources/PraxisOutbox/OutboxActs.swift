package import PraxisDomain

/// Sees outgoing mail, and has it tried again.
package enum LookAfterMail: Act, AuditedAct {
    package static let name = "lookAfterMail", allowed: Capacities = [.siteAdministrator], scope = ActScope.site
}

extension [any Act.Type] {
    package static let outbox: Self = [LookAfterMail.self]
}

extension AuditAct {
    /// Mail that had been given up is retried.
    package static let mailRetried: AuditAct = "mail-retried"
    /// A site administrator had a mail sent to themselves, to see whether it arrives.
    package static let mailTested: AuditAct = "mail-tested"
}
