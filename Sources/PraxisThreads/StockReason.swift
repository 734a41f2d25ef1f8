/// Reasons that a moderator picks from a list, shown to the author in the author's language.
package enum StockReason: String, CaseIterable, Codable, Sendable {
    case identifiesClient = "identifies-client"
    case disrespect
    case offTopic = "off-topic"
    case spam, duplicate
}
