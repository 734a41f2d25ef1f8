import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
package import PraxisStore

/// A link in a mail that lets its owner change what they hear, without signing in.
///
/// Its token is a name and a seal: HMAC-SHA256 with the site's key over member, scope and the version that the member's links have.
package struct MailLink: Equatable, Sendable {
    /// What the link stops when its button is pressed.
    package enum Scope: Equatable, Sendable {
        case digest
        case community(CommunityID)
    }

    package let member: MemberID
    package let scope: Scope

    /// Bytes of the seal: 128 bits.
    private static let sealBytes = 16
    private static let nameBytes = 16

    package init(member: MemberID, scope: Scope) { (self.member, self.scope) = (member, scope) }

    /// What an address holds of it; `version` is that of the member's links, and tokens of another one do nothing.
    package func token(_ key: [UInt8], version: Int) -> String {
        Base64URL.encode(name + seal(key, version: version))
    }

    /// The link of a token, whose seal is compared in constant time.
    /// - Returns: nil if it is old, of another site, or tampered with.
    package static func opened(_ token: String, _ key: [UInt8], _ db: DB) throws -> MailLink? {
        guard let bytes = Base64URL.decode(token), bytes.count == nameBytes + sealBytes else { return nil }
        let member = MemberID(rawValue: number(bytes[0..<8])), community = number(bytes[8..<16])
        let link = MailLink(
            member: member,
            scope: community == 0 ? .digest : .community(CommunityID(rawValue: community))
        )
        let version = try DigestState.linkVersion(of: member, db) ?? 0
        let isRight = constantTimeEqual(Array(bytes[nameBytes...]), link.seal(key, version: version))
        return isRight && version > 0 ? link : nil
    }

    /// Member and community, or 0 for the whole digest, as big-endian 64-bit integers.
    private var name: [UInt8] {
        let community: Int64 =
            switch scope {
            case .digest: 0
            case .community(let id): id.rawValue
            }
        return Self.bytes(member.rawValue) + Self.bytes(community)
    }

    private func seal(_ key: [UInt8], version: Int) -> [UInt8] {
        let sealed = Array("mail link".utf8) + name + Self.bytes(Int64(version))
        return Array(HMACSHA256.code(sealed, key: key).prefix(Self.sealBytes))
    }

    private static func bytes(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 { bytes.reduce(0) { $0 << 8 | Int64($1) } }
}
