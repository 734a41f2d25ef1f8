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
package enum QueueItemKind: String, CaseIterable, Codable, Sendable {
    case report
    /// A newcomer's post, held until it has been reviewed.
    case held
    /// A request to join the community or a group.
    case request
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
    /// A request to join.
    case accepted, declined

    /// `reason` is the item's own: reports of worry about a person get a separate item.
    package init(_ action: QueueAction, on kind: QueueItemKind, _ reason: ReportReason?) {
        switch (kind, action) {
        case (.request, .approve): self = .accepted
        case (.request, _): self = .declined
        case (_, .hide): self = .hidden
        case (_, .return): self = .returned
        case (.report, .dismiss): self = reason == .worried ? .lookedAfter : .kept
        case (_, .approve), (_, .dismiss): self = .approved
        }
    }
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
