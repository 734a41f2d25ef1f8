// The product's vocabulary, spelt as in the API, the tables and the import files.

/// A role in a community or in a group.
///
/// Separate rights rather than a ladder: `Policy` says what each may do where.
package enum Role: String, CaseIterable, Codable, Sendable { case guest, member, facilitator, moderator, manager }

/// The state of an account or of a membership.
///
/// It can only take rights away.
package enum Standing: String, CaseIterable, Codable, Sendable {
    case pending, active, lapsed, silenced, suspended, former

    /// Lapsed and silenced members may read; everyone else who is not active is treated as a visitor.
    package var reads: Bool { self == .active || self == .lapsed || self == .silenced }
    package var writes: Bool { self == .active }
}

package enum CommunityVisibility: String, CaseIterable, Codable, Sendable { case `public`, members, hidden }

/// How people become members of a community.
package enum Joining: String, CaseIterable, Codable, Sendable { case open, request, invite }

package enum GroupKind: String, CaseIterable, Codable, Sendable {
    case topic
    case peerSupport = "peer-support"
    case peerSupervision = "peer-supervision"
    case working

    /// Only members of a confidential group may read it, whatever its access and their role elsewhere.
    package var isConfidential: Bool { self == .peerSupport || self == .peerSupervision }

    /// Whether all members of the community read a group of this kind with that access.
    package func isReadByAll(_ access: GroupAccess) -> Bool { access == .open && !isConfidential }
}

/// How people become members of a group and, unless it is confidential, who may read it.
package enum GroupAccess: String, CaseIterable, Codable, Sendable { case open, request, invite }

/// Who of a community reads what is written in a group.
package enum GroupReaders: Sendable {
    /// Everyone who reads the community.
    case all
    /// People who have joined the group, and those who moderate or manage the community.
    case joined
    /// People who have joined the group alone.
    case confidential

    package init(_ kind: GroupKind, _ access: GroupAccess) {
        self = kind.isReadByAll(access) ? .all : kind.isConfidential ? .confidential : .joined
    }
}

package enum ThreadState: String, CaseIterable, Codable, Sendable { case open, answered, closed }

package enum PostState: String, CaseIterable, Codable, Sendable { case published, held, hidden, withdrawn }

/// A language of pages and mails; each has a file of the kernel's words and of every section.
package enum Language: String, CaseIterable, Codable, Sendable {
    case english = "en"
    case french = "fr"
}

/// How a member wants pages to look, whatever they hold.
package struct Appearance: Equatable, Sendable {
    /// The colours of the device's own setting, or always the same.
    package enum Theme: String, CaseIterable, Sendable { case device, light, dark }

    /// The size of all type: 100, 118 and 135 per cent of what the browser is set to.
    package enum TextSize: String, CaseIterable, Sendable { case normal, large, larger }

    package let theme: Theme
    package let textSize: TextSize

    package init(theme: Theme, textSize: TextSize) { (self.theme, self.textSize) = (theme, textSize) }

    /// That of everyone who has chosen no other.
    package static let usual = Appearance(theme: .device, textSize: .normal)
}
