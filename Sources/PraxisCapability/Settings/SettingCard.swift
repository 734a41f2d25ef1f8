package import HTML
package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// What a capability lets members set about itself, as a card on the page of their own settings.
package struct SettingCard: Sendable {
    /// The id of the card's element.
    package let id: String
    /// What it is about, in the navigation of settings.
    package let name: @Sendable (Words) -> String
    /// Whether it concerns the viewer.
    package let isShown: @Sendable (Call) -> Bool
    /// The card for a viewer whom it concerns, with what is wrong with what they typed.
    package let card: @Sendable (Call, [FieldError]) async throws -> HTML

    package init(
        _ id: String,
        _ name: @escaping @Sendable (Words) -> String,
        if isShown: @escaping @Sendable (Call) -> Bool = { _ in true },
        card: @escaping @Sendable (Call, [FieldError]) async throws -> HTML
    ) {
        self.id = id
        self.name = name
        self.isShown = isShown
        self.card = card
    }
}
