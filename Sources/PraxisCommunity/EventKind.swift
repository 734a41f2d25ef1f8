package import PraxisDomain
package import PraxisStore

/// The consequences of an event: which kept pages become stale, whose rights may have changed, and what listeners are told.
///
/// The journal records events; a kind says what follows from the entries of one `Event`. The capability that records an event declares
/// its kind, once. Capabilities whose pages or rows depend on it add to it with `also(_:stales:follows:)`.
///
///     extension EventKind {
///         static let reactions: [EventKind] = [EventKind("reacted", stales: place), .also("withdrawn", stales: place)]
///     }
///
/// **Guarantees**
///
/// - An event for which nothing is declared makes every page stale, has everyone's rights checked again, and is told to no one.
/// - The stale pages of an event are those of all its declarations together.
/// - What `follows` does is done in the transaction that records the event, or the command is undone.
/// - Pages are marked stale before the caller of the command is answered, and ended rights take effect before listeners are told.
///
/// Rights and messages come from the event's own kind. An event with additions but no kind of its own changes no rights and is told to
/// no one, so declare it.
///
/// **Errors.** If `tells` throws, the error is logged and the streams that were being told end; their clients connect again.
package struct EventKind: Sendable {
    /// Pages that an entry makes stale; nil for every page.
    package typealias Stales = @Sendable (JournalEntry) -> Set<Snapshots.Topic>?
    /// What is told about an entry, as things stand at that time; nil if no listener is told.
    package typealias Tells = @Sendable (JournalEntry, DB) throws -> LiveMessage?

    /// Whose rights may have changed.
    package enum Rights: Sendable {
        case unchanged
        /// The rights of the member who is the entry's subject.
        case ofSubject
        /// The rights of everyone in the entry's community.
        case ofCommunity
        case ofEveryone
    }

    package let event: Event
    package let isOwn: Bool
    let stales: Stales
    let rights: Rights
    let tells: Tells?
    package let follower: Follower?

    package init(
        _ event: Event,
        stales: @escaping Stales = EventKind.everything,
        rights: Rights = .unchanged,
        tells: Tells? = nil
    ) {
        self.event = event
        self.stales = stales
        self.rights = rights
        self.tells = tells
        isOwn = true
        follower = nil
    }

    private init(also event: Event, stales: @escaping Stales, follows: Follower.Action?) {
        self.event = event
        self.stales = stales
        rights = .unchanged
        tells = nil
        isOwn = false
        follower = follows.map { Follower(event, $0) }
    }

    /// What follows from an event of another capability in addition: pages that it makes stale, what is done in the same transaction.
    package static func also(
        _ event: Event,
        stales: @escaping Stales = EventKind.nothing,
        follows: Follower.Action? = nil
    ) -> EventKind { EventKind(also: event, stales: stales, follows: follows) }

    package static let everything: Stales = { _ in nil }
    package static let nothing: Stales = { _ in [] }

    /// The thread, the group and the community in which it happened.
    package static let place: Stales = { entry in
        Set(
            [
                entry.thread.map(Snapshots.Topic.thread), entry.group.map(Snapshots.Topic.group),
                entry.community.map(Snapshots.Topic.community),
            ]
            .compactMap { $0 }
        )
    }
}

/// All declared kinds, by event.
package struct EventKinds: Sendable {
    private let kinds: [Event: [EventKind]]

    package let followers: Followers

    package init(_ kinds: [EventKind]) {
        self.kinds = Dictionary(grouping: kinds, by: \.event)
        followers = Followers(kinds.compactMap(\.follower))
    }

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

    /// What is told about an entry; returns nil if no listener is told.
    func message(of entry: JournalEntry, _ db: DB) throws -> LiveMessage? {
        try kinds[entry.event]?.first(where: \.isOwn)?.tells?(entry, db)
    }
}
