import Foundation

/// How letters are compared wherever people search for what others wrote: search, names, mentions, operators and slugs.
///
/// The only place where that is decided; `docs/text.md` states the rule in words.
package enum Folding {
    /// The role of a character in a word.
    package enum Kind: UInt8, Sendable {
        /// Separates words: white space, punctuation, symbols.
        case gap = 0
        /// Letters and digits of scripts that separate words.
        case letter = 1
        /// A letter of a script that does not: each is a word of its own.
        case single = 2
        /// Belongs to the preceding letter.
        case mark = 3
        /// Ignored.
        case unseen = 4
        /// These join two parts of one word.
        case apostrophe = 5
        case hyphen = 6
        case dot = 7
    }

    package struct Folded: Equatable, Sendable {
        package let kind: Kind
        package let scalars: [Unicode.Scalar]

        fileprivate init(_ kind: Kind, _ scalars: [Unicode.Scalar]) { (self.kind, self.scalars) = (kind, scalars) }
    }

    /// The folded form of a character.
    package static func folded(_ scalar: Unicode.Scalar) -> Folded {
        if let joiner = joiner(scalar) { return joiner }
        if scalar.properties.isWhitespace { return Folded(.gap, [" "]) }
        if isDropped(scalar) { return Folded(.unseen, []) }
        switch scalar.properties.generalCategory {
        case .decimalNumber: return Folded(.letter, [digit(scalar)])
        case .otherNumber: return Folded(.letter, [scalar])
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            let letters = letters(scalar)
            return Folded(letters.first.map(isOfUnspacedScript) ?? false ? .single : .letter, letters)
        case .nonspacingMark, .spacingMark, .enclosingMark: return Folded(.mark, [scalar])
        default: return (0xFF01...0xFF5E).contains(scalar.value) ? folded(narrow(scalar)) : Folded(.gap, [scalar])
        }
    }

    /// Whether a word or a part of one can begin with it.
    package static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
        let kind = folded(scalar).kind
        return kind == .letter || kind == .single
    }

    /// Whether `text` contains a character that may join parts of a word.
    package static func joins(_ text: String) -> Bool { text.unicodeScalars.contains { joiner($0) != nil } }

    /// The folded form of a text, with each run of white space as one space.
    package static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            for part in Self.folded(scalar).scalars where part != " " || folded.last != " " { folded.append(part) }
        }
        return String(folded)
    }
}

extension Folding {
    private static func joiner(_ scalar: Unicode.Scalar) -> Folded? {
        switch scalar.value {
        // ' ` ´ ʹ ʻ ʼ ʽ ʾ ʿ ˈ ˊ ˋ ՚ ׳ ‘ ’ ‛ ′ ‵ Ꞌ ꞌ ＇
        case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB...0x2BF, 0x2C8, 0x2CA, 0x2CB, 0x55A, 0x5F3, 0x2018, 0x2019, 0x201B, 0x2032,
            0x2035, 0xA78B, 0xA78C, 0xFF07:
            Folded(.apostrophe, ["'"])
        // - ֊ ‐ ‑ ‒ – − ﹣ －
        case 0x2D, 0x58A, 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: Folded(.hyphen, ["-"])
        // · as in "étudiant·e·s" and "col·lega", and its sister ‧
        case 0xB7, 0x2027: Folded(.hyphen, ["\u{B7}"])
        // . ․ ．
        case 0x2E, 0x2024, 0xFF0E: Folded(.dot, ["."])
        default: nil
        }
    }

    /// Invisible characters, the Arabic letter that only stretches words, and the accents of scripts whose readers omit them.
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format { return true }
        switch scalar.value {
        case 0x640, 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7,
            0x610...0x61A,
            0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED, 0x711, 0x730...0x74A,
            0x8CA...0x8E1, 0x8E3...0x8FF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
            return true
        default: return false
        }
    }

    /// Scripts that write words without spaces between them, and Korean, which attaches its particles.
    private static func isOfUnspacedScript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
            0x3041...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA9E0...0xA9FF,
            0xAA60...0xAA7F, 0xAC00...0xD7A3, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Decomposed by compatibility, in lower case, without accents; the rest is composed again, so that が stays one letter.
    private static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.isASCII { return Array(scalar.properties.lowercaseMapping.unicodeScalars) }
        if (0xAC00...0xD7A3).contains(scalar.value) { return [scalar] }
        let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
        guard parts.allSatisfy({ $0.properties.isAlphabetic || $0.properties.generalCategory.isMark }) else {
            return Array(scalar.properties.lowercaseMapping.unicodeScalars)
        }
        let small = parts.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
        let bare = small.filter { !isDropped($0) && joiner($0) == nil }.flatMap { undecomposed[$0] ?? [$0] }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: bare)
        return Array(String(view).precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    /// Lower-case letters that Unicode does not decompose, each followed by what people type for it.
    private static let undecomposed: [Unicode.Scalar: [Unicode.Scalar]] = {
        let pairs = """
            ßss æae œoe øo łl đd ðd þth ıi ȷj ŋng ħh ŧt ƀb ɓb ƃb ȼc ƈc ɖd ɗd ƌd ɇe ɛe əe ǝe ƒf ǥg ɠg ɣg ɨi ɩi ɉj ĸk ƙk ƚl ɫl ɲn ƞn ɔo ɵo \
            ƥp ɍr ƭt ʈt ⱦt ʉu ʋv ⱳw ƴy ɏy ƶz ȥz ʒz ґг ςσ ٱا ىي یي کك ةه ہه ھه ۀه ەه
            """
        return Dictionary(
            uniqueKeysWithValues: pairs.split(separator: " ").map { pair in
                (pair.unicodeScalars.first ?? " ", Array(pair.unicodeScalars.dropFirst()))
            }
        )
    }()

    /// A digit of any script as the ASCII digit.
    private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.numericValue.flatMap { Unicode.Scalar(UInt32(48 + $0)) } ?? scalar
    }

    /// A full-width character as the ASCII one.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}
