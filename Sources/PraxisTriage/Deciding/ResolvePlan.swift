package import PraxisDomain

/// What a decision makes of a queue item, from values alone.
package enum ResolvePlan {
    /// Whether the author of a post must be told why.
    package static func needsReason(_ action: QueueAction) -> Bool { action == .hide || action == .return }

    /// What the post becomes; a report that is dismissed leaves it, or gives it back, to everyone.
    ///
    /// Returns nil if the post is left alone: a person is looked after, whatever else is decided about what they wrote.
    package static func state(after action: QueueAction, about reason: ReportReason?) -> PostState? {
        switch action {
        case .dismiss where reason == .worried: nil
        case .approve, .dismiss: .published
        case .hide, .return: .hidden
        default: nil
        }
    }

    /// Whether the author is told: where something happened to the post, or it was waiting.
    package static func tellsAuthor(_ action: QueueAction, about reason: ReportReason?, former: PostState) -> Bool {
        guard let state = state(after: action, about: reason) else { return false }
        return state != former && former != .withdrawn
    }
}

/// What can be decided on items of a kind, and how they end: from values alone.
package struct QueueChoices: Sendable {
    /// What an item takes, also actions of the kind's own; `reason` is the item's own: reports of worry about a person get a separate item.
    package let actions: @Sendable (_ reason: ReportReason?) -> [QueueAction]
    /// What the page of an item offers, in the order in which it is shown; `post` is the state of the post that it is about.
    package let verbs: @Sendable (_ reason: ReportReason?, _ post: PostState?) -> [QueueVerb]
    package let end: @Sendable (QueueAction, _ reason: ReportReason?) -> QueueEnd

    package init(
        actions: @escaping @Sendable (ReportReason?) -> [QueueAction],
        verbs: @escaping @Sendable (ReportReason?, PostState?) -> [QueueVerb],
        end: @escaping @Sendable (QueueAction, ReportReason?) -> QueueEnd
    ) {
        self.actions = actions
        self.verbs = verbs
        self.end = end
    }
}

extension QueueChoices {
    /// A worry is about a person: it ends with someone looking after them, and its post is given back to its author at most.
    package static let report = QueueChoices(
        actions: { $0 == .worried ? [.dismiss, .return] : [.approve, .return, .hide, .dismiss] },
        verbs: { reason, post in
            let isSeen = post == .published || post == .held
            if reason == .worried { return isSeen ? [.lookAfter, .giveBack] : [.lookAfter] }
            return isSeen ? [.keep, .giveBack, .hide] : post == .hidden ? [.leave, .showAgain] : [.leave]
        },
        end: { action, reason in
            switch action {
            case .hide: .hidden
            case .return: .returned
            case .dismiss: reason == .worried ? .lookedAfter : .kept
            default: .approved
            }
        }
    )

    package static let held = QueueChoices(
        actions: { _ in [.approve, .return, .hide] },
        verbs: { _, _ in [.approve, .giveBack, .hide] },
        end: { action, _ in action == .hide ? .hidden : action == .return ? .returned : .approved }
    )

    /// What someone asked for is accepted or declined.
    package static let request = QueueChoices(
        actions: { _ in [.approve, .dismiss] },
        verbs: { _, _ in [.accept, .decline] },
        end: { action, _ in action == .approve ? .accepted : .declined }
    )
}
