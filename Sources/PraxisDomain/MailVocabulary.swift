// The vocabulary of mail, spelt as in the tables and the forms.

/// How often a community or a group is in a member's digest.
package enum MailLevel: String, CaseIterable, Codable, Sendable { case daily, weekly, none }

/// How much of a group's content may leave by mail.
package enum MailDetail: String, CaseIterable, Codable, Sendable {
    /// Titles, names and the beginnings of posts.
    case full
    case title
    /// Only that there is something, under a name that reveals nothing: all that a confidential group ever discloses.
    case something
}
