extension Preparation {
    /// Looks for a bare address around `index`, at ":" or "w", and ends it before the first typographic mark.
    ///
    /// The parser ends it only at white space and at "<". An address in parentheses after a link's text, or between "<" and ">", was
    /// delimited by its author and is left alone. Returns where to continue reading.
    mutating func readAddress(_ index: Int) -> Int {
        guard let start = startOfAddress(index) else { return index + 1 }
        var end = index + 1
        while end < source.count, !isWhiteSpace(source[end]), source[end] != UInt8(ascii: "<") {
            if source[end] >= 0x80, let scalar = scalar(at: end) {
                if endsAddress(scalar) {
                    if !isWithinMarks(start) { replace(end, .endOfAddress) }
                    return end
                }
                end += UTF8.width(scalar)
            } else {
                end += 1
            }
        }
        return end
    }

    private func startOfAddress(_ index: Int) -> Int? {
        if source[index] == UInt8(ascii: ":") {
            guard byte(index + 1) == UInt8(ascii: "/"), byte(index + 2) == UInt8(ascii: "/") else { return nil }
            var start = index
            while isLetterOrDigit(byte(start - 1)), index - start < 5 { start -= 1 }
            return start
        }
        let isWWW =
            (1...2).allSatisfy { byte(index + $0) | 0x20 == UInt8(ascii: "w") } && byte(index + 3) == UInt8(ascii: ".")
        return isWWW && !isLetterOrDigit(byte(index - 1)) ? index : nil
    }

    /// Whether an address at `start` is that of `[a](…)`, `<…>` or `[a]: …`.
    private func isWithinMarks(_ start: Int) -> Bool {
        switch byte(start - 1) {
        case UInt8(ascii: "<"): return true
        case UInt8(ascii: "("): return byte(start - 2) == UInt8(ascii: "]")
        default:
            var before = start - 1
            while before >= 0, isBlank(byte(before)) { before -= 1 }
            return byte(before) == UInt8(ascii: ":") && byte(before - 1) == UInt8(ascii: "]")
        }
    }

    private func scalar(at index: Int) -> Unicode.Scalar? {
        String(decoding: source[index..<min(index + 4, source.count)], as: UTF8.self).unicodeScalars.first
    }

    /// White space and punctuation beyond ASCII, and direction marks; letters of any script belong to the address.
    private func endsAddress(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .initialPunctuation, .finalPunctuation, .openPunctuation, .closePunctuation, .dashPunctuation,
            .otherPunctuation,
            .spaceSeparator, .lineSeparator, .paragraphSeparator:
            true
        case .format: scalar.value != 0x200C && scalar.value != 0x200D
        default: false
        }
    }
}

private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
