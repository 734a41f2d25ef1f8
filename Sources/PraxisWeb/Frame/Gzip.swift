import CZlib

/// The gzip format (RFC 1952), for content that is the same for everyone.
///
/// Pages are not compressed: they hold a secret (the form token) beside words that a stranger can choose, and the length of
/// what is compressed together tells of both (record 91).
package enum Gzip {
    /// The compressed content, as small as zlib makes it; nil if zlib has no memory for it.
    package static func compress(_ content: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window; 16 more ask for the gzip format.
        let begun = deflateInit2_(
            &stream,
            Z_BEST_COMPRESSION,
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard begun == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var content = content
        let bound = Int(deflateBound(&stream, UInt(content.count)))
        let compressed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            content.withUnsafeMutableBufferPointer { input in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(bound))
                // The bound is enough for all of it, so one call ends the stream.
                count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? bound - Int(stream.avail_out) : 0
            }
        }
        return compressed.isEmpty ? nil : compressed
    }
}
