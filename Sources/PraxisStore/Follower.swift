package import PraxisDomain

/// What a capability does when an event of another is recorded: in the same transaction, before the command goes on.
///
/// It acts in the name of the member who caused the entry, within the place of the entry, and may record entries of its own, which have
/// followers in turn. If it throws, the command is undone.
package struct Follower: Sendable {
    package typealias Action = @Sendable (JournalEntry, WriteDB, borrowing Mandate<Consequence>) throws -> Void

    package let event: Event
    let action: Action

    package init(_ event: Event, _ action: @escaping Action) { (self.event, self.action) = (event, action) }
}

/// The act of a follower: what follows from an entry that somebody else's permit recorded.
package enum Consequence {}

/// All followers, by event, each event's in the order in which they were listed.
package struct Followers: Sendable {
    package static let none = Followers([])

    private let actions: [Event: [Follower.Action]]

    package init(_ followers: [Follower]) {
        actions = Dictionary(grouping: followers, by: \.event).mapValues { $0.map(\.action) }
    }

    subscript(event: Event) -> [Follower.Action] { actions[event] ?? [] }
}
