import PraxisCapability

extension [TableRule] {
    static let audit: Self = [
        TableRule(
            "audit",
            .stays(because: "its chain of hashes proves what was done on this site"),
            .never(because: "it only grows")
        ),
        TableRule("auditHead", .stays(because: "it is the end of the audit log"), .never(because: "it only grows")),
    ]
}
