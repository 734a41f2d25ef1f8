/// Why a post was reported.
package enum ReportReason: String, CaseIterable, Codable, Sendable {
    /// A client, pupil or family could be recognised: holds the post immediately.
    case identifiesClient = "identifies-client"
    /// About the author rather than the post: someone should look after this person.
    case worried
    case disrespect
    case offTopic = "off-topic"
    case spam, other
}
