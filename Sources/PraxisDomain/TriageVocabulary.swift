// The words of triage, spelt as the API and the tables spell them.

/// Why a post was reported.
package enum ReportReason: String, CaseIterable, Codable, Sendable {
    /// A client, pupil or family could be recognised: holds the post at once.
    case identifiesClient = "identifies-client"
    /// About the author rather than the post: somebody should look after this person.
    case worried
    case disrespect
    case offTopic = "off-topic"
    case spam, other
}

/// What waits in a moderation queue.
package enum QueueItemKind: String, CaseIterable, Codable, Sendable {
    case report
    /// A post of a newcomer, held until somebody has read it.
    case held
    /// Somebody asks to join the community or a group.
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

package enum QueueItemState: String, CaseIterable, Codable, Sendable { case open, decided }

/// How far a queue item has come.
package enum QueueLevel: String, CaseIterable, Codable, Sendable {
    /// With the facilitators and moderators of its place.
    case place
    /// With the community's safeguarding contact, too.
    case safeguarding
}

/// A line of a queue item's timeline.
package enum QueueStep: String, CaseIterable, Codable, Sendable {
    case reported, held, asked
    /// The author changed the post.
    case edited
    case claimed, released, noted
    case passedOn = "passed-on"
    case decided, undone
}

/// Reasons that a moderator picks from a list, said to the author in the author's language.
package enum StockReason: String, CaseIterable, Codable, Sendable {
    case identifiesClient = "identifies-client"
    case disrespect
    case offTopic = "off-topic"
    case spam, duplicate
}
