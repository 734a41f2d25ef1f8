import Foundation

/// A file of lines that is read in pieces, however long it is.
struct CorpusFile {
    /// A line by its number, from 1; its bytes are nil if it is too long to be read.
    struct Line: Sendable {
        let number: Int
        let bytes: [UInt8]?
    }

    /// Twice the size of a post of the greatest length with every scalar written as two escapes of six bytes.
    static let longestLine = 1_000_000

    private static let pieceSize = 1 << 20
    private let handle: FileHandle
    private var waiting: [UInt8] = []
    private var start = 0
    private var number = 0
    private var isAtEnd = false
    private(set) var bytesRead = 0
    let size: Int

    /// - Throws: what Foundation says of a file that cannot be opened.
    init(_ path: String) throws {
        handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        size = Int(try handle.seekToEnd())
        try handle.seek(toOffset: 0)
    }

    /// The next lines, at most `count`, without empty ones; none at the end.
    mutating func lines(_ count: Int) throws -> [Line] {
        var lines: [Line] = []
        while lines.count < count, let line = try next() {
            if line.bytes.map({ !$0.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 } }) ?? true { lines.append(line) }
        }
        return lines
    }

    func close() { try? handle.close() }

    private mutating func next() throws -> Line? {
        var isTooLong = false, searched = start
        while true {
            if let end = waiting[searched...].firstIndex(of: 10) {
                let bytes = Array(waiting[start..<end])
                start = end + 1
                return numbered(isTooLong || bytes.count > Self.longestLine ? nil : bytes)
            }
            if isAtEnd {
                let bytes = Array(waiting[start...])
                start = waiting.count
                return bytes.isEmpty && !isTooLong ? nil : numbered(isTooLong ? nil : bytes)
            }
            if waiting.count - start > Self.longestLine { (isTooLong, start) = (true, waiting.count) }
            searched = try readPiece()
        }
    }

    /// Drops what has been read and appends a piece; where the search for the end of the line goes on.
    private mutating func readPiece() throws -> Int {
        waiting.removeFirst(start)
        start = 0
        let searched = waiting.count
        let piece = try handle.read(upToCount: Self.pieceSize) ?? Data()
        isAtEnd = piece.isEmpty
        bytesRead += piece.count
        waiting += piece
        return searched
    }

    private mutating func numbered(_ bytes: [UInt8]?) -> Line {
        number += 1
        return Line(number: number, bytes: bytes)
    }
}
