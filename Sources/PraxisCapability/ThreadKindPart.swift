package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// A kind of thread, as a capability brings it: in lists and on pages, in the composer, in a search, in mails and in the API.
package struct ThreadKindPart: Sendable {
    /// How lists and pages show the kind of a thread.
    package enum Tag: Sendable {
        /// Not at all: what an ordinary discussion is.
        case none
        case plain
        /// As something that everyone should know of.
        case info
    }

    /// How the kind is offered to those who begin a thread.
    package struct Choice: Sendable {
        package let hint: @Sendable (Words) -> String
        /// The act that beginning one is; nil for one that every member begins who may start a thread there.
        package let privilege: Privilege?

        package init(by privilege: Privilege? = nil, hint: @escaping @Sendable (Words) -> String) {
            (self.privilege, self.hint) = (privilege, hint)
        }
    }

    /// More than a member's right, which beginning a thread of the kind needs, and how the audit log calls its use.
    package struct Privilege: Sendable {
        package let act: any (Act & AuditedAct & PostingAct).Type
        package let line: AuditAct

        package init(_ act: any (Act & AuditedAct & PostingAct).Type, audited line: AuditAct) {
            (self.act, self.line) = (act, line)
        }
    }

    /// What counts as an answer to a thread of the kind.
    package enum Awaited: Sendable {
        /// It awaits none: it tells people something.
        case nothing
        case reply
        /// A reply by another member, one of which can be marked as the one that helped.
        case answer
    }

    package typealias Name = @Sendable (Words) -> String

    package let kind: ThreadKind
    /// One of the kind.
    package let name: Name
    /// All of the kind, as a choice of the search.
    package let plural: Name
    /// That one has begun, as a digest says it.
    package let begun: Name
    /// The sign beside its name.
    package let icon: Icon?
    package let tag: Tag
    package let awaits: Awaited
    /// Whether its capability tells in a section of the digest that one has begun: among the discussions of the digest it stands from the
    /// first reply on.
    package let hasDigestSection: Bool
    /// Nil if no one chooses it in the composer: its capability begins such threads.
    package let choice: Choice?

    package init(
        _ kind: ThreadKind,
        _ name: @escaping Name,
        plural: @escaping Name,
        begun: @escaping Name,
        icon: Icon? = nil,
        tag: Tag = .plain,
        awaits: Awaited = .reply,
        hasDigestSection: Bool = false,
        choice: Choice? = nil
    ) {
        self.kind = kind
        self.name = name
        self.plural = plural
        self.begun = begun
        self.icon = icon
        self.tag = tag
        self.awaits = awaits
        self.hasDigestSection = hasDigestSection
        self.choice = choice
    }

    package var awaitsAnswer: Bool { awaits == .answer }
}

/// An act that adds a post.
package protocol PostingAct: HoldingAct {}

/// An act after which a post may be held.
package protocol HoldingAct {}

/// The kinds of threads that the capabilities of a site bring.
package struct ThreadKinds: Sendable {
    /// By what the document of the API names them.
    package static let vocabulary = "threadKind"

    package let all: [ThreadKindPart]

    init(_ all: [ThreadKindPart]) { self.all = all }

    /// One that no capability brings any more is called by its word.
    package subscript(kind: ThreadKind) -> ThreadKindPart { all.first { $0.kind == kind } ?? .unknown(kind) }

    /// Their words, as the API spells them.
    package var words: [String] { all.map(\.kind.rawValue) }

    /// Those that are offered in the composer.
    package var choosable: ThreadKinds { ThreadKinds(all.filter { $0.choice != nil }) }

    package var awaitingAnswer: [ThreadKind] { all.filter(\.awaitsAnswer).map(\.kind) }

    package var awaiting: Awaiting { Awaiting(self) }

    package var withDigestSection: [ThreadKind] { all.filter(\.hasDigestSection).map(\.kind) }

    /// The kinds that can be unanswered.
    package struct Awaiting: Sendable {
        package let anything: [ThreadKind]
        /// Of these, a reply by another member.
        package let answer: [ThreadKind]

        fileprivate init(_ kinds: ThreadKinds) {
            anything = kinds.all.filter { $0.awaits != .nothing }.map(\.kind)
            answer = kinds.awaitingAnswer
        }
    }

    /// The kind of that word; nil if none of these is spelt so.
    package func kind(_ word: String) -> ThreadKind? { all.first { $0.kind.rawValue == word }?.kind }
}

extension ThreadKindPart {
    fileprivate static func unknown(_ kind: ThreadKind) -> ThreadKindPart {
        ThreadKindPart(kind, { _ in kind.rawValue }, plural: { _ in kind.rawValue }, begun: { _ in kind.rawValue })
    }
}
