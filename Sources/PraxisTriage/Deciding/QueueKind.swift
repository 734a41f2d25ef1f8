package import HTML
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// A kind of thing that waits in the queue, as a capability brings it: in lists, on its page, in the API and in the audit log.
///
/// Who decides on it follows from what it is about: a post is moderated, with the safeguarding contact behind it; anything else is decided by
/// those who decide on requests in its place. Whose it is never decides.
package struct QueueKind: CapabilityPart {
    package let kind: QueueItemKind
    /// All of the kind, as a choice above the list.
    let label: @Sendable (Words) -> String
    /// What one of them is called, given its group if it has one.
    let heading: @Sendable (Words, QueueLine) -> String
    /// How its timeline begins, given the member's name.
    let begun: @Sendable (Words, String) -> String
    let choices: QueueChoices
    /// What a decision changes; nil if triage does that itself.
    let effect: QueueEffect?
    /// Loads why it is here, to be drawn on its page.
    let why: @Sendable (QueueMatter, DB) throws -> Why

    typealias Why = @Sendable (QueueItemPageView) -> HTML

    init(
        _ kind: QueueItemKind,
        _ label: @escaping @Sendable (Words) -> String,
        heading: @escaping @Sendable (Words, QueueLine) -> String,
        begun: @escaping @Sendable (Words, String) -> String = { _, name in name },
        _ choices: QueueChoices,
        effect: QueueEffect? = nil,
        why: @escaping @Sendable (QueueMatter, DB) throws -> Why
    ) {
        self.kind = kind
        self.label = label
        self.heading = heading
        self.begun = begun
        self.choices = choices
        self.effect = effect
        self.why = why
    }

    /// A kind about anything but a post; its `heading` is given the name of its group, if it has one, and `why` reads what is shown of it.
    package init(
        _ kind: QueueItemKind,
        _ label: @escaping @Sendable (Words) -> String,
        heading: @escaping @Sendable (Words, String?) -> String,
        begun: @escaping @Sendable (Words, String) -> String,
        _ choices: QueueChoices = .request,
        effect: QueueEffect,
        why: @escaping @Sendable (QueueMatter, DB) throws -> @Sendable (Call) -> HTML
    ) {
        self.init(
            kind,
            label,
            heading: { words, line in heading(words, line.group?.name) },
            begun: begun,
            choices,
            effect: effect
        ) { matter, db in
            let why = try why(matter, db)
            return { page in why(page.call) }
        }
    }
}

/// What an item is about.
package struct QueueMatter: Sendable {
    package let item: QueueItemID
    package let subject: Subject?
    package let group: GroupID?
    /// Who wrote it or asked for it.
    package let member: MemberID
}

/// What follows from a decision, in its transaction and under its mandate.
package struct QueueEffect: Sendable {
    package let decide: @Sendable (WriteDB, QueueMatter, Decision, borrowing Mandate<Triage>) throws -> Void
    /// Makes what the item is about what it was before such a decision.
    package let undo: @Sendable (WriteDB, QueueMatter, QueueAction, borrowing Mandate<Triage>) throws -> Void

    package init(
        decide: @escaping @Sendable (WriteDB, QueueMatter, Decision, borrowing Mandate<Triage>) throws -> Void,
        undo: @escaping @Sendable (WriteDB, QueueMatter, QueueAction, borrowing Mandate<Triage>) throws -> Void
    ) { (self.decide, self.undo) = (decide, undo) }
}

/// The kinds that the capabilities of a site bring.
package struct QueueKinds: Sendable {
    package let all: [QueueKind]

    /// One that no capability brings any more is called by its word, and offers nothing.
    subscript(kind: QueueItemKind) -> QueueKind { all.first { $0.kind == kind } ?? .unknown(kind) }

    /// All that can be decided, triage's own first.
    var actions: [QueueAction] {
        let reasons = [nil] + ReportReason.allCases
        let taken = all.flatMap { kind in reasons.flatMap(kind.choices.actions) }
        return taken.reduce(into: [.approve, .hide, .return, .dismiss]) { all, action in
            if !all.contains(action) { all.append(action) }
        }
    }

    /// Their words, as the API spells them.
    var words: [String] { all.map(\.kind.rawValue) }

    /// The kind of that word.
    func kind(_ word: String?) -> QueueItemKind? { all.first { $0.kind.rawValue == word }?.kind }
}

extension QueueKind {
    fileprivate static func unknown(_ kind: QueueItemKind) -> QueueKind {
        QueueKind(
            kind,
            { _ in kind.rawValue },
            heading: { _, _ in kind.rawValue },
            QueueChoices(actions: { _ in [] }, verbs: { _, _ in [] }, end: { QueueChoices.request.end($0, $1) }),
            why: { _, _ in { _ in HTML() } }
        )
    }
}

extension Capabilities {
    package var queueKinds: QueueKinds { QueueKinds(all: parts()) }
}
