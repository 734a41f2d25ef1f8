package import PraxisDomain

extension AuditAct {
    package static let exported: AuditAct = "exported"
}
