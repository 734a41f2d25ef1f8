package import PraxisDomain

/// Which names people may go by: pure, and the same for sign-up, settings, import and the administrator's commands.
///
/// A name is shown beside everything its owner writes and goes out in plain-text mails, so it must look like what it is
/// and nothing in it may become a link. `docs/text.md` says the rule in words.
package enum NamePlan {
    private static let marksInARow = 3

    /// The name in NFC on one line, each run of blanks one space, without invisible characters at its edges; otherwise as it was typed.
    /// - Throws: `Denial.input` naming `name`.
    package static func checked(_ typed: String) throws(Denial) -> String {
        let line = try TypedText.line(trimmed(typed), "name", Limits.nameScalars)
        let name = line.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        if let problem = problem(name) { throw .input([FieldError("name", problem)]) }
        return name
    }

    private static func trimmed(_ typed: String) -> String {
        let scalars = typed.unicodeScalars
        guard let first = scalars.firstIndex(where: { $0.isSeen || $0 == "\0" }),
            let last = scalars.lastIndex(where: { $0.isSeen || $0 == "\0" })
        else { return "" }
        // A joiner may end a word of its script, and a style an emoji.
        let end = scalars.index(after: last),
            tail = scalars[end...].prefix { joinsScript($0, after: scalars[last]) || styles($0, scalars[last]) }
        return String(scalars[first..<tail.endIndex])
    }

    /// What a name looks like at a glance: "rn" is "m", "vv" is "w", 0 is o, 1 is l.
    ///
    /// Names with the same skeleton cannot be told apart.
    package static func skeleton(_ name: String) -> String {
        TypedText.folded(name).replacing("rn", with: "m").replacing("vv", with: "w").replacing("0", with: "o")
            .replacing("1", with: "l").replacing("|", with: "l")
    }

    private static func problem(_ name: String) -> FieldError.Problem? {
        let scalars = name.unicodeScalars
        if !scalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
            return .missing
        }
        if holdsUnseen(Array(scalars)) { return .holdsUnseen }
        if scalars.contains(where: imitates) || hasTooManyMarks(scalars) { return .nameLooksLikeAnother }
        for word in scalars.split(whereSeparator: \.properties.isWhitespace) {
            if LinkLookPlan.looksLikeLink(String(word)) { return .nameHoldsALink }
            if Set(word.compactMap(Alphabet.init)).count > 1 { return .nameLooksLikeAnother }
        }
        return nil
    }

    /// Whether anything in it has no ink and is not what its script or its emoji needs.
    private static func holdsUnseen(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.indices.contains { index in
            let scalar = scalars[index]
            if scalar == " " || scalar.isSeen && scalar.properties.generalCategory != .privateUse { return false }
            guard index > 0 else { return true }
            let before = scalars[index - 1], behind = index + 1 < scalars.count ? scalars[index + 1] : " "
            return
                !(joinsScript(scalar, after: before) || joinsArabic(scalar, before, behind) || styles(scalar, before)
                || joinsEmoji(scalar, before, behind))
        }
    }

    /// The joiners of scripts of India and Ceylon, which stand behind a virama.
    private static func joinsScript(_ scalar: Unicode.Scalar, after before: Unicode.Scalar) -> Bool {
        isJoiner(scalar) && before.properties.canonicalCombiningClass.rawValue == 9
    }

    /// The one that keeps two letters of Persian, Urdu or Kurdish apart.
    private static func joinsArabic(
        _ scalar: Unicode.Scalar,
        _ before: Unicode.Scalar,
        _ behind: Unicode.Scalar
    ) -> Bool {
        let arabic: [ClosedRange<UInt32>] = [0x620...0x6FF, 0x750...0x77F, 0x8A0...0x8FF]
        return scalar == "\u{200C}"
            && [before, behind].allSatisfy { letter in
                letter.properties.isAlphabetic && arabic.contains { $0.contains(letter.value) }
            }
    }

    /// The parts of one emoji.
    private static func joinsEmoji(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ behind: Unicode.Scalar) -> Bool
    {
        scalar == "\u{200D}" && (isEmoji(before) || before == "\u{FE0F}") && isEmoji(behind)
    }

    private static func styles(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar) -> Bool {
        (scalar == "\u{FE0E}" || scalar == "\u{FE0F}") && isEmoji(before)
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isEmoji && !scalar.isASCII }

    /// Letters that are others in costume: full width, mathematical, circled and squared ones.
    private static func imitates(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFF01...0xFF5E, 0x1D400...0x1D7FF, 0x2460...0x24FF, 0x1F100...0x1F1AC: true
        default: false
        }
    }

    private static func hasTooManyMarks(_ scalars: String.UnicodeScalarView) -> Bool {
        var inARow = 0
        for scalar in scalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark: inARow += 1
            default: inARow = 0
            }
            if inARow > marksInARow { return true }
        }
        return false
    }

    /// The alphabets whose letters pass for one another's.
    private enum Alphabet: Hashable {
        case latin, greek, cyrillic, armenian, cherokee

        init?(_ scalar: Unicode.Scalar) {
            guard scalar.properties.isAlphabetic else { return nil }
            switch scalar.value {
            case 0x41...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xAB30...0xAB64:
                self = .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
            case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
            case 0x531...0x588: self = .armenian
            case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
            default: return nil
            }
        }
    }
}
