package import PraxisDomain
package import PraxisWords

extension Words {
    /// The name of a field on its page; returns nil for one that is never shown.
    package func label(of field: String) -> String? {
        switch field {
        case "title": threads.write.start.title()
        case "body": threads.write.start.body()
        case "group": threads.write.start.group()
        case "name": groups.name()
        case "purpose": groups.purpose()
        case "contact": groups.contactLabel()
        case "kind": groups.kind()
        case "access": groups.accessLegend()
        case "editDays": groups.editDays()
        case "note": communities.note()
        case "domain": communities.domain()
        case "agreement": communities.agreement()
        case "visibility": communities.visibility()
        case "joining": communities.howToJoin()
        case "uses": communities.uses()
        case "language": people.settings.language()
        case "timeZone": people.settings.timeZone()
        case "email": people.email()
        case "password": people.password()
        case "current": people.settings.currentPassword()
        case "code": people.code.label()
        default: nil
        }
    }

    /// A line of the summary above a form, which names its field, since it is far away from it.
    package func summary(of error: FieldError, _ labels: [String: String] = [:]) -> String {
        let sentence = errors.field.sentence(error.problem, of: error.field)
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

extension FieldWords {
    /// The sentence beside a field.
    package func sentence(_ problem: FieldError.Problem, of field: String) -> String {
        switch problem {
        case .missing: missing.sentence(of: field)
        case .tooShort(let minimum): tooShort(minimum)
        case .tooLong(let maximum, let actual): tooLong(["maximum": String(maximum), "actual": String(actual)])
        case .notAnAddress: notAnAddress()
        case .notAChoice(let choices): notAChoice(["choices": choices.joined(separator: ", ")])
        case .notANumber: notANumber()
        case .wrongType(let expected): wrongType(["expected": expected])
        case .unknown: unknown()
        case .givenTwice: givenTwice()
        case .holdsNull: holdsNull()
        case .holdsUnseen: holdsUnseen()
        case .wrongCode: wrongCode()
        case .expired: expired()
        case .nameLooksLikeAnother: nameLooksLikeAnother()
        case .nameHoldsALink: nameHoldsALink()
        case .addressNotAdmitted: addressNotAdmitted()
        case .unknownMember: unknownMember()
        case .tooManyPinned(let maximum): tooManyPinned(["maximum": String(maximum)])
        case .lastManager: lastManager()
        case .weakPassword: weakPassword()
        case .mustAccept: mustAccept()
        case .notATime: notATime()
        case .notAsDescribed: notAsDescribed()
        case .notBetween(let minimum, let maximum):
            notBetween(["minimum": String(minimum), "maximum": String(maximum)])
        case .ownPost: ownPost()
        case .noContact: noContact()
        }
    }
}

extension MissingWords {
    /// What to do about an empty field: "Enter a title".
    fileprivate func sentence(of field: String) -> String {
        switch field {
        case "title": title()
        case "body": body()
        case "name": name()
        case "purpose": purpose()
        case "email", "code-email": email()
        case "password": password()
        case "current": currentPassword()
        case "code": code()
        case "reason": reason()
        case "text": decisionReason()
        case "note": note()
        case "days": days()
        case "group", "kind", "access", "visibility", "joining", "level", "action": choice()
        default: anything()
        }
    }
}
