/// How much of a group's content may leave by mail.
package enum MailDetail: String, CaseIterable, Codable, Sendable {
    /// Titles, names and the beginnings of posts.
    case full
    case title
    /// Only that there is something, under a name that reveals nothing: all that a confidential group ever discloses.
    case something
}
