import PraxisWeb

extension Capability {
    /// The audit log, as each reader may know of it.
    static let audit = Capability(
        "audit",
        acts: .audit,
        routes: Route.auditRoutes,
        checks: .audit
    )
}
