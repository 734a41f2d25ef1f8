import PraxisDomain
package import PraxisWords

/// What the page of a queue item offers: an action, named to fit what the item is about.
package struct QueueVerb: Sendable {
    /// How weighty its button looks.
    package enum Look: Sendable { case usual, quiet, grave }

    package let action: QueueAction
    let key: QueueKey?
    let look: Look
    let name: @Sendable (Words) -> String

    init(_ action: QueueAction, _ key: QueueKey, _ look: Look = .usual, _ name: @escaping @Sendable (Words) -> String) {
        (self.action, self.key) = (action, key)
        (self.look, self.name) = (look, name)
    }

    /// One of another capability's, which has no key.
    package init(_ action: QueueAction, _ look: Look = .usual, _ name: @escaping @Sendable (Words) -> String) {
        (self.action, key) = (action, nil)
        (self.look, self.name) = (look, name)
    }
}

extension QueueVerb {
    static let approve = QueueVerb(.approve, .approve) { $0.triage.verbs.approve() }
    static let keep = QueueVerb(.dismiss, .approve) { $0.triage.verbs.keep() }
    static let giveBack = QueueVerb(.return, .return, .quiet) { $0.triage.verbs.giveBack() }
    static let hide = QueueVerb(.hide, .hide, .grave) { $0.triage.verbs.hide() }
    /// For a report on a post that was removed by other means.
    static let showAgain = QueueVerb(.approve, .approve) { $0.triage.verbs.showAgain() }
    /// For a report on a post that no one is shown any more: there is nothing left to decide.
    static let leave = QueueVerb(.dismiss, .dismiss) { $0.triage.verbs.dismiss() }
    static let lookAfter = QueueVerb(.dismiss, .dismiss) { $0.triage.verbs.lookAfter() }
    package static let accept = QueueVerb(.approve, .approve) { $0.triage.verbs.accept() }
    /// A request that is declined goes the way of a post that is removed.
    package static let decline = QueueVerb(.dismiss, .hide, .quiet) { $0.triage.verbs.decline() }
}
