import PraxisCapability

/// Brings the posts of a file into the order of their numbers, thread by thread, whatever the order of its lines.
///
/// A post whose forerunners have not come yet waits for them. Numbers that never come (their lines were not taken) leave a gap that is
/// closed at the end of the file, or when too many wait. Posts without a number stay where they are.
struct ImportOrder {
    typealias Line = (number: Int, line: any ImportLine)

    private struct Series {
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

    /// Maximum posts kept in memory.
    private static let mostWaiting = 20_000

    private var series: [Int64: Series] = [:]
    private var waiting = 0

    /// Takes the next lines of the file.
    /// - Returns: those whose turn it is, and those that are not taken.
    mutating func take(_ lines: [Line]) -> (ready: [Line], refused: [RefusedLine]) {
        var ready: [Line] = [], refused: [RefusedLine] = []
        for line in lines {
            guard let turn = line.line.turn else {
                ready.append(line)
                continue
            }
            guard take(line, turn, &ready) else {
                let reason = BadLine.wrong(field: "number", expected: ImportTurn.expectation)
                refused.append(RefusedLine(line.number, reason))
                continue
            }
            if waiting > Self.mostWaiting { ready += rest() }
        }
        return (ready, refused)
    }

    private mutating func take(_ line: Line, _ turn: ImportTurn, _ ready: inout [Line]) -> Bool {
        var place = series.removeValue(forKey: turn.series) ?? Series()
        let before = place.waiting.count
        let isTaken = place.take(line, turn.source, turn.number, &ready)
        waiting += place.waiting.count - before
        series[turn.series] = place
        return isTaken
    }

    /// Those that still wait, each series by its numbers.
    mutating func rest() -> [Line] {
        var lines: [Line] = []
        for key in series.filter({ !$0.value.waiting.isEmpty }).keys.sorted() {
            lines += series[key]?.release(all: true) ?? []
        }
        waiting = 0
        return lines
    }
}
