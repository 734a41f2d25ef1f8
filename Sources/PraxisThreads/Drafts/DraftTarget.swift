package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// Where something is being written, as drafts, forms and the API spell it: `thread:812`.
///
/// Each kind of target is a type that a capability brings with a `DraftTargetKind`. Its drafts lie at a subject of that kind, which is spelt
/// by its number or by what it is called now.
package protocol DraftTarget: Sendable {
    /// The word before the colon, and the kind of the subject.
    static var kind: SubjectKind { get }
    /// What can stand behind the colon, as a regular expression.
    static var pattern: String { get }
    /// What stands there for a row with `subjectId`.
    static var address: SQL<Void> { get }
    /// Whether drafts are kept for it; they are unless said.
    static var keepsDrafts: Bool { get }

    /// Returns nil for what does not spell one.
    init?(spelling: String)
    var spelling: String { get }
    /// The number of its subject; null if there is no such subject.
    var subjectID: SQL<Void> { get }
    /// Where its form is.
    var path: String { get }
    /// The thread whose posts it can answer; nil unless said.
    var thread: ThreadID? { get }

    /// The facts of the place that it is written for.
    /// - Throws: a `Denial` where the viewer can keep no draft.
    func facts(_ reading: Reading) throws -> Facts
    /// The facts of the place whose readers can be mentioned: the same, unless said.
    /// - Throws: `Denial.missing` where the viewer reads nothing.
    func readers(_ reading: Reading) throws -> Facts
    /// What it is called; nil, unless said, for the title of its thread or the name of its group.
    func name(_ reading: Reading) throws -> String?
    /// What a draft is in the list, given that name.
    func heading(_ words: Words, _ name: String) -> String
    /// The target once `group` is chosen in the form that stands here; itself, unless said.
    func choosing(_ group: String?) -> any DraftTarget
    /// The form with what was typed.
    func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm
}

extension DraftTarget {
    package static var keepsDrafts: Bool { true }
    package var thread: ThreadID? { nil }
    package func readers(_ reading: Reading) throws -> Facts { try facts(reading) }
    package func name(_ reading: Reading) throws -> String? { nil }
    package func choosing(_ group: String?) -> any DraftTarget { self }

    package var text: String { Self.kind.rawValue + ":" + spelling }

    /// The target, when drafts are kept for it.
    package var ofDrafts: (any DraftTarget)? { Self.keepsDrafts ? self : nil }

    /// The facts of the place; nil where it is closed to the viewer.
    func openFacts(_ reading: Reading) throws -> Facts? { try Access.unlessMissing { try facts(reading) } }

    /// Whether `subjectKind` and `subjectId` of a row are the target's.
    var isSubject: SQL<Void> { "subjectKind = \(Self.kind) AND subjectId = \(subjectID)" }
}

/// A target that is spelt by the number of its subject: `thread:812`.
package protocol NumberedTarget: DraftTarget {
    associatedtype Entity
    init(_ id: ID<Entity>)
    var id: ID<Entity> { get }
}

extension NumberedTarget {
    package static var pattern: String { "[1-9][0-9]{0,17}" }
    package static var address: SQL<Void> { "subjectId" }

    package init?(spelling: String) {
        guard let id = ID<Entity>(spelling) else { return nil }
        self.init(id)
    }

    package var spelling: String { id.description }
    package var subjectID: SQL<Void> { "\(id)" }
}

/// The form of a target, before it is known what stands around it.
package struct DraftForm {
    /// What is wrong with what was typed, if it were sent as it is.
    package let problem: Denial?
    /// The facts of the place whose readers can be mentioned; nil while none is chosen.
    package let readers: @Sendable (Reading) throws -> Facts?
    /// The page with the form, for what was typed and what is said of it.
    package let page: (ComposeState) -> any PageView

    package init(
        problem: Denial?,
        readers: @escaping @Sendable (Reading) throws -> Facts?,
        page: @escaping (ComposeState) -> any PageView
    ) {
        self.problem = problem
        self.readers = readers
        self.page = page
    }
}

/// A kind of target, as a capability brings it.
package struct DraftTargetKind: CapabilityPart {
    package let type: any DraftTarget.Type

    package init(_ type: any DraftTarget.Type) { self.type = type }
}

/// The kinds of target that the capabilities of a site bring.
package struct DraftTargets: Sendable {
    private let all: [any DraftTarget.Type]
    /// Those that drafts are kept for.
    private let kept: [any DraftTarget.Type]

    package init(_ all: [any DraftTarget.Type]) { (self.all, kept) = (all, all.filter { $0.keepsDrafts }) }

    /// The target of that text; nil if no one brings its kind, or it is spelt otherwise.
    package func target(_ text: String) -> (any DraftTarget)? {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let type = all.first(where: { $0.kind.rawValue == halves[0] }) else { return nil }
        return type.init(spelling: String(halves[1])).flatMap { $0.text == text ? $0 : nil }
    }

    /// Those that drafts are kept for, as the API spells them.
    var pattern: String {
        kept.map { $0.kind.rawValue + ":" + $0.pattern }.joined(separator: "|")
    }

    /// The text of the target of a row with `subjectKind` and `subjectId`; of a kind that no one brings, its kind and its number.
    package var address: SQL<Void> {
        let cases = kept.reduce("" as SQL<Void>) { cases, type in
            "\(cases) WHEN \(type.kind) THEN \(type.kind.rawValue + ":") || \(type.address)"
        }
        return "CASE subjectKind\(cases) ELSE subjectKind || ':' || subjectId END"
    }
}

extension Capabilities {
    package var draftTargets: DraftTargets { DraftTargets(parts(of: DraftTargetKind.self).map(\.type)) }
}
