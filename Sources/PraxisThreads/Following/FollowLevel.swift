/// How much a member wants of a thread or a group.
package enum FollowLevel: String, CaseIterable, Codable, Sendable { case digest, muted }
