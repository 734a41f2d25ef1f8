package import HTML
package import PraxisWeb

/// What a capability lets members set about its mail, as a card on the page of their settings for mail.
package struct MailSettingCard: Sendable {
    /// The card for a reader; nil for one whom it does not concern.
    package let card: @Sendable (Call) async throws -> HTML?
    /// Turns its mail off, with everything else.
    package let stop: @Sendable (Call) async throws -> Void

    package init(
        card: @escaping @Sendable (Call) async throws -> HTML?,
        stop: @escaping @Sendable (Call) async throws -> Void
    ) { (self.card, self.stop) = (card, stop) }
}
