/// What a moderator decides on a queue item.
///
/// An open set: a kind of item that a capability brings may take actions of its own.
package struct QueueAction: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }

    package static let approve: QueueAction = "approve"
    package static let hide: QueueAction = "hide"
    /// Back to its author, with a reason.
    package static let `return`: QueueAction = "return"
    /// Of a report: nothing needs to be done.
    package static let dismiss: QueueAction = "dismiss"
}

/// The outcome of a queue item, as people are told: an action means different things for a post, a request and a person.
///
/// An open set: what is said of an outcome stands under its word in the words of the capability that brings it.
package struct QueueEnd: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }

    /// A post that was held, or had been removed, is visible to everyone.
    package static let approved: QueueEnd = "approved"
    /// Nothing needed to be done about a reported post.
    package static let kept: QueueEnd = "kept"
    package static let hidden: QueueEnd = "hidden"
    package static let returned: QueueEnd = "returned"
    /// Someone is looking after the person that a report is about.
    package static let lookedAfter: QueueEnd = "looked-after"
    /// What someone asked for.
    package static let accepted: QueueEnd = "accepted"
    package static let declined: QueueEnd = "declined"
}
