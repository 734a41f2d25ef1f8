package import PraxisDomain
package import PraxisWords

extension Words {
    /// The name of a field on its page; returns nil for one that is never shown.
    package func label(of field: String) -> String? { named.labels[field]?() }

    /// A line of the summary above a form, which names its field, since it is far away from it.
    package func summary(of error: FieldError, _ labels: [String: String] = [:]) -> String {
        let sentence = sentence(error.problem, of: error.field)
        guard error.problem.needsName, let label = labels[error.field] ?? label(of: error.field) else {
            return sentence
        }
        return errors.named(["name": label, "sentence": sentence.prefix(1).lowercased() + sentence.dropFirst()])
    }
}

extension FieldError.Problem {
    /// Whether its sentence does not say which field it is about.
    fileprivate var needsName: Bool {
        switch self {
        case .tooShort, .tooLong, .notAChoice, .notANumber, .wrongType, .holdsNull, .holdsUnseen, .notATime,
            .notAsDescribed, .notBetween:
            true
        default: false
        }
    }
}

extension Words {
    /// The sentence beside a field.
    package func sentence(_ problem: FieldError.Problem, of name: String) -> String {
        let field = errors.field
        return switch problem {
        case .missing: missing(name)
        case .tooShort(let minimum): field.tooShort(minimum)
        case .tooLong(let maximum, let actual):
            field.tooLong(["maximum": String(maximum), "actual": String(actual)])
        case .notAnAddress: field.notAnAddress()
        case .notAChoice(let choices): field.notAChoice(["choices": choices.joined(separator: ", ")])
        case .notANumber: field.notANumber()
        case .wrongType(let expected): field.wrongType(["expected": expected])
        case .unknown: field.unknown()
        case .givenTwice: field.givenTwice()
        case .holdsNull: field.holdsNull()
        case .holdsUnseen: field.holdsUnseen()
        case .notATime: field.notATime()
        case .notAsDescribed: field.notAsDescribed()
        case .notBetween(let minimum, let maximum):
            field.notBetween(["minimum": String(minimum), "maximum": String(maximum)])
        case .own(let name, let values): named.problems[name]?.filled(with: values) ?? name
        }
    }

    /// What to do about an empty field: "Enter a title", or, where nobody put it better, what it is called.
    private func missing(_ name: String) -> String {
        if let own = named.missing[name] { return own() }
        let field = errors.field, isChoice = named.choices.contains(name)
        guard let label = label(of: name) else { return isChoice ? field.noChoice() : field.missing() }
        return isChoice ? field.noChoiceNamed(["name": label]) : field.missingNamed(["name": label])
    }
}
