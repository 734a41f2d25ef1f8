package import PraxisDomain
package import PraxisWords

extension FieldWords {
    /// The sentence beside a field.
    package func sentence(_ problem: FieldError.Problem) -> String {
        switch problem {
        case .missing: missing()
        case .tooShort(let minimum): tooShort(minimum)
        case .tooLong(let maximum, let actual): tooLong(["maximum": String(maximum), "actual": String(actual)])
        case .notAnAddress: notAnAddress()
        case .notAChoice(let choices): notAChoice(["choices": choices.joined(separator: ", ")])
        case .notANumber: notANumber()
        case .wrongType(let expected): wrongType(["expected": expected])
        case .holdsNull: holdsNull()
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
        }
    }
}
