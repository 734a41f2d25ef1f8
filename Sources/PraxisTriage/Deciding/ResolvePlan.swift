package import PraxisDomain

/// What a decision makes of a queue item, from values alone.
package enum ResolvePlan {
    /// What an item takes.
    ///
    /// A worry is about a person: it ends with someone looking after them, and its post is given back to its author at most.
    package static func actions(for kind: QueueItemKind, _ reason: ReportReason?) -> [QueueAction] {
        switch kind {
        case .report: reason == .worried ? [.dismiss, .return] : [.approve, .return, .hide, .dismiss]
        case .held: [.approve, .return, .hide]
        case .request: [.approve, .dismiss]
        }
    }

    /// What the page of an item offers, in the order in which it is shown; `post` is the state of the post that it is about.
    package static func verbs(
        for kind: QueueItemKind,
        _ reason: ReportReason?,
        on post: PostState?
    ) -> [QueueVerb] {
        let isSeen = post == .published || post == .held
        switch kind {
        case .request: return [.accept, .decline]
        case .held: return [.approve, .giveBack, .hide]
        case .report where reason == .worried: return isSeen ? [.lookAfter, .giveBack] : [.lookAfter]
        case .report where isSeen: return [.keep, .giveBack, .hide]
        case .report: return post == .hidden ? [.leave, .showAgain] : [.leave]
        }
    }

    /// Whether the author must be told why.
    package static func needsReason(_ action: QueueAction) -> Bool { action == .hide || action == .return }

    /// What the post becomes; a report that is dismissed leaves it, or gives it back, to everyone.
    ///
    /// Returns nil if the post is left alone: a person is looked after, whatever else is decided about what they wrote.
    package static func state(after action: QueueAction, about reason: ReportReason?) -> PostState? {
        switch action {
        case .dismiss where reason == .worried: nil
        case .approve, .dismiss: .published
        case .hide, .return: .hidden
        }
    }

    /// Whether the author is told: where something happened to the post, or it was waiting.
    package static func tellsAuthor(_ action: QueueAction, about reason: ReportReason?, former: PostState) -> Bool {
        guard let state = state(after: action, about: reason) else { return false }
        return state != former && former != .withdrawn
    }
}
