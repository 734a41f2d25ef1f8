package import Foundation
package import PraxisDomain

/// What a typed query asks for, as a pure value.
///
/// Words that must all be there, "phrases", `-words` that must not, and operators: `group:` and `from:` (words of a name), `before:` and
/// `after:` (a day), `status:`, `kind:` or `type:`, all but the days also with a minus. Whatever is not quite one of these is words.
package struct SearchPlan: Equatable, Sendable {
    /// Words and phrases, each with at least one letter or digit.
    package private(set) var words: [String] = []
    package private(set) var excluded: [String] = []
    package private(set) var filter: SearchFilter
    /// What looks like an operator and was taken for words, as it was typed but for quotation marks.
    package private(set) var notUnderstood: [String] = []

    /// More words than this are not looked at.
    private static let mostWords = 32

    /// Reads `query`; `filter` is what the fields beside it say, overridden by operators.
    ///
    /// Days are the reader's own, in `zone`.
    package init(_ query: String, filter: SearchFilter = SearchFilter(), zone: TimeZone) {
        self.filter = filter
        var reader = QueryTokenizer(query)
        while let term = reader.next() {
            if let name = term.name, SearchFilter.operators.contains(name) {
                if self.filter.apply(name, term.value, isExcluded: term.isExcluded, zone) { continue }
                notUnderstood.append((term.isExcluded ? "-" : "") + term.text)
            }
            add(term)
        }
    }

    /// Whether it asks for nothing at all.
    package var isEmpty: Bool { words.isEmpty && excluded.isEmpty && filter.isEmpty }

    private mutating func add(_ term: QueryTokenizer.Term) {
        guard words.count + excluded.count < Self.mostWords, Self.isSearchable(term.text) else { return }
        if term.isExcluded { excluded.append(term.text) } else { words.append(term.text) }
    }

    /// Letters and digits; everything else parts words.
    fileprivate static func isSearchable(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: Folding.isSearchable)
    }
}

/// What narrows a search, from fields or from operators.
package struct SearchFilter: Hashable, Sendable {
    /// Slugs.
    package var community: String?
    package var group: String?
    /// Words that stand side by side in a member's name.
    package var author: String?
    /// The same of a group's name, or its slug.
    package var groupName: String?
    package var kind: ThreadKind?
    package var status: SearchStatus?
    /// Written earlier than this.
    package var before: Timestamp?
    /// Written then or later.
    package var after: Timestamp?
    package var without: [Excluded] = []

    /// What must not hold.
    package enum Excluded: Hashable, Sendable {
        case author(String)
        case group(String)
        case kind(ThreadKind)
        case status(SearchStatus)
    }

    package init() {}

    package var isEmpty: Bool { self == SearchFilter() }

    /// Whether it asks for anything that its thread does not tell.
    package var isAboutPosts: Bool {
        let isWithoutAuthor = without.contains { if case .author = $0 { true } else { false } }
        return author != nil || before != nil || after != nil || isWithoutAuthor
    }

    fileprivate static let operators: Set<String> = ["group", "from", "kind", "type", "status", "before", "after"]

    /// Takes an operator's value.
    /// - Returns: whether it fits that operator.
    fileprivate mutating func apply(_ name: String, _ value: String, isExcluded: Bool, _ zone: TimeZone) -> Bool {
        let named = SearchPlan.isSearchable(value) ? value : nil, word = value.lowercased()
        if isExcluded { return exclude(name, named, word) }
        switch name {
        case "group":
            if named != nil { group = nil }
            return set(\.groupName, named)
        case "from": return set(\.author, named)
        case "kind", "type": return set(\.kind, ThreadKind(rawValue: word))
        case "status": return set(\.status, SearchStatus(rawValue: word))
        case "before": return set(\.before, Timestamp(startOf: value, in: zone))
        default: return set(\.after, Timestamp(startOf: value, in: zone))
        }
    }

    private mutating func exclude(_ name: String, _ named: String?, _ word: String) -> Bool {
        let excluded: Excluded? =
            switch name {
            case "group": named.map(Excluded.group)
            case "from": named.map(Excluded.author)
            case "kind", "type": ThreadKind(rawValue: word).map(Excluded.kind)
            case "status": SearchStatus(rawValue: word).map(Excluded.status)
            default: nil
            }
        if let excluded { without.append(excluded) }
        return excluded != nil
    }

    private mutating func set<Value>(_ field: WritableKeyPath<Self, Value?>, _ value: Value?) -> Bool {
        if let value { self[keyPath: field] = value }
        return value != nil
    }
}

/// The state of a thread as one looks for it.
package enum SearchStatus: String, CaseIterable, Sendable {
    case open, answered, closed
    /// Open, and without a reply; a question, without one by another member.
    case unanswered
}
