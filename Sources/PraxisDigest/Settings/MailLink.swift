package import PraxisCapability
import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
package import PraxisStore
import PraxisWeb

/// A link in a mail that lets its owner do one thing, without signing in.
///
/// Its token is a name and a seal. The name is its words in ASCII, `member use`, or `member use kind id` with what it is about:
///
///     12 digest
///     12 digest community 3
///
/// The seal is HMAC-SHA256 with the site's key over that name and the version that the member's links have. A capability adds its own
/// use, about any `Subject`, and brings what its links open and do as a `MailLinkUse`; the format stays.
package struct MailLink: Hashable, Sendable {
    package let member: MemberID
    package let scope: Scope

    /// What a link may do, and with what.
    package struct Scope: Hashable, Sendable {
        package let use: Use
        /// Nil for the whole of it.
        package let subject: Subject?

        package init(_ use: Use, of subject: Subject? = nil) { (self.use, self.subject) = (use, subject) }
    }

    /// The word for what a link may do: letters and hyphens, unique among the capabilities.
    ///
    /// An open set: a capability adds its own, and is given links of its own use alone.
    package struct Use: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }
        package init(stringLiteral word: String) { rawValue = word }
    }

    /// Bytes of the seal: 128 bits.
    private static let sealBytes = 16
    /// Maximum bytes of a name; nothing longer is looked at.
    private static let nameBytes = 120

    package init(member: MemberID, scope: Scope) { (self.member, self.scope) = (member, scope) }

    /// What an address holds of it; `version` is that of the member's links, and tokens of another one do nothing.
    package func token(_ key: [UInt8], version: Int) -> String {
        Base64URL.encode(Array(name.utf8) + seal(key, version: version))
    }

    /// The link of a token, whose seal is compared in constant time.
    ///
    /// It may be for any use: what it opens is decided by that.
    /// - Returns: nil if it is old, of another site, or tampered with.
    package static func opened(_ token: String, _ key: [UInt8], _ db: DB) throws -> MailLink? {
        guard token.utf8.count <= (nameBytes + sealBytes) * 2, let bytes = Base64URL.decode(token),
            let link = MailLink(name: String(decoding: bytes.dropLast(sealBytes), as: UTF8.self))
        else { return nil }
        let version = try DigestState.linkVersion(of: link.member, db) ?? 0
        return constantTimeEqual(bytes, Array(link.name.utf8) + link.seal(key, version: version)) && version > 0
            ? link : nil
    }

    /// Reads a name; returns nil for anything that `name` would not have written.
    private init?(name: String) {
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2 || words.count == 4, let member = MemberID(words[0]) else { return nil }
        let id = words.count == 4 ? Int64(words[3]) : nil
        let subject = id.map { Subject(SubjectKind(rawValue: String(words[2])), $0) }
        self.init(member: member, scope: Scope(Use(rawValue: String(words[1])), of: subject))
        if self.name != name { return nil }
    }

    private var name: String {
        let about = scope.subject.map { " \($0.kind.rawValue) \($0.id)" } ?? ""
        return "\(member) \(scope.use.rawValue)\(about)"
    }

    private func seal(_ key: [UInt8], version: Int) -> [UInt8] {
        Array(HMACSHA256.code(Array("mail link \(version) \(name)".utf8), key: key).prefix(Self.sealBytes))
    }
}

extension MailOrder {
    /// The address of a link for the mail's recipient; nil for one who has no links.
    package func address(of scope: MailLink.Scope) throws -> String? {
        guard let version = try DigestState.linkVersion(of: recipient.id, db) else { return nil }
        return settings.baseURL
            + Paths.mailLink(MailLink(member: recipient.id, scope: scope).token(siteKey, version: version))
    }
}
