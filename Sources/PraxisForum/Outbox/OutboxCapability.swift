import PraxisWeb

extension Capability {
    /// Outgoing mail: what waits, what failed, what was sent.
    static let outbox = Capability(
        "outbox",
        acts: .outbox,
        audits: .outbox,
        routes: Route.outbox
    )
}
