import Foundation

/// Text that people typed, normalised once at the border: NFC, line ends as `\n`, edges trimmed.
///
/// Lengths are Unicode scalars.
package enum TypedText {
    /// - Throws: `Denial.input` naming `field` when the text is outside `range` or holds a NUL.
    package static func checked(_ raw: String, _ field: String, _ range: ClosedRange<Int>) throws(Denial) -> String {
        let text = normalised(raw)
        if text.holds(0) { throw .input([FieldError(field, .holdsNull)]) }
        // A scalar takes one to four bytes, so most texts need no count.
        let bytes = text.utf8.count
        if bytes < range.lowerBound || bytes > range.upperBound {
            let scalars = text.unicodeScalars.count
            if scalars == 0 && range.lowerBound > 0 { throw .input([FieldError(field, .missing)]) }
            if scalars > range.upperBound {
                throw .input([FieldError(field, .tooLong(maximum: range.upperBound, actual: scalars))])
            }
        }
        if range.lowerBound > 1, text.unicodeScalars.count < range.lowerBound {
            throw .input([FieldError(field, .tooShort(minimum: range.lowerBound))])
        }
        return text
    }

    package static func normalised(_ raw: String) -> String {
        var text = raw
        if text.holds(13) {
            text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        }
        if !text.utf8.allSatisfy({ $0 < 128 }) { text = text.precomposedStringWithCanonicalMapping }
        let isEdge = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isEdge($0) }),
            let last = scalars.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// How text is compared and sorted whatever its case and its accents: the `folded` columns.
    package static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil).lowercased()
    }
}

extension String {
    /// Whether a byte occurs in it: many times quicker over contiguous bytes than over the view of them.
    fileprivate func holds(_ byte: UInt8) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
    }
}

/// The body of a post within F2's limits.
package struct PostText: Equatable, Sendable {
    package let text: String

    package init(_ raw: String, field: String = "body") throws(Denial) {
        text = try TypedText.checked(raw, field, Limits.postScalars)
    }
}

/// The title of a thread within F2's limits, on one line.
package struct Title: Equatable, Sendable {
    package let text: String

    package init(_ raw: String, field: String = "title") throws(Denial) {
        text = try TypedText.checked(raw.replacing("\n", with: " "), field, Limits.titleScalars)
    }
}

/// The short name in an address: small letters, digits and hyphens, at most 60 of them.
package struct Slug: Hashable, Sendable {
    package let text: String

    /// Takes a slug as it was typed, or nothing when it is not one.
    package init?(exactly text: String) {
        let fits = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard fits, !text.isEmpty, text.utf8.count <= 60, text.utf8.first != 45 else { return nil }
        self.text = text
    }

    /// Makes a slug from a name; a name without any Latin letter or digit gives "group".
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
