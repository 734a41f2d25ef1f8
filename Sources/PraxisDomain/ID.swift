/// An identifier that knows what it identifies: an `ID<Noun.Post>` is no `ID<Noun.Member>`.
package struct ID<Entity>: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// Parses an id from an address or a JSON string.
    ///
    /// Returns nil for anything but plain decimal digits of a positive number.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(text), value > 0 else { return nil }
        self.init(rawValue: value)
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ID: CustomStringConvertible {
    package var description: String { String(rawValue) }
}

/// What an id can identify.
///
/// Never instantiated, only named.
package enum Noun {
    package enum Member {}
    package enum Session {}
    package enum Community {}
    package enum Group {}
    package enum Request {}
    package enum Invitation {}
    package enum Conversation {}
    package enum Post {}
    package enum JournalEntry {}
    package enum QueueItem {}
    package enum Mail {}
    package enum AuditEntry {}
    package enum Report {}
    package enum DiscardedDraft {}
}

package typealias MemberID = ID<Noun.Member>
package typealias SessionID = ID<Noun.Session>
package typealias CommunityID = ID<Noun.Community>
package typealias GroupID = ID<Noun.Group>
package typealias RequestID = ID<Noun.Request>
package typealias InvitationID = ID<Noun.Invitation>
package typealias ThreadID = ID<Noun.Conversation>
package typealias PostID = ID<Noun.Post>
package typealias JournalNumber = ID<Noun.JournalEntry>
package typealias QueueItemID = ID<Noun.QueueItem>
package typealias MailID = ID<Noun.Mail>
package typealias AuditNumber = ID<Noun.AuditEntry>
package typealias ReportID = ID<Noun.Report>
package typealias DiscardedDraftID = ID<Noun.DiscardedDraft>
