// The vocabulary of triage, spelt as in the API and the tables.

/// Why a post was reported.
package enum ReportReason: String, CaseIterable, Codable, Sendable {
    /// A client, pupil or family could be recognised: holds the post immediately.
    case identifiesClient = "identifies-client"
    /// About the author rather than the post: someone should look after this person.
    case worried
    case disrespect
    case offTopic = "off-topic"
    case spam, other
}

/// What waits in a moderation queue.
///
/// An open set: a capability adds its own, with what is offered and shown of it.
package struct QueueItemKind: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
}

/// What a moderator decides on a queue item.
package enum QueueAction: String, CaseIterable, Codable, Sendable {
    case approve, hide
    /// Back to its author, with a reason.
    case `return`
    /// Of a report: nothing needs to be done.
    case dismiss
}

/// The outcome of a queue item, as people are told: an action means different things for a post, a request and a person.
package enum QueueEnd: String, CaseIterable, Codable, Sendable {
    /// A post that was held, or had been removed, is visible to everyone.
    case approved
    /// Nothing needed to be done about a reported post.
    case kept
    case hidden, returned
    /// Someone is looking after the person that a report is about.
    case lookedAfter = "looked-after"
    /// What someone asked for.
    case accepted, declined
}

/// What the page of a queue item offers: each is an action, named to fit what the item is about.
package enum QueueVerb: Sendable {
    case approve, keep, giveBack, hide
    /// For a report on a post that was removed by other means.
    case showAgain
    /// For a report on a post that no one is shown any more: there is nothing left to decide.
    case leave
    case lookAfter
    case accept, decline

    package var action: QueueAction {
        switch self {
        case .approve, .showAgain, .accept: .approve
        case .keep, .leave, .lookAfter, .decline: .dismiss
        case .giveBack: .return
        case .hide: .hide
        }
    }
}

package enum QueueItemState: String, CaseIterable, Codable, Sendable { case open, decided }

/// How far a queue item has been escalated.
package enum QueueLevel: String, CaseIterable, Codable, Sendable {
    /// To the facilitators and moderators of its place.
    case place
    /// To the community's safeguarding contact as well.
    case safeguarding
}

/// An entry of a queue item's timeline.
package enum QueueStep: String, CaseIterable, Codable, Sendable {
    case reported, held, asked
    /// The author changed the post.
    case edited
    case claimed, released, noted
    case passedOn = "passed-on"
    case decided, undone
}

/// Reasons that a moderator picks from a list, shown to the author in the author's language.
package enum StockReason: String, CaseIterable, Codable, Sendable {
    case identifiesClient = "identifies-client"
    case disrespect
    case offTopic = "off-topic"
    case spam, duplicate
}
