// The words of mail, spelt as the tables and the forms spell them.

/// How often a community or a group is in a member's digest.
package enum MailLevel: String, CaseIterable, Codable, Sendable { case daily, weekly, none }

/// How much of what is written in a group may leave by mail.
package enum MailDetail: String, CaseIterable, Codable, Sendable {
    /// Titles, names and the beginnings of posts.
    case full
    case title
    /// That there is something, under a name that tells nothing: all that a confidential group ever lets out.
    case something
}
