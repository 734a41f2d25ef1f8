package import PraxisDomain
import PraxisStore

extension MailLink.Use {
    /// To stop the digest, or to leave a community out of it, and to undo that.
    package static let digest: MailLink.Use = "digest"
}

extension MailLink.Scope {
    package static let digest = Self(.digest)

    package static func community(_ id: CommunityID) -> Self { Self(.digest, of: id.subject) }
}

/// A link in a mail that is for the digest.
package struct DigestLink: Equatable, Sendable {
    /// What the link stops when its button is pressed.
    enum Scope: Equatable, Sendable {
        case digest
        case community(CommunityID)
    }

    package let member: MemberID
    let scope: Scope

    /// - Returns: nil if it is old, of another site, tampered with, for another use, or about something else.
    static func opened(_ token: String, _ key: [UInt8], _ db: DB) throws -> DigestLink? {
        guard let link = try MailLink.opened(token, for: .digest, key, db) else { return nil }
        guard let subject = link.scope.subject else { return DigestLink(member: link.member, scope: .digest) }
        return subject.id(as: Noun.Community.self).map { DigestLink(member: link.member, scope: .community($0)) }
    }
}
