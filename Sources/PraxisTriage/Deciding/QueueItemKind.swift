/// What waits in a moderation queue.
///
/// An open set: a capability adds its own, with what is offered and shown of it.
package struct QueueItemKind: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
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
