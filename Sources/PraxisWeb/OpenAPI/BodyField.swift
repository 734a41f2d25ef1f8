package import PraxisDomain

/// A field of the body of a JSON request: what the document says of it and the value that a handler reads, from one definition.
///
///     private enum ReportBody {
///         static let reason = BodyField<ReportReason>.word("reason")
///         static let note = BodyField<String?>.text("note", Limits.reportNoteScalars)
///         static let schema = Schema.body(reason, note)
///     }
///
///     let reason = try json[ReportBody.reason], note = try json[ReportBody.note] ?? ""
///
/// A field whose value is optional may be missing or, unless it says otherwise, null.
package struct BodyField<Value>: Sendable {
    fileprivate let name: String
    fileprivate let schema: Schema
    fileprivate let isRequired: Bool
    fileprivate let read: @Sendable (JSONBody, String) throws(Denial) -> Value

    private init(
        _ name: String,
        _ schema: Schema,
        _ read: @escaping @Sendable (JSONBody, String) throws(Denial) -> Value?
    ) {
        self.name = name
        self.schema = schema
        self.read = { json, name throws(Denial) in
            guard let value = try read(json, name) else { throw .input([FieldError(name, .missing)]) }
            return value
        }
        isRequired = true
    }

    private init<Wrapped>(
        _ name: String,
        _ schema: Schema,
        isNullable: Bool,
        _ read: @escaping @Sendable (JSONBody, String) throws(Denial) -> Value
    ) where Value == Wrapped? {
        self.name = name
        self.schema = isNullable ? .nullable(schema) : schema
        self.read = read
        isRequired = false
    }
}

extension BodyField<String> {
    /// The length is in Unicode scalars.
    package static func text(_ name: String, _ range: ClosedRange<Int>? = nil) -> Self {
        Self(name, .string(range)) { json, name throws(Denial) in try json.text(name) }
    }
}

extension BodyField<String?> {
    package static func text(_ name: String, _ range: ClosedRange<Int>? = nil, isNullable: Bool = true) -> Self {
        Self(name, .string(range), isNullable: isNullable) { json, name throws(Denial) in try json.text(name) }
    }

    /// A day, as it is spelt.
    package static func day(_ name: String) -> Self {
        Self(name, .day, isNullable: true) { json, name throws(Denial) in try json.text(name) }
    }
}

extension BodyField<Int> {
    package static func int(_ name: String, _ range: ClosedRange<Int> = 0...Int(Int32.max)) -> Self {
        Self(name, .integer(range)) { json, name throws(Denial) in try json.int(name) }
    }
}

extension BodyField<Int?> {
    package static func int(_ name: String, _ range: ClosedRange<Int>) -> Self {
        Self(name, .integer(range), isNullable: true) { json, name throws(Denial) in try json.int(name) }
    }
}

extension BodyField<Bool> {
    package static func truth(_ name: String) -> Self {
        Self(name, .truth) { json, name throws(Denial) in try json.truth(name) }
    }
}

extension BodyField<Bool?> {
    package static func truth(_ name: String, isNullable: Bool = true) -> Self {
        Self(name, .truth, isNullable: isNullable) { json, name throws(Denial) in try json.truth(name) }
    }
}

extension BodyField {
    package static func id<Entity>(_ name: String, isNullable: Bool = true) -> Self where Value == ID<Entity>? {
        Self(name, .id, isNullable: isNullable) { json, name throws(Denial) in try json.id(name) }
    }

    package static func word(_ name: String) -> Self where Value: RawRepresentable<String> & CaseIterable & Sendable {
        let all = Array(Value.allCases)
        return Self(name, .word(Value.self)) { json, name throws(Denial) in try json.word(name, of: all) }
    }

    /// A word of an open vocabulary, which must be given.
    package static func word(_ name: String, of words: [Value]) -> Self
    where Value: RawRepresentable<String> & Sendable {
        Self(name, .choice(words.map(\.rawValue))) { json, name throws(Denial) in try json.word(name, of: words) }
    }

    package static func word<Word>(_ name: String, isNullable: Bool = true) -> Self
    where Value == Word?, Word: RawRepresentable<String> & CaseIterable & Sendable {
        word(name, of: Array(Word.allCases), isNullable: isNullable)
    }
}

extension BodyField {
    /// A word of an open vocabulary.
    package static func word<Word: RawRepresentable<String> & Sendable>(
        _ name: String,
        of words: [Word],
        isNullable: Bool = true
    ) -> Self where Value == Word? {
        Self(name, .choice(words.map(\.rawValue)), isNullable: isNullable) { json, name throws(Denial) in
            try json.word(name, of: words)
        }
    }
}

extension Schema {
    /// A body of these fields, in their order.
    package static func body<each Value>(_ fields: repeat BodyField<each Value>) -> Schema {
        var properties: [(name: String, schema: Schema)] = [], required: [String] = []
        for field in repeat each fields {
            properties.append((field.name, field.schema))
            if field.isRequired { required.append(field.name) }
        }
        return .object(properties, required: required)
    }
}

extension JSONBody {
    /// - Throws: `Denial.input` naming the field, if it is missing or of another type.
    package subscript<Value>(field: BodyField<Value>) -> Value {
        get throws(Denial) { try field.read(self, field.name) }
    }

    /// Whether the request has the field at all, even if it is null.
    package func isGiven<Value>(_ field: BodyField<Value>) -> Bool { isGiven(field.name) }
}
