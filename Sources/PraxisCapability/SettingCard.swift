package import HTML
package import PraxisDomain
package import PraxisWeb

/// What a capability lets members set about itself, as a card on the page of their own settings.
package struct SettingCard: Sendable {
    /// The card for the viewer, with what is wrong with what they typed; nil for one whom it does not concern.
    package let card: @Sendable (Call, [FieldError]) async throws -> HTML?

    package init(card: @escaping @Sendable (Call, [FieldError]) async throws -> HTML?) { self.card = card }
}
