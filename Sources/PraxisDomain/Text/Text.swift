import Foundation

/// Typed text, normalised once at the boundary: NFC, line ends as `\n`, no control characters, edges trimmed; text without a visible
/// character is empty.
///
/// Lengths are Unicode scalars. `docs/text.md` says what a post, a title and a name may contain.
package enum TypedText {
    /// - Throws: `Denial.input` naming `field` if the text is outside `range` or contains a NUL.
    package static func checked(_ raw: String, _ field: String, _ range: ClosedRange<Int>) throws(Denial) -> String {
        try fitting(normalised(raw), field, range)
    }

    /// The same on one line: line ends and tabs become spaces, and direction controls are removed.
    package static func line(_ raw: String, _ field: String, _ range: ClosedRange<Int>) throws(Denial) -> String {
        try fitting(onOneLine(normalised(raw)), field, range)
    }

    private static func fitting(_ typed: String, _ field: String, _ range: ClosedRange<Int>) throws(Denial) -> String {
        if typed.holds(0) { throw .input([FieldError(field, .holdsNull)]) }
        let text = typed.unicodeScalars.contains(where: \.isSeen) ? typed : ""
        // A scalar takes one to four bytes, so most texts need not be counted.
        if text.isEmpty && range.lowerBound > 0 { throw .input([FieldError(field, .missing)]) }
        if text.utf8.count > range.upperBound {
            let scalars = text.unicodeScalars.count
            if scalars > range.upperBound {
                throw .input([FieldError(field, .tooLong(maximum: range.upperBound, actual: scalars))])
            }
        }
        if range.lowerBound > 1, text.countFromFirstToLastSeen < range.lowerBound {
            throw .input([FieldError(field, .tooShort(minimum: range.lowerBound))])
        }
        return text
    }

    package static func normalised(_ raw: String) -> String {
        var text = raw
        if !text.isPlain {
            text = withPlainLines(text).precomposedStringWithCanonicalMapping
        }
        let isEdge = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isEdge($0) }),
            let last = scalars.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Every line or page end as `\n`; no control characters except the tab, and the NUL, which is refused.
    private static func withPlainLines(_ text: String) -> String {
        var plain = String.UnicodeScalarView(), isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 10: if !isAfterReturn { plain.append("\n") }
            case 11, 12, 13, 0x85, 0x2028, 0x2029: plain.append("\n")
            case 0, 9, 32...126, 0xA0...: plain.append(scalar)
            default: break
            }
            isAfterReturn = scalar.value == 13
        }
        return String(plain)
    }

    private static func onOneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { !$0.turnsDirection }
        guard scalars.contains(where: { $0 == "\n" || $0 == "\t" }) else {
            return String(String.UnicodeScalarView(scalars))
        }
        var line = String.UnicodeScalarView(), blanks: [Unicode.Scalar] = []
        for scalar in scalars {
            if scalar.properties.isWhitespace {
                blanks.append(scalar)
                continue
            }
            if blanks.contains(where: { $0 == "\n" || $0 == "\t" }) { blanks = [" "] }
            line.append(contentsOf: blanks)
            line.append(scalar)
            blanks = []
        }
        return String(line)
    }

    /// Text in the form in which it is compared and sorted regardless of case, accents and variants: the `folded` columns.
    package static func folded(_ text: String) -> String { Folding.folded(text) }
}

extension Unicode.Scalar {
    /// Whether it is visible on the page.
    package var isSeen: Bool { !properties.isWhitespace && isSeenOrBlank && value != 0x2800 }

    fileprivate var isSeenOrBlank: Bool {
        if isASCII { return (0x20..<0x7F).contains(value) }
        if properties.isDefaultIgnorableCodePoint { return false }
        switch properties.generalCategory {
        case .control, .format, .unassigned, .surrogate: return false
        default: return true
        }
    }

    /// Directional embeddings, overrides and isolates, whose effect can extend beyond their text.
    fileprivate var turnsDirection: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
}

extension String {
    /// The number of characters, blanks included, from the first visible one to the last.
    fileprivate var countFromFirstToLastSeen: Int {
        guard let first = unicodeScalars.firstIndex(where: \.isSeen),
            let last = unicodeScalars.lastIndex(where: \.isSeen)
        else { return 0 }
        return unicodeScalars[first...last].count(where: \.isSeenOrBlank)
    }

    /// Whether it is ASCII without control characters other than `\n`.
    fileprivate var isPlain: Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 >= 32 && $0 < 127 || $0 == 10 } } ?? false
    }

    /// Whether it contains a byte: many times faster on contiguous bytes than on the UTF-8 view.
    fileprivate func holds(_ byte: UInt8) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
    }
}

/// The body of a post, within F2's limits.
package struct PostText: Equatable, Sendable {
    package let text: String

    package init(_ raw: String, field: String = "body") throws(Denial) {
        text = try TypedText.checked(raw, field, Limits.postScalars)
    }
}

/// The title of a thread, within F2's limits, on one line.
package struct Title: Equatable, Sendable {
    package let text: String

    package init(_ raw: String, field: String = "title") throws(Denial) {
        text = try TypedText.line(raw, field, Limits.titleScalars)
    }
}

/// The short name in an address: lower-case letters, digits and hyphens, at most 60 of them.
package struct Slug: Hashable, Sendable {
    package let text: String

    /// Parses a slug as it was typed; returns nil if it is not one.
    package init?(exactly text: String) {
        let fits = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard fits, !text.isEmpty, text.utf8.count <= 60, text.utf8.first != 45 else { return nil }
        self.text = text
    }

    /// Derives a slug from a name; a name without any Latin letter or digit gives "group".
    package init(from name: String) {
        var slug = ""
        for scalar in TypedText.folded(name).unicodeScalars where slug.utf8.count < 60 {
            switch scalar.value {
            case 97...122, 48...57: slug.unicodeScalars.append(scalar)
            default: if !slug.isEmpty, slug.utf8.last != 45 { slug += "-" }
            }
        }
        while slug.utf8.last == 45 { slug.removeLast() }
        text = slug.isEmpty ? "group" : slug
    }
}
