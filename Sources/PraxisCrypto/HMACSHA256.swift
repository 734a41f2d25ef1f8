internal import COpenSSL

/// HMAC with SHA-256 (RFC 2104).
package enum HMACSHA256 {
    /// The 32 bytes that only who holds `key` can make for `message`; compare them with ``constantTimeEqual(_:_:)``.
    package static func code(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
            let code = HMAC(
                EVP_sha256(),
                key,
                Int32(key.count),
                message,
                message.count,
                buffer.baseAddress,
                nil
            )
            precondition(code != nil, "HMAC failed")
            filled = 32
        }
    }
}

/// Whether both are the same, in a time that depends on their length alone.
package func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}
