package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// How the form of a search shows a field.
package enum SearchControl: Sendable {
    case text, day
    /// A choice of one, or of none, which is called `any`. Without options and with `isKeptWhenEmpty`, what was chosen is sent on unseen.
    case choice(any: @Sendable (Words) -> String, isKeptWhenEmpty: Bool, options: Options)

    package typealias Options = @Sendable (SearchReader, DB) throws -> [SearchOption]

    package static func choice(
        any: @escaping @Sendable (Words) -> String,
        options: @escaping Options
    ) -> SearchControl { .choice(any: any, isKeptWhenEmpty: false, options: options) }

    /// What can be chosen by this reader; none if nothing is chosen from a list.
    package func options(for reader: SearchReader, _ db: DB) throws -> [SearchOption] {
        guard case .choice(_, _, let options) = self else { return [] }
        return try options(reader, db)
    }
}

package struct SearchOption: Sendable {
    package let value: String
    package let label: @Sendable (Words) -> String

    package init(_ value: String, _ label: @escaping @Sendable (Words) -> String) {
        (self.value, self.label) = (value, label)
    }
}

/// Who is shown the form of a search, with what they typed.
package struct SearchReader: Sendable {
    package let viewer: Viewer
    package let typed: Fields
    package let now: Timestamp

    package init(_ viewer: Viewer, typed: Fields, at now: Timestamp) {
        self.viewer = viewer
        self.typed = typed
        self.now = now
    }
}
