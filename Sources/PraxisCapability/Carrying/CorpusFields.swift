import Foundation
package import PraxisDomain

/// The fields of one line, each read with the reason why it cannot be.
package struct CorpusFields {
    private let container: KeyedDecodingContainer<CorpusField>

    /// The kinds of threads that there are.
    package let threadKinds: ThreadKinds

    package init(_ container: KeyedDecodingContainer<CorpusField>, _ threadKinds: ThreadKinds) {
        (self.container, self.threadKinds) = (container, threadKinds)
    }

    /// - Throws: `BadLine.unknownField` naming the first field, in the order of the alphabet, that the kind does not have.
    package func check(_ kind: ImportKind) throws {
        let unknown = container.allKeys.filter { !kind.has($0) }.map(\.stringValue).min()
        if let unknown { throw BadLine.unknownField(unknown, type: kind.type) }
    }

    package func required<Value: Decodable>(_ name: CorpusField) throws -> Value {
        try read(Value.self, name) { try container.decode(Value.self, forKey: name) }
    }

    package func optional<Value: Decodable>(_ name: CorpusField) throws -> Value? {
        try read(Value.self, name) { try container.decodeIfPresent(Value.self, forKey: name) }
    }

    /// Names the field of a number that is not whole or out of range, of which the decoder says no more than that the line is not JSON.
    private func read<Value, Result>(_: Value.Type, _ name: CorpusField, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch {
            switch error {
            case DecodingError.keyNotFound, DecodingError.valueNotFound, DecodingError.typeMismatch: throw error
            default:
                guard Value.self is any BinaryInteger.Type else { throw error }
                throw BadLine.wrong(field: name.stringValue, expected: "a number in range")
            }
        }
    }

    /// A word of the vocabulary.
    package func word<Word: RawRepresentable<String> & CaseIterable & Equatable>(_ name: CorpusField) throws -> Word? {
        try word(name, Array(Word.allCases))
    }

    /// The same out of a part of it.
    package func word<Word: RawRepresentable<String> & Equatable>(_ name: CorpusField, _ words: [Word]) throws -> Word?
    {
        guard let spelt: String = try optional(name) else { return nil }
        guard let word = words.first(where: { $0.rawValue == spelt }) else {
            throw BadLine.wrong(field: name.stringValue, expected: words.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    package func optionalNumber(_ name: CorpusField, _ range: ClosedRange<Int>) throws -> Int? {
        guard let number: Int = try optional(name) else { return nil }
        guard range.contains(number) else {
            throw BadLine.wrong(
                field: name.stringValue,
                expected: "a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    package func number(_ name: CorpusField, _ range: ClosedRange<Int>) throws -> Int {
        guard let number = try optionalNumber(name, range) else { throw BadLine.missing(field: name.stringValue) }
        return number
    }

    package func time(_ name: CorpusField) throws -> CorpusTime? {
        guard let text: String = try optional(name) else { return nil }
        guard let time = CorpusTime(text) else {
            throw BadLine.wrong(
                field: name.stringValue,
                expected: "a time that there is, as 2026-05-01T09:00:00Z, or a duration as -P2DT3H"
            )
        }
        return time
    }

    package func requiredTime(_ name: CorpusField) throws -> CorpusTime {
        guard let time = try time(name) else { throw BadLine.missing(field: name.stringValue) }
        return time
    }

    /// Text as a person could have typed it; without the field it is empty.
    package func text(_ name: CorpusField, _ range: ClosedRange<Int>) throws -> String {
        let raw: String = try optional(name) ?? ""
        return try described(name) { () throws(Denial) in try TypedText.checked(raw, name.stringValue, range) }
    }

    /// The same on one line.
    package func line(_ name: CorpusField, _ range: ClosedRange<Int>) throws -> String {
        try checked(name) { raw throws(Denial) in try TypedText.line(raw, name.stringValue, range) }
    }

    /// The same; nil without the field.
    package func optionalLine(_ name: CorpusField, _ range: ClosedRange<Int>) throws -> String? {
        let raw: String? = try optional(name)
        return try raw == nil ? nil : line(name, range)
    }

    /// The same; `expectations` say what text must be that `make` refuses for a reason of its capability's own.
    package func checked<Value>(
        _ name: CorpusField,
        expecting expectations: [(FieldError.Problem, String)] = [],
        _ make: (String) throws(Denial) -> Value
    ) throws -> Value {
        let raw: String = try required(name)
        return try described(name, expectations) { () throws(Denial) in try make(raw) }
    }

    private func described<Value>(
        _ name: CorpusField,
        _ expectations: [(FieldError.Problem, String)] = [],
        _ make: () throws(Denial) -> Value
    ) throws -> Value {
        do { return try make() } catch {
            guard case .input(let errors) = error, let problem = errors.first?.problem else { throw error }
            let own = expectations.first { $0.0 == problem }?.1
            throw BadLine.wrong(field: name.stringValue, expected: own ?? Self.expectation(problem))
        }
    }

    private static func expectation(_ problem: FieldError.Problem) -> String {
        switch problem {
        case .missing: "text that is not empty"
        case .tooShort(let minimum): "at least \(minimum) characters"
        case .tooLong(let maximum, let actual): "at most \(maximum) characters, not \(actual)"
        case .holdsNull: "text without a NUL"
        case .holdsUnseen: "a name without characters that nobody sees"
        default: "other text"
        }
    }
}
