/// Brings the posts of a file into the order of their numbers, thread by thread, whatever the order of its lines.
///
/// A post whose forerunners have not come yet waits for them. Numbers that never come (their lines were not taken) leave a gap that is
/// closed at the end of the file, or when too many wait. Posts without a number stay where they are.
struct ImportOrder {
    typealias Line = (number: Int, line: CorpusLine)

    private struct Thread {
        var next = 1
        /// Which post has the number, by the file's id: of those that have had their turn, and of those that wait.
        var posts: [Int: Int64] = [:]
        var waiting: [Int: Line] = [:]

        /// Takes a post, and appends those whose turn it is now to `ready`.
        /// - Returns: whether it is taken: not if the number is another post's, or has been passed.
        mutating func take(_ line: Line, _ source: Int64, _ number: Int, _ ready: inout [Line]) -> Bool {
            // The same post once more changes nothing.
            if let known = posts[number] { return known == source }
            guard number >= next else { return false }
            posts[number] = source
            if number == next, waiting.isEmpty {
                ready.append(line)
                next += 1
            } else {
                waiting[number] = line
                ready += release()
            }
            return true
        }

        /// Takes those out that wait no longer, or all of them.
        mutating func release(all: Bool = false) -> [Line] {
            var lines: [Line] = []
            while let line = waiting.removeValue(forKey: next) {
                lines.append(line)
                next += 1
            }
            guard all, let last = waiting.keys.max() else { return lines }
            lines += waiting.sorted { $0.key < $1.key }.map(\.value)
            (next, waiting) = (last + 1, [:])
            return lines
        }
    }

    static let expectation = "a number from 1 that no other post of its thread has"
    /// Maximum posts kept in memory.
    private static let mostWaiting = 20_000

    private var threads: [Int64: Thread] = [:]
    private var waiting = 0

    /// Takes the next lines of the file.
    /// - Returns: those whose turn it is, and those that are not taken.
    mutating func take(_ lines: [Line]) -> (ready: [Line], refused: [RefusedLine]) {
        var ready: [Line] = [], refused: [RefusedLine] = []
        for line in lines {
            guard case .post(let post) = line.line, let number = post.number else {
                ready.append(line)
                continue
            }
            guard take(line, of: post.thread, post.source, number, &ready) else {
                let reason = BadLine.wrong(field: "number", expected: Self.expectation)
                refused.append(RefusedLine(line.number, reason))
                continue
            }
            if waiting > Self.mostWaiting { ready += rest() }
        }
        return (ready, refused)
    }

    private mutating func take(
        _ line: Line,
        of thread: Int64,
        _ source: Int64,
        _ number: Int,
        _ ready: inout [Line]
    ) -> Bool {
        var place = threads.removeValue(forKey: thread) ?? Thread()
        let before = place.waiting.count
        let isTaken = place.take(line, source, number, &ready)
        waiting += place.waiting.count - before
        threads[thread] = place
        return isTaken
    }

    /// Those that still wait, each thread by its numbers.
    mutating func rest() -> [Line] {
        var lines: [Line] = []
        for thread in threads.filter({ !$0.value.waiting.isEmpty }).keys.sorted() {
            lines += threads[thread]?.release(all: true) ?? []
        }
        waiting = 0
        return lines
    }
}
