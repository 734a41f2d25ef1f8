import PraxisCrypto
import PraxisDomain

/// The word by which those who are at a date show that they are: it is shown to the hosts, who say it or show it while people meet.
///
/// Four syllables of a consonant and a vowel that no one mishears on the telephone, two by two, as `bako-temi`: one of 2^24, made from the key of
/// the site, so that no table holds it and no one derives it from another.
struct CodeWord: Sendable {
    private let letters: String

    private static let consonants = Array("bdfghjklmnprstvz"), vowels = Array("aeio")

    init(of date: ThreadID, key: [UInt8]) {
        let bytes = HMACSHA256.code(Array("attendance \(date)".utf8), key: key)
        var letters = ""
        for byte in bytes.prefix(4) {
            letters.append(Self.consonants[Int(byte & 15)])
            letters.append(Self.vowels[Int(byte >> 4 & 3)])
        }
        self.letters = letters
    }

    /// As it is shown.
    var text: String { letters.prefix(4) + "-" + letters.suffix(4) }

    /// Whether it was typed, in small letters or capitals, with the hyphen or without: compared in constant time.
    func matches(_ typed: String) -> Bool {
        let plain = typed.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) }
        return constantTimeEqual(Array(String(String.UnicodeScalarView(plain)).utf8), Array(letters.utf8))
    }
}
