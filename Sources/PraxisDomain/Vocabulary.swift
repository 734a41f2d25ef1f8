// The words of PRODUCT.md's vocabulary, spelt as the API, the tables and the import files spell them.

/// A role in a community or in a group.
///
/// Separate rights rather than a ladder: `Policy` says what each may do where.
package enum Role: String, CaseIterable, Codable, Sendable { case guest, member, facilitator, moderator, manager }

/// The state of an account or of a membership.
///
/// It only ever takes away.
package enum Standing: String, CaseIterable, Codable, Sendable {
    case pending, active, lapsed, silenced, suspended, former

    /// Lapsed and silenced members read; everybody else but the active is as a visitor.
    package var reads: Bool { self == .active || self == .lapsed || self == .silenced }
    package var writes: Bool { self == .active }
}

package enum CommunityVisibility: String, CaseIterable, Codable, Sendable { case `public`, members, hidden }

/// How one becomes a member of a community.
package enum Joining: String, CaseIterable, Codable, Sendable { case open, request, invite }

package enum GroupKind: String, CaseIterable, Codable, Sendable {
    case topic
    case peerSupport = "peer-support"
    case peerSupervision = "peer-supervision"
    case working

    /// Only those who have joined read a confidential group, whatever its access and whatever their role.
    package var isConfidential: Bool { self == .peerSupport || self == .peerSupervision }
}

/// How one becomes a member of a group, and, unless it is confidential, who reads it.
package enum GroupAccess: String, CaseIterable, Codable, Sendable { case open, request, invite }

package enum ThreadKind: String, CaseIterable, Codable, Sendable { case discussion, question, story, notice }

package enum ThreadState: String, CaseIterable, Codable, Sendable { case open, answered, closed }

package enum PostState: String, CaseIterable, Codable, Sendable { case published, held, hidden, withdrawn }

package enum FollowLevel: String, CaseIterable, Codable, Sendable { case digest, muted }

/// A language that pages and mails are written in; each has a file in `Resources/words`.
package enum Language: String, CaseIterable, Codable, Sendable {
    case english = "en"
    case french = "fr"
}

/// Which threads a list shows.
package enum ThreadFilter: String, CaseIterable, Codable, Sendable { case all, unanswered, new, mine }
