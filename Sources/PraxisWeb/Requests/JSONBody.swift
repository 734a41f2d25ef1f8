import Foundation
package import PraxisDomain

/// The body of a JSON request, read by name; a field that is missing or null is nil, one of another type a field error.
package struct JSONBody: Sendable {
    private let object: [String: JSONValue]
    /// The names of fields that are given more than once, by name.
    let repeatedNames: [String]

    /// - Throws: `Denial.unreadable` if it is not a JSON object in UTF-8.
    package init(_ bytes: [UInt8]) throws(Denial) {
        guard String(validating: bytes, as: UTF8.self) != nil,
            let value = try? JSONDecoder().decode([String: JSONValue].self, from: Data(bytes))
        else { throw .unreadable }
        object = value
        let names = JSONFieldNames.all(in: bytes)
        repeatedNames =
            names.count == value.count
            ? [] : Dictionary(grouping: names, by: \.self).filter { $1.count > 1 }.keys.sorted()
    }

    /// The names of all fields, known or not.
    var names: [String] { Array(object.keys) }

    subscript(name: String) -> JSONValue? { object[name] }

    /// Whether the request has the field at all, even if it is null.
    func isGiven(_ name: String) -> Bool { object[name] != nil }

    func text(_ name: String) throws(Denial) -> String? {
        switch object[name] {
        case nil, .null: return nil
        case .text(let text): return text
        default: throw .input([FieldError(name, .wrongType(expected: "string"))])
        }
    }

    func int(_ name: String) throws(Denial) -> Int? {
        switch object[name] {
        case nil, .null: return nil
        case .whole(let number): return number
        default: throw .input([FieldError(name, .wrongType(expected: "integer"))])
        }
    }

    func truth(_ name: String) throws(Denial) -> Bool? {
        switch object[name] {
        case nil, .null: return nil
        case .truth(let truth): return truth
        default: throw .input([FieldError(name, .wrongType(expected: "boolean"))])
        }
    }

    func id<Entity>(_ name: String, _ entity: Entity.Type = Entity.self) throws(Denial) -> ID<Entity>? {
        guard let text = try text(name) else { return nil }
        guard let id = ID<Entity>(text) else { throw .input([FieldError(name, .wrongType(expected: "id"))]) }
        return id
    }

    /// One of `words`.
    func word<Word: RawRepresentable<String>>(_ name: String, of words: [Word]) throws(Denial) -> Word? {
        guard let text = try text(name) else { return nil }
        guard let value = words.first(where: { $0.rawValue == text }) else {
            throw .input([FieldError(name, .notAChoice(words.map(\.rawValue)))])
        }
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
