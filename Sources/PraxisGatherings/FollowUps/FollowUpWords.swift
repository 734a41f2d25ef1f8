package import PraxisWords

/// What is to be done after a date.
package final class GatheringFollowUpWords: Decodable, Sendable {
    package let heading: Phrase
    /// Those of the kind resource, on the page of their group.
    package let resources: Phrase
    package let none: Phrase
    package let add: Phrase
    package let isAdded: Phrase
    package let title: Phrase
    package let kind: Phrase
    package let kinds: Kinds
    package let owner: Phrase
    package let nobody: Phrase
    package let myself: Phrase
    package let due: Phrase
    package let ownedBy: Phrase
    package let free: Phrase
    package let ownerLeft: Phrase
    package let dueBy: Phrase
    package let overdue: Phrase
    package let stillOpen: Phrase
    package let isOpen: Phrase
    package let isDone: Phrase
    package let isDropped: Phrase
    package let done: Phrase
    package let drop: Phrase
    package let reopen: Phrase
    package let nowDone: Phrase
    package let nowDropped: Phrase
    package let nowOpen: Phrase

    package final class Kinds: Decodable, Sendable {
        package let campaign: Phrase
        package let resource: Phrase
        package let peerSupport: Phrase
        package let peerSupervision: Phrase
        package let somethingElse: Phrase
    }
}

extension GatheringFollowUpWords {
    func name(of kind: FollowUpKind) -> String {
        switch kind {
        case .campaign: kinds.campaign()
        case .resource: kinds.resource()
        case .peerSupport: kinds.peerSupport()
        case .peerSupervision: kinds.peerSupervision()
        case .other: kinds.somethingElse()
        }
    }

    /// That it is so now.
    func sentence(_ state: FollowUpState) -> String {
        switch state {
        case .open: nowOpen()
        case .done: nowDone()
        case .dropped: nowDropped()
        }
    }
}
