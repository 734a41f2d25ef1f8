package import PraxisDomain

extension FieldError.Problem {
    package static let wrongCode = Self.own("wrong-code")
    package static let expired = Self.own("expired")
    package static let nameLooksLikeAnother = Self.own("name-looks-like-another")
    package static let nameHoldsALink = Self.own("name-holds-a-link")
    package static let addressNotAdmitted = Self.own("address-not-admitted")
    package static let unknownMember = Self.own("unknown-member")
    package static let weakPassword = Self.own("weak-password")
}

extension Denial {
    /// A session cannot start: the address and the password (or code) do not match.
    package static let wrongCredentials = Self.own("wrong-credentials", .unprocessable)
}
