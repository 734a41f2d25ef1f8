package import PraxisDomain

/// What a decision makes of a queue item: from its kind alone.
package enum ResolvePlan {
    /// The verbs in the order in which every page shows them.
    package static func actions(for kind: QueueItemKind) -> [QueueAction] {
        switch kind {
        case .report: [.approve, .return, .hide, .dismiss]
        case .held: [.approve, .return, .hide]
        case .request: [.approve, .dismiss]
        }
    }

    /// Whether the author must be told why.
    package static func needsReason(_ action: QueueAction) -> Bool { action == .hide || action == .return }

    /// What the post becomes; a report that is dismissed leaves it, or gives it back, to everybody.
    package static func state(after action: QueueAction) -> PostState {
        switch action {
        case .approve, .dismiss: .published
        case .hide, .return: .hidden
        }
    }

    /// Whether the author is told: where something happened to the post, or it was waiting.
    package static func tellsAuthor(_ action: QueueAction, former: PostState) -> Bool {
        state(after: action) != former && former != .withdrawn
    }
}
