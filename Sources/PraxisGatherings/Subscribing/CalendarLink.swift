import PraxisCrypto
package import PraxisDomain
package import PraxisStore

/// What the secret address of a calendar is of: all dates of a member, or those of one of their groups.
///
/// Its token is a name and a seal. The name is `member` or `member group` in ASCII digits; the seal is HMAC-SHA256 with the site's key over
/// that name and the salt that the member's last renewal chose. So it can be shown again, and no table holds it.
package struct CalendarLink: Hashable, Sendable {
    package let member: MemberID
    /// Nil for all places of the member.
    package let group: GroupID?

    /// Bytes of the seal: 128 bits.
    private static let sealBytes = 16
    /// Maximum bytes of a name; nothing longer is looked at.
    private static let nameBytes = 40

    /// What it is of, in the table of salts.
    var scope: Subject { group?.subject ?? member.subject }

    private var name: String { group.map { "\(member) \($0)" } ?? member.description }

    /// What the address holds.
    package func token(_ key: [UInt8], _ db: DB) throws -> String {
        Base64URL.encode(Array(name.utf8) + seal(key, try salt(db)))
    }

    /// The link of a token, whose seal is compared in constant time; nil if it is old, of another site, tampered with, or of an account that
    /// is not active.
    static func opened(_ token: String, _ key: [UInt8], _ db: DB) throws -> CalendarLink? {
        guard token.utf8.count <= (nameBytes + sealBytes) * 2, let bytes = Base64URL.decode(token),
            let link = CalendarLink(name: String(decoding: bytes.dropLast(sealBytes), as: UTF8.self)),
            constantTimeEqual(bytes, Array(link.name.utf8) + link.seal(key, try link.salt(db)))
        else { return nil }
        let active = try db.first(
            "SELECT 1 FROM member WHERE id = \(link.member) AND standing = 'active'" as SQL<Int>
        )
        return active == nil ? nil : link
    }

    /// Reads a name; returns nil for anything that `name` would not have written.
    private init?(name: String) {
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        guard (1...2).contains(words.count), let member = MemberID(words[0]) else { return nil }
        self.init(member: member, group: words.count == 2 ? GroupID(words[1]) : nil)
        if self.name != name { return nil }
    }

    package init(member: MemberID, group: GroupID? = nil) { (self.member, self.group) = (member, group) }

    /// Walks the primary key.
    private func salt(_ db: DB) throws -> String {
        try db.first(
            """
            SELECT salt FROM calendarAddress
            WHERE memberId = \(member) AND scopeKind = \(scope.kind) AND scopeId = \(scope.id)
            """ as SQL<String>
        ) ?? ""
    }

    private func seal(_ key: [UInt8], _ salt: String) -> [UInt8] {
        Array(HMACSHA256.code(Array("calendar \(salt) \(name)".utf8), key: key).prefix(Self.sealBytes))
    }
}
