import Foundation
package import PraxisDomain

/// The body of a JSON request, read by name; a missing field, or one of another type, becomes a field error.
package struct JSONBody: Sendable {
    private let object: [String: JSONValue]

    /// - Throws: `Denial.unreadable` if it is not a JSON object in UTF-8.
    package init(_ bytes: [UInt8]) throws(Denial) {
        guard String(validating: bytes, as: UTF8.self) != nil,
            let value = try? JSONDecoder().decode([String: JSONValue].self, from: Data(bytes))
        else { throw .unreadable }
        object = value
    }

    /// The names of all fields, known or not.
    var names: [String] { Array(object.keys) }

    subscript(name: String) -> JSONValue? { object[name] }

    /// Whether the request has the field at all, even if it is null.
    func isGiven(_ name: String) -> Bool { object[name] != nil }

    func optionalText(_ name: String) throws(Denial) -> String? {
        switch object[name] {
        case nil, .null: return nil
        case .text(let text): return text
        default: throw .input([FieldError(name, .wrongType(expected: "string"))])
        }
    }

    func text(_ name: String) throws(Denial) -> String {
        guard let text = try optionalText(name) else { throw .input([FieldError(name, .missing)]) }
        return text
    }

    func optionalInt(_ name: String) throws(Denial) -> Int? {
        switch object[name] {
        case nil, .null: return nil
        case .whole(let number): return number
        default: throw .input([FieldError(name, .wrongType(expected: "integer"))])
        }
    }

    func int(_ name: String) throws(Denial) -> Int {
        guard let number = try optionalInt(name) else { throw .input([FieldError(name, .missing)]) }
        return number
    }

    func optionalBool(_ name: String) throws(Denial) -> Bool? {
        switch object[name] {
        case nil, .null: return nil
        case .truth(let truth): return truth
        default: throw .input([FieldError(name, .wrongType(expected: "boolean"))])
        }
    }

    func optionalID<Entity>(_ name: String, _ entity: Entity.Type = Entity.self) throws(Denial) -> ID<Entity>? {
        guard let text = try optionalText(name) else { return nil }
        guard let id = ID<Entity>(text) else { throw .input([FieldError(name, .wrongType(expected: "id"))]) }
        return id
    }

    func optionalWord<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ word: Word.Type = Word.self
    ) throws(Denial) -> Word? {
        try optionalWord(name, of: Array(Word.allCases))
    }

    /// A word of an open vocabulary, by its list.
    func optionalWord<Word: RawRepresentable<String>>(_ name: String, of words: [Word]) throws(Denial) -> Word? {
        guard let text = try optionalText(name) else { return nil }
        guard let value = words.first(where: { $0.rawValue == text }) else {
            throw .input([FieldError(name, .notAChoice(words.map(\.rawValue)))])
        }
        return value
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ word: Word.Type = Word.self
    ) throws(Denial) -> Word {
        guard let value = try optionalWord(name, word) else { throw .input([FieldError(name, .missing)]) }
        return value
    }
}

/// A value of a JSON body, as far as our requests use them.
enum JSONValue: Decodable, Equatable, Sendable {
    case null
    case truth(Bool)
    case whole(Int)
    case text(String)
    /// A fraction, a list or an object: none of our requests uses one.
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let whole = try? container.decode(Int.self) {
            self = .whole(whole)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .other
        }
    }
}
