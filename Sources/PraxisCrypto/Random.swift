internal import COpenSSL

/// Randomness fit for secrets, from OpenSSL's generator.
///
/// If the generator fails, the process stops: every value made after that would be guessable, and no fallback is safe.
package enum Random {
    /// `count` random bytes.
    package static func bytes(_ count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            precondition(RAND_bytes(buffer.baseAddress, Int32(count)) == 1, "the random generator failed")
            filled = count
        }
    }

    /// A secret for links and cookies: random bytes in base64url; the default of 24 bytes gives 32 characters.
    package static func token(bytes count: Int = 24) -> String {
        Base64URL.encode(bytes(count))
    }

    /// A code of decimal digits, uniformly distributed.
    package static func digits(_ count: Int) -> String {
        var digits: [UInt8] = []
        while digits.count < count {
            // 250 is the largest multiple of ten within a byte: using the rest would favour 0 to 5.
            digits += bytes(count - digits.count).lazy.filter { $0 < 250 }.map { UInt8(ascii: "0") + $0 % 10 }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
