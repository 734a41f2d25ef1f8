package import PraxisDomain
package import PraxisStore

/// What follows from an event: which kept pages it makes stale, whose rights it may have changed, who is told of it while they listen.
///
/// An event is declared once, by the capability that records it. Others that it concerns add to it (`also`): what is stale is then
/// stale for either. One that nobody declares makes everything stale and has everyone's rights asked anew.
package struct EventKind: Sendable {
    /// Pages that an entry makes stale; `nil` for every page.
    package typealias Stales = @Sendable (JournalEntry) -> Set<Snapshots.Topic>?
    /// What is told of an entry, as things stand now; `nil` if nobody who listens is told of it.
    package typealias Tells = @Sendable (JournalEntry, DB) throws -> LiveMatter?

    /// Whose rights may be others now.
    package enum Rights: Sendable {
        case unchanged
        /// Those of the member who is the entry's subject.
        case ofSubject
        /// Those of everyone in the entry's community.
        case ofCommunity
        case ofEveryone
    }

    package let event: Event
    package let isOwn: Bool
    let stales: Stales
    let rights: Rights
    let tells: Tells?

    package init(
        _ event: Event,
        stales: @escaping Stales = EventKind.everything,
        rights: Rights = .unchanged,
        tells: Tells? = nil
    ) {
        (self.event, self.stales, self.rights, self.tells, isOwn) = (event, stales, rights, tells, true)
    }

    private init(also event: Event, stales: @escaping Stales) {
        (self.event, self.stales, rights, tells, isOwn) = (event, stales, .unchanged, nil, false)
    }

    /// What an event of another capability makes stale besides.
    package static func also(_ event: Event, stales: @escaping Stales) -> EventKind {
        EventKind(also: event, stales: stales)
    }

    package static let everything: Stales = { _ in nil }
    package static let nothing: Stales = { _ in [] }

    /// The thread, the group and the community that it happened in.
    package static let place: Stales = { entry in
        Set(
            [entry.thread.map(Snapshots.Topic.thread), entry.group.map(Snapshots.Topic.group), entry.community.map(Snapshots.Topic.community)]
                .compactMap { $0 }
        )
    }
}

/// All that is declared, by event.
package struct EventKinds: Sendable {
    private let kinds: [Event: [EventKind]]

    package init(_ kinds: [EventKind]) { self.kinds = Dictionary(grouping: kinds, by: \.event) }

    /// Pages that an entry makes stale; returns nil for every page.
    func stales(_ entry: JournalEntry) -> Set<Snapshots.Topic>? {
        guard let kinds = kinds[entry.event] else { return nil }
        var topics: Set<Snapshots.Topic> = []
        for kind in kinds {
            guard let more = kind.stales(entry) else { return nil }
            topics.formUnion(more)
        }
        return topics
    }

    func rights(_ event: Event) -> EventKind.Rights {
        guard let kinds = kinds[event] else { return .ofEveryone }
        return kinds.first(where: \.isOwn)?.rights ?? .unchanged
    }

    /// What is told of an entry; returns nil if nobody who listens is told of it.
    func matter(of entry: JournalEntry, _ db: DB) throws -> LiveMatter? {
        try kinds[entry.event]?.first(where: \.isOwn)?.tells?(entry, db)
    }
}
