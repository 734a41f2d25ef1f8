/// How often a community or a group is in a member's digest.
package enum MailLevel: String, CaseIterable, Codable, Sendable { case daily, weekly, none }
