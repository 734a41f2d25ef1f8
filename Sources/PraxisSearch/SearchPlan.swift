package import Foundation
package import PraxisCapability
package import PraxisDomain

/// What a typed query asks for, as a pure value.
///
/// Words that must all be there, "phrases", `-words` that must not, and the operators of the fields that capabilities bring. Whatever is not
/// quite one of these is words.
package struct SearchPlan: Sendable {
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
    package init(_ query: String, filter: SearchFilter, zone: TimeZone) {
        self.filter = filter
        var reader = QueryTokenizer(query)
        while let term = reader.next() {
            if let understood = self.filter.apply(term, zone) {
                if understood { continue }
                notUnderstood.append((term.isExcluded ? "-" : "") + term.text)
            }
            add(term)
        }
    }

    /// Whether it asks for nothing at all.
    package var isEmpty: Bool { words.isEmpty && excluded.isEmpty && filter.isEmpty }

    private mutating func add(_ term: QueryTokenizer.Term) {
        guard words.count + excluded.count < Self.mostWords, SearchField.isSearchable(term.text) else { return }
        if term.isExcluded { excluded.append(term.text) } else { words.append(term.text) }
    }
}

/// What narrows a search, from fields or from operators.
package struct SearchFilter: Sendable {
    /// What a field was given, and what that asks for.
    package struct Choice: Sendable {
        package let field: String
        package let value: String
        package let condition: SearchCondition
    }

    /// By what it can be narrowed.
    private let fields: [SearchField]
    /// By the names of their fields.
    private var choices: [String: Choice] = [:]
    /// What must not hold.
    package private(set) var without: [Choice] = []

    package init(_ fields: [SearchField]) { self.fields = fields }

    /// What must hold, in the order of the fields.
    package var chosen: [Choice] { fields.compactMap { choices[$0.name] } }

    package var isEmpty: Bool { choices.isEmpty && without.isEmpty }

    package mutating func choose(_ value: String, _ condition: SearchCondition, in field: SearchField) {
        choices[field.name] = Choice(field: field.name, value: value, condition: condition)
    }

    /// Takes a term that begins like an operator.
    /// - Returns: whether its value fits that operator; nil if it is no operator.
    fileprivate mutating func apply(_ term: QueryTokenizer.Term, _ zone: TimeZone) -> Bool? {
        guard let name = term.name, let field = fields.first(where: { $0.operators.contains(name) }),
            let operation = field.operation
        else { return nil }
        guard operation.canExclude || !term.isExcluded, let condition = operation.read(term.value, zone) else {
            return false
        }
        if term.isExcluded {
            without.append(Choice(field: field.name, value: term.value, condition: condition))
        } else {
            choose(term.value, condition, in: field)
        }
        return true
    }
}

extension Limits {
    package static let queryScalars = 0...500
}

extension Rate {
    package static let searchSignedIn = Rate(30, per: .minutes(1))
    package static let searchSignedOut = Rate(15, per: .minutes(1))
}
