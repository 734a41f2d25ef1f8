/// What changed between two texts: phrases taken away and phrases put in their place.
package enum RevisionPlan {
    package enum Part: Equatable, Sendable {
        case same(String)
        case added(String)
        case removed(String)
    }

    /// Words of one changed stretch times words of the other: beyond this the stretch is shown as replaced whole.
    private static let largestTable = 400_000

    /// The parts in order; those that are not `.added` make the old text, those that are not `.removed` the new one.
    package static func difference(_ old: String, _ new: String) -> [Part] {
        let old = words(old), new = words(new)
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        var parts = Parts()
        for word in old[..<start] { parts.add(.same(word)) }
        compare(Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]), &parts)
        for word in old[(old.count - end)...] { parts.add(.same(word)) }
        return parts.merged
    }

    /// Words, and the spaces between them each for itself, so that every character is in one of them.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var isAfterSpace = true
        for character in text {
            if character.isWhitespace || isAfterSpace || words.isEmpty {
                words.append(String(character))
            } else {
                words[words.count - 1].append(character)
            }
            isAfterSpace = character.isWhitespace
        }
        return words
    }

    /// Longest common subsequence, by a table of lengths from the end.
    private static func compare(_ old: [String], _ new: [String], _ parts: inout Parts) {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= largestTable else {
            for word in old { parts.add(.removed(word)) }
            for word in new { parts.add(.added(word)) }
            return
        }
        let width = new.count + 1
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                lengths[i * width + j] =
                    old[i] == new[j]
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var i = 0, j = 0
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i] == new[j] {
                parts.add(.same(old[i]))
                (i, j) = (i + 1, j + 1)
            } else if j == new.count || (i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
                parts.add(.removed(old[i]))
                i += 1
            } else {
                parts.add(.added(new[j]))
                j += 1
            }
        }
    }
}
