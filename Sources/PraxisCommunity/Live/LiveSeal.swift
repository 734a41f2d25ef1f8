import PraxisCrypto
package import PraxisDomain

/// Journal numbers as one listener sees them: opaque, stable for the same number, useless to anyone else.
///
/// Plain numbers would reveal how much happens where the listener may not look. The first half of an id is a MAC of the number, the
/// second the number masked by a value derived from the first, so an id that was tampered with or issued to another is detected.
package struct LiveSeal: Sendable {
    private let key: [UInt8]

    /// Derived from the site's secret, so that an id outlives the process, and from the token hash of the listening session.
    package init(siteKey: [UInt8], tokenHash: [UInt8], community: CommunityID) {
        key = HMACSHA256.code(Array("live".utf8) + tokenHash + Self.bytes(community.rawValue), key: siteKey)
    }

    package func id(of number: JournalNumber) -> String {
        let plain = Self.bytes(number.rawValue)
        let code = code(of: plain)
        return Base64URL.encode(code + zip(plain, mask(code)).map { $0 ^ $1 })
    }

    /// The number of an id issued to this listener; returns nil for anything else.
    package func number(of id: String) -> JournalNumber? {
        guard let bytes = Base64URL.decode(id), bytes.count == 16 else { return nil }
        let code = Array(bytes[..<8])
        let plain = zip(bytes[8...], mask(code)).map { $0 ^ $1 }
        guard constantTimeEqual(self.code(of: plain), code) else { return nil }
        return JournalNumber(rawValue: plain.reduce(0) { $0 << 8 | Int64($1) })
    }

    private func code(of plain: [UInt8]) -> [UInt8] { Array(HMACSHA256.code([0] + plain, key: key)[..<8]) }

    private func mask(_ code: [UInt8]) -> [UInt8] { Array(HMACSHA256.code([1] + code, key: key)[..<8]) }

    private static func bytes(_ value: Int64) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
}
