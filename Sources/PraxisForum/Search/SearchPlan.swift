package import Foundation
package import PraxisDomain

/// What a typed query asks for, as a pure value.
///
/// Words that must all be there, "phrases", `-words` that must not, and operators: `group:` (a slug), `from:` (a name), `before:` and
/// `after:` (a day), `status:`, `kind:` or `type:`. Whatever is not quite one of these is words.
package struct SearchPlan: Equatable, Sendable {
    /// Words and phrases, each with at least one letter or digit.
    package private(set) var words: [String] = []
    package private(set) var excluded: [String] = []
    package private(set) var filter: SearchFilter

    /// More words than this are not looked at.
    private static let mostWords = 32

    /// Reads `query`; `filter` is what the fields beside it say, overridden by operators.
    ///
    /// Days are the reader's own, in `zone`.
    package init(_ query: String, filter: SearchFilter = SearchFilter(), zone: TimeZone) {
        self.filter = filter
        var reader = SearchReader(query)
        while let term = reader.next() {
            if !term.isExcluded, let name = term.name, self.filter.apply(name, term.value, zone) { continue }
            add(term)
        }
    }

    /// Whether it asks for nothing at all.
    package var isEmpty: Bool { words.isEmpty && excluded.isEmpty && filter.isEmpty }

    private mutating func add(_ term: SearchReader.Term) {
        guard words.count + excluded.count < Self.mostWords, term.text.unicodeScalars.contains(where: Self.isSearchable)
        else { return }
        if term.isExcluded { excluded.append(term.text) } else { words.append(term.text) }
    }

    /// Letters and digits; everything else parts words.
    private static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}

/// What narrows a search, from fields or from operators.
package struct SearchFilter: Hashable, Sendable {
    /// Slugs.
    package var community: String?
    package var group: String?
    /// A name or the beginning of one, whole words, folded.
    package var author: String?
    package var kind: ThreadKind?
    package var status: SearchStatus?
    /// Written earlier than this.
    package var before: Timestamp?
    /// Written then or later.
    package var after: Timestamp?

    package init() {}

    package var isEmpty: Bool { self == SearchFilter() }

    /// Whether it asks for anything that its thread does not tell.
    package var isAboutPosts: Bool { author != nil || before != nil || after != nil }

    /// Takes an operator's value.
    /// - Returns: whether there is such an operator and the value fits it.
    fileprivate mutating func apply(_ name: String, _ value: String, _ zone: TimeZone) -> Bool {
        switch name {
        case "group": return set(\.group, value.isEmpty ? nil : value.lowercased())
        case "from": return set(\.author, value.isEmpty ? nil : TypedText.folded(value))
        case "kind", "type": return set(\.kind, ThreadKind(rawValue: value.lowercased()))
        case "status": return set(\.status, SearchStatus(rawValue: value.lowercased()))
        case "before": return set(\.before, SearchDay.start(value, in: zone))
        case "after": return set(\.after, SearchDay.start(value, in: zone))
        default: return false
        }
    }

    private mutating func set<Value>(_ field: WritableKeyPath<Self, Value?>, _ value: Value?) -> Bool {
        if let value { self[keyPath: field] = value }
        return value != nil
    }
}

/// The state of a thread as one looks for it.
package enum SearchStatus: String, CaseIterable, Sendable {
    case open, answered, closed
    /// Open, and without a reply; a question, without one by somebody else.
    case unanswered
}

/// Days as people write them: 2026-11-21.
package enum SearchDay {
    /// The first moment of a day in `zone`; nothing where there is no such day.
    package static func start(_ text: String, in zone: TimeZone) -> Timestamp? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }) else {
            return nil
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let day = DateComponents(calendar: calendar, year: Int(parts[0]), month: Int(parts[1]), day: Int(parts[2]))
        guard day.isValidDate, let date = calendar.date(from: day) else { return nil }
        return Timestamp(rawValue: Int64(calendar.startOfDay(for: date).timeIntervalSince1970 * 1000))
    }
}
