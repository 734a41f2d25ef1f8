package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb

/// The site as the sum of its capabilities.
package enum Forum {
    /// The one list: a capability that is not in it does not exist.
    package static let capabilities: [Capability] = [
        .people, .outbox, .home, .communities, .groups, .threads, .search, .live, .digest, .standing, .audit, .triage,
        .imports, .reactions,
    ]

    /// By their numbers, which order them.
    package static let migrations = capabilities.flatMap(\.migrations).sorted { $0.number < $1.number }

    /// Everything that the policy decides on: what the kernel asks, then what each capability adds.
    package static let acts: [any Act.Type] = .places + capabilities.flatMap(\.acts)

    /// What the audit log can tell of.
    package static let audits: [AuditAct] = capabilities.flatMap(\.audits)

    /// What follows from each event.
    package static let events: [EventKind] = capabilities.flatMap(\.events)

    /// How each kind of queued mail is made.
    package static let mails: [MailTemplate] = capabilities.flatMap(\.mails)

    /// What stands in lists of links on other pages.
    package static let links: [MenuLink] = capabilities.flatMap(\.links)

    /// What `praxis verify` asks.
    package static let checks: [VerifyCheck] = capabilities.flatMap(\.checks)

    /// What is looked for once a minute.
    package static let ticks: [Tick] = capabilities.flatMap(\.ticks)

    /// What capabilities add to each post.
    package static let postSlots: [PostSlot] = capabilities.flatMap(\.posts)

    package static let routes: [Route] = served + [OpenAPI.route(describing: served)]

    private static let served = Assets.routes + capabilities.flatMap(\.routes)
}
