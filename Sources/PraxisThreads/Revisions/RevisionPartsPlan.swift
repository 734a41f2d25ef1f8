extension RevisionPlan {
    /// Parts of a difference as they are found, word by word; neighbours of one kind become one part.
    struct Parts {
        private var joined: [Part] = []

        mutating func add(_ part: Part) {
            switch (joined.last, part) {
            case (.same(let before), .same(let word)): joined[joined.count - 1] = .same(before + word)
            case (.added(let before), .added(let word)): joined[joined.count - 1] = .added(before + word)
            case (.removed(let before), .removed(let word)): joined[joined.count - 1] = .removed(before + word)
            default: joined.append(part)
            }
        }

        /// The same difference as a reader takes it in: changes with no more than a word or two between them are one change, of a phrase
        /// that is removed whole and one that is added whole.
        var merged: [Part] {
            var result = Parts(), change = Change(), gap = ""
            for part in joined {
                if case .same(let text) = part {
                    if change.isEmpty { result.add(part) } else { gap += text }
                    continue
                }
                let next = Change(part)
                if !gap.isEmpty, !change.takes(gap, before: next) {
                    change.add(to: &result)
                    result.add(.same(gap))
                    (change, gap) = (Change(), "")
                }
                change.append(gap, next)
                gap = ""
            }
            change.add(to: &result)
            if !gap.isEmpty { result.add(.same(gap)) }
            return result.joined
        }
    }

    /// What is taken away at one place, and what is put there.
    private struct Change {
        private var removed = ""
        private var added = ""

        /// The most that may stay the same between two changes that are shown as one.
        private static let gapWords = 2
        private static let gapCharacters = 24

        init() {}

        init(_ part: Part) {
            switch part {
            case .same: break
            case .added(let text): added = text
            case .removed(let text): removed = text
            }
        }

        var isEmpty: Bool { removed.isEmpty && added.isEmpty }

        /// Whether a reader sees one change, with `gap` in the middle, rather than two.
        ///
        /// Not across lines, nor where text is only added or only removed: the marks are readable there as they stand.
        func takes(_ gap: String, before next: Change) -> Bool {
            if removed.isEmpty && next.removed.isEmpty || added.isEmpty && next.added.isEmpty { return false }
            return gap.count <= Self.gapCharacters && !gap.contains(where: \.isNewline)
                && gap.split(whereSeparator: \.isWhitespace).count <= Self.gapWords
        }

        mutating func append(_ gap: String, _ next: Change) {
            removed += gap + next.removed
            added += gap + next.added
        }

        /// Spaces that both texts begin or end with stay outside the marks.
        func add(to parts: inout Parts) {
            let before = Self.shared(removed, added)
            let old = removed.dropFirst(before.count), new = added.dropFirst(before.count)
            let after = Self.shared(String(old.reversed()), String(new.reversed()))
            let found: [Part] = [
                .same(before), .removed(String(old.dropLast(after.count))), .added(String(new.dropLast(after.count))),
                .same(String(after.reversed())),
            ]
            for part in found where !part.text.isEmpty { parts.add(part) }
        }

        /// The spaces that both begin with.
        private static func shared(_ old: String, _ new: String) -> String {
            String(zip(old, new).prefix { $0 == $1 && $0.isWhitespace }.map(\.0))
        }
    }
}

extension RevisionPlan.Part {
    fileprivate var text: String {
        switch self {
        case .same(let text), .added(let text), .removed(let text): text
        }
    }
}
