package import PraxisDomain

/// Which names people may go by: pure, and the same for sign-up and settings.
///
/// A name is shown beside everything its owner writes and goes out in plain-text mails, so it must look like what it is
/// and nothing in it may become a link.
package enum NamePlan {
    private static let marksInARow = 3

    /// The name in NFC without white space at its edges, otherwise as it was typed.
    /// - Throws: `Denial.input` naming `name`.
    package static func checked(_ typed: String) throws(Denial) -> String {
        let name = try TypedText.checked(typed, "name", Limits.nameScalars)
        if let problem = problem(name) { throw .input([FieldError("name", problem)]) }
        return name
    }

    /// What a name looks like at a glance: "rn" is "m", "vv" is "w", 0 is o, 1 is l.
    ///
    /// Two names of one skeleton are told apart by nobody.
    package static func skeleton(_ name: String) -> String {
        TypedText.folded(name).replacing("rn", with: "m").replacing("vv", with: "w").replacing("0", with: "o")
            .replacing("1", with: "l").replacing("|", with: "l")
    }

    private static func problem(_ name: String) -> FieldError.Problem? {
        let scalars = name.unicodeScalars
        if !scalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
            return .missing
        }
        if scalars.contains(where: isUnseen) { return .holdsNull }
        if scalars.contains(where: imitates) || hasTooManyMarks(scalars) { return .nameLooksLikeAnother }
        for word in scalars.split(whereSeparator: \.properties.isWhitespace) {
            if looksLikeLink(String(word)) { return .nameHoldsALink }
            if Set(word.compactMap(Alphabet.init)).count > 1 { return .nameLooksLikeAnother }
        }
        return nil
    }

    /// Controls, direction marks, what has no width, line ends, and what Unicode does not assign.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        default: return false
        }
    }

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

    /// Whether a mail program could make a link of the word: an address, a scheme, or a host name.
    private static func looksLikeLink(_ word: String) -> Bool {
        let small = word.lowercased()
        if small.contains("@") || small.contains("://") || small.hasPrefix("www.") { return true }
        if ["http:", "https:", "mailto:", "tel:"].contains(where: small.contains) { return true }
        let dots: Set<Character> = [".", "\u{3002}", "\u{FF61}"]
        guard small.contains(where: dots.contains) else { return false }
        if small.contains("/") || small.contains("\\") { return true }
        let host = small.drop { !$0.isLetter && !$0.isNumber }
        let labels = host.split(omittingEmptySubsequences: false, whereSeparator: dots.contains)
        return zip(labels, labels.dropFirst()).contains { label, next in
            !label.isEmpty && next.prefix { $0.isLetter || $0.isNumber }.count >= 2
        }
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
