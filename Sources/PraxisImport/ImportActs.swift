package import PraxisDomain

extension AuditAct {
    package static let imported: AuditAct = "imported"
    package static let restored: AuditAct = "restored"
}
