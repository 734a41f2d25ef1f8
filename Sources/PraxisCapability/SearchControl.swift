package import PraxisCommunity
package import PraxisWeb
package import PraxisWords

/// How the form of a search shows a field.
package enum SearchControl: Sendable {
    case text, day
    /// A choice of one, or of none, which is called `any`. Without options and with `isKeptWhenEmpty`, what was chosen is sent on unseen.
    case choice(any: @Sendable (Words) -> String, isKeptWhenEmpty: Bool, options: Options)

    /// For the reader who is shown the form, with what they typed into it.
    package typealias Options = @Sendable (_ typed: Fields, Reading) throws -> [SearchOption]

    package static func choice(
        any: @escaping @Sendable (Words) -> String,
        options: @escaping Options
    ) -> SearchControl { .choice(any: any, isKeptWhenEmpty: false, options: options) }

    /// What can be chosen by this reader; none if nothing is chosen from a list.
    package func options(_ typed: Fields, _ reading: Reading) throws -> [SearchOption] {
        guard case .choice(_, _, let options) = self else { return [] }
        return try options(typed, reading)
    }
}

package struct SearchOption: Sendable {
    package let value: String
    package let label: @Sendable (Words) -> String

    package init(_ value: String, _ label: @escaping @Sendable (Words) -> String) {
        (self.value, self.label) = (value, label)
    }
}
