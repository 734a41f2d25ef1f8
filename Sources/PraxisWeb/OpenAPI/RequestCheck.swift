import HTTPTypes
package import PraxisDomain

/// Checks requests of the JSON API against the API document's description of their route, so that the document and the checks are one
/// definition.
///
/// A field or parameter that the route does not know is refused by name, never ignored: silence once published a name where an alias
/// was requested.
extension Call {
    /// Checks the query string, and the body of a route that reads none.
    /// - Throws: `Denial.input` naming every parameter that is unknown, missing or not as described.
    func checkDescription() throws(Denial) {
        guard let api = route.api else { return }
        var errors: [FieldError] = []
        for pair in query.pairs where !api.query.contains(where: { $0.name == pair.name }) {
            errors.append(FieldError(pair.name, .unknown))
        }
        for parameter in api.query {
            let given = query.all(parameter.name)
            if given.count > 1 { errors.append(FieldError(parameter.name, .givenTwice)) }
            if let text = given.first {
                if let problem = parameter.schema.problem(inQuery: text) {
                    errors.append(FieldError(parameter.name, problem))
                }
            } else if parameter.isRequired {
                errors.append(FieldError(parameter.name, .missing))
            }
        }
        guard errors.isEmpty else { throw .input(errors) }
        if api.request == nil, !body.isEmpty { _ = try json() }
    }

    /// The JSON body, checked against the route's description; a route that describes none accepts only `{}`.
    /// - Throws: `Denial.unsupportedMediaType` if it is declared as another type, `.unreadable` if it is not a JSON object in UTF-8,
    ///   `.input` naming every field that is unknown, missing, given twice or not as described.
    package func json() throws(Denial) -> JSONBody {
        let type = head.headerFields[.contentType]?.lowercased() ?? "application/json"
        guard type.hasPrefix("application/json") else { throw .unsupportedMediaType }
        let json = try JSONBody(body.isEmpty ? Array("{}".utf8) : body)
        let errors = (route.api?.request ?? .object([], required: [])).problems(in: json)
        guard errors.isEmpty else { throw .input(errors) }
        return json
    }
}

extension Schema {
    /// The problems in the fields of a body, in the order of the description; unknown ones and those given twice last, by name.
    func problems(in body: JSONBody) -> [FieldError] {
        guard case .object(let properties, let required) = self else { return [] }
        var errors = properties.compactMap { property -> FieldError? in
            guard let value = body[property.name] else {
                return required.contains(property.name) ? FieldError(property.name, .missing) : nil
            }
            return property.schema.problem(in: value).map { FieldError(property.name, $0) }
        }
        let known = Set(properties.map(\.name))
        errors += body.names.filter { !known.contains($0) }.sorted().map { FieldError($0, .unknown) }
        errors += body.repeatedNames.map { FieldError($0, .givenTwice) }
        return errors
    }

    /// The problem in a value; returns nil if it is as described.
    private func problem(in value: JSONValue) -> FieldError.Problem? {
        switch (self, value) {
        case (.text(let range?), .text(let text)): Self.problem(inText: text, range)
        case (.nullable, .null), (.text, .text), (.openChoice, .text), (.time, .text), (.truth, .truth): nil
        case (.nullable(let inner), _): inner.problem(in: value)
        case (.named(_, let inner), _): inner.problem(in: value)
        case (.choice(let words), .text(let word)): words.contains(word) ? nil : .notAChoice(words)
        case (.spelt(let expression), .text(let text)): Self.problem(inText: text, spelt: expression)
        case (.day, .text(let text)): LocalTime(date: text) == nil ? .notATime : nil
        case (.moment, .text(let text)): text.isEmpty ? .notATime : nil
        case (.whole(let range?), .whole(let number)):
            range.contains(number) ? nil : .notBetween(range.lowerBound, range.upperBound)
        case (.whole(nil), .whole): nil
        case (.text, _), (.spelt, _), (.day, _), (.moment, _), (.time, _), (.choice, _), (.openChoice, _):
            .wrongType(expected: "string")
        case (.whole, _): .wrongType(expected: "integer")
        case (.truth, _): .wrongType(expected: "boolean")
        case (.list, _): .wrongType(expected: "array")
        case (.object, _): .wrongType(expected: "object")
        }
    }

    /// The length is that of the stored text: normalised, without white space at the ends.
    private static func problem(inText text: String, _ range: ClosedRange<Int>) -> FieldError.Problem? {
        do throws(Denial) {
            _ = try TypedText.checked(text, "", range)
            return nil
        } catch {
            if case .input(let errors) = error { return errors.first?.problem }
            return nil
        }
    }

    private static func problem(inText text: String, spelt expression: String) -> FieldError.Problem? {
        guard let expression = try? Regex(expression).matchingSemantics(.unicodeScalar) else { return nil }
        return text.wholeMatch(of: expression) == nil ? .notAsDescribed : nil
    }

    /// The same for a query parameter, which is text; an empty one is not a missing one.
    fileprivate func problem(inQuery text: String) -> FieldError.Problem? {
        if case .whole = self {
            guard let number = Int(text), String(number) == text else { return .notANumber }
            return problem(in: .whole(number))
        }
        return problem(in: .text(text))
    }
}
