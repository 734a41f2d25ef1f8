internal import COpenSSL

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
    /// The 32 bytes of the digest.
    package static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var hasher = Hasher()
        hasher.update(bytes)
        return hasher.finish()
    }

    /// The 32 bytes of the digest of the text's UTF-8.
    package static func hash(_ text: String) -> [UInt8] {
        hash(text.utf8)
    }

    /// Computes a digest incrementally.
    package struct Hasher: ~Copyable {
        private let context: OpaquePointer?

        package init() {
            context = EVP_MD_CTX_new()
            precondition(EVP_DigestInit_ex(context, algorithm.pointer, nil) == 1, "SHA-256 is not available")
        }

        deinit { EVP_MD_CTX_free(context) }

        package mutating func update(_ bytes: some Sequence<UInt8>) {
            let done: Void? = bytes.withContiguousStorageIfAvailable { add(UnsafeRawBufferPointer($0)) }
            if done == nil { Array(bytes).withUnsafeBytes { add($0) } }
        }

        /// The 32 bytes of the digest.
        package consuming func finish() -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
                precondition(EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1, "SHA-256 failed")
                filled = 32
            }
        }

        private func add(_ bytes: UnsafeRawBufferPointer) {
            precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1, "SHA-256 failed")
        }
    }

    /// Fetched once and never freed: fetching for each digest costs more than a short digest itself.
    private static let algorithm = Algorithm()

    /// OpenSSL's description of SHA-256, which threads may share; stored as an address since pointers are not `Sendable`.
    private struct Algorithm: Sendable {
        private let address = Int(bitPattern: EVP_MD_fetch(nil, "SHA2-256", nil))
        var pointer: OpaquePointer? { OpaquePointer(bitPattern: address) }
    }
}
