/// Finds the phone numbers in words that a community has written for a crisis.
package enum PhonePlan {
    /// A piece of a text, as it stands there.
    package enum Piece: Hashable {
        case text(String)
        /// `number` holds digits, after a plus if it has one, and nothing else.
        case phone(String, number: String)
    }

    /// Digits of a number: 112 is one, and no number in the world has more than fifteen.
    private static let digits = 3...15

    /// The pieces of `text` in their order; put together again they are `text`.
    package static func pieces(of text: String) -> [Piece] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [Piece] = [], plain = String.UnicodeScalarView(), at = 0
        while at < scalars.count {
            guard let end = end(of: scalars, from: at) else {
                plain.append(scalars[at])
                at += 1
                continue
            }
            if !plain.isEmpty { pieces.append(.text(String(plain))) }
            plain = String.UnicodeScalarView()
            let found = scalars[at..<end]
            let number = String(String.UnicodeScalarView(found.filter { isDigit($0) || $0 == "+" }))
            pieces.append(.phone(String(String.UnicodeScalarView(found)), number: number))
            at = end
        }
        if !plain.isEmpty { pieces.append(.text(String(plain))) }
        return pieces
    }

    /// Where the number that begins at `start` ends; returns nil if none does.
    private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard isDigit(scalars[start]) || scalars[start] == "+" || scalars[start] == "(" else { return nil }
        if start > 0, isPart(scalars[start - 1]) { return nil }
        var at = start, last = start, count = 0
        while at < scalars.count {
            let scalar = scalars[at]
            if isDigit(scalar) {
                (last, count) = (at + 1, count + 1)
            } else if !isBetween(scalars, at, from: start) {
                break
            }
            at += 1
        }
        let found = scalars[start..<last]
        let isCounted =
            last + 1 < scalars.count && isSpace(scalars[last])
            && "%$€".unicodeScalars.contains(scalars[last + 1])
        guard digits.contains(count), last == scalars.count || !isPart(scalars[last]) || !continues(scalars, last),
            !isCounted, !isYear(found), !isDay(found), found.contains("(") == found.contains(")")
        else { return nil }
        return last
    }

    /// Whether what stands at `at` parts two groups of digits of one number: one mark or space, or a bracket and a space.
    private static func isBetween(_ scalars: [Unicode.Scalar], _ at: Int, from start: Int) -> Bool {
        let scalar = scalars[at]
        if scalar == "+" { return at == start }
        let next = at + 1 < scalars.count ? scalars[at + 1] : " "
        switch scalar {
        case "(": return isDigit(next)
        case ")": return isDigit(next) || isSpace(next)
        case "-", ".", "\u{2011}": return isDigit(next)
        default: return isSpace(scalar) && (isDigit(next) || next == "(")
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    /// Whether a number that touches it is a part of something else: a word, a price, a time of day.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar) || "$£€%#@/:,_-+.".unicodeScalars.contains(scalar)
    }

    /// Whether a mark after a number leads on to more of the same, rather than ending a sentence.
    private static func continues(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
        let scalar = scalars[at]
        if scalar.properties.isAlphabetic || "$£€%@_".unicodeScalars.contains(scalar) { return true }
        return at + 1 < scalars.count && (isDigit(scalars[at + 1]) || scalars[at + 1].properties.isAlphabetic)
    }

    private static func isYear(_ found: ArraySlice<Unicode.Scalar>) -> Bool {
        found.count == 4 && found.allSatisfy(isDigit)
            && (found.starts(with: "19".unicodeScalars) || found.starts(with: "20".unicodeScalars))
    }

    /// As in 2026-11-28.
    private static func isDay(_ found: ArraySlice<Unicode.Scalar>) -> Bool {
        found.count == 10 && found.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [4, 2, 2]
    }
}
