internal import COpenSSL

/// Passwords as scrypt hashes (RFC 7914) in the PHC form `$scrypt$ln=15,r=8,p=3$salt$hash`.
///
/// Everything here but ``needsRehash(_:)`` and ``decoy`` takes tens or hundreds of milliseconds and 32 MiB: call it on a separate
/// thread, never on the cooperative pool, and limit how many run at a time. Passwords are hashed as the UTF-8 that is passed in; to
/// treat "é" typed on two systems as one password, normalise it first.
package enum PasswordHash {
    /// A password longer than this, in bytes of UTF-8, never verifies.
    package static let longestPassword = 1_024

    /// A hash that no password matches: verifying against it for unknown addresses costs as much as for known ones.
    package static let decoy = text(.current, salt: Random.bytes(saltLength), hash: Random.bytes(hashLength))

    private static let saltLength = 16
    private static let hashLength = 32

    /// A new hash of the password, with its own salt and today's cost.
    ///
    /// If the required memory is not available, the process stops, as for any other allocation.
    package static func make(_ password: String) -> String {
        let salt = Random.bytes(saltLength)
        let hash = Scrypt.current.derive(hashLength, from: password, salt: salt)
        precondition(hash != nil, "scrypt failed")
        return text(.current, salt: salt, hash: hash ?? [])
    }

    /// Whether the password is the one that was hashed; also false if the hash cannot be parsed or computed.
    package static func verify(_ password: String, _ phc: String) -> Bool {
        guard password.utf8.count <= longestPassword, let stored = parse(phc),
            let hash = stored.cost.derive(stored.hash.count, from: password, salt: stored.salt)
        else { return false }
        return constantTimeEqual(hash, stored.hash)
    }

    /// Whether the hash was made with another cost or salt length than ``make(_:)`` uses today, or cannot be parsed.
    package static func needsRehash(_ phc: String) -> Bool {
        guard let stored = parse(phc) else { return true }
        return stored.cost != .current || stored.salt.count != saltLength || stored.hash.count != hashLength
    }

    private static func text(_ cost: Scrypt, salt: [UInt8], hash: [UInt8]) -> String {
        let (salt, hash) = (Base64.standard.encode(salt), Base64.standard.encode(hash))
        return "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)$\(salt)$\(hash)"
    }

    private struct Stored {
        let cost: Scrypt
        let salt: [UInt8]
        let hash: [UInt8]
    }

    private static func parse(_ phc: String) -> Stored? {
        let parts = phc.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Scrypt(parameters: parts[2]),
            let salt = Base64.standard.decode(parts[3]), let hash = Base64.standard.decode(parts[4]),
            (8...64).contains(salt.count), (16...64).contains(hash.count)
        else { return nil }
        return Stored(cost: cost, salt: salt, hash: hash)
    }
}
