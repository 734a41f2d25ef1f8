package import PraxisDomain

extension FieldError.Problem {
    /// A community needs a community manager.
    package static let lastManager = Self.own("last-manager")
    /// The agreement in force was not accepted.
    package static let mustAccept = Self.own("must-accept")
}
