import Foundation
import PraxisDomain
import Testing

/// What `docs/writing.md` puts into the first column of its tables: first those of English, then those of French.
private func avoided(_ language: Language) throws -> [String] {
    let page = URL(filePath: #filePath).appending(path: "../../../docs/writing.md").standardizedFileURL
    let parts = try String(contentsOf: page, encoding: .utf8).split(separator: "\n## French\n")
    try #require(parts.count == 2)
    return parts[language == .english ? 0 : 1].split(separator: "\n").filter { $0.hasPrefix("| `") }
        .flatMap { row in row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map { String($0.1) } }
}

/// Where one of the words stands by itself in a sentence.
private func traps(in text: String, _ words: [String]) -> [String] {
    let said = " " + text.lowercased().replacing(/[^\p{L}\p{N}’\-.{}]+/, with: " ") + " "
    return words.filter { said.contains(" \($0.lowercased()) ") || said.contains(" \($0.lowercased()). ") }
}

/// Marks and gaps that are wrong in Canadian French, each with what it would be.
private let faults: [(name: String, found: @Sendable (String) -> Bool)] = [
    ("a space before ? ! ;", { $0.contains(/[\s\u{A0}\u{202F}][?!;]/) }),
    ("no no-break space before :", { $0.contains(/[^\u{A0}]:(?:\s|$)/) }),
    ("no no-break space inside « »", { $0.contains(/«[^\u{A0}]|[^\u{A0}]»/) }),
    // A time is written in figures, which no vowel begins.
    ("a gap after de or que", { $0.contains(/(?i)\b(?:de|d’|que|qu’) ?\{(?!from\})/) }),
    ("a median point", { $0.contains("·") }),
    ("an ordinary space in a number", { $0.contains(/\d \d{3}/) }),
    ("a straight apostrophe", { $0.contains("'") }),
]

@Suite("The writing")
struct WritingTests {
    @Test("avoids the words that docs/writing.md names", arguments: Language.allCases)
    func avoidsWords(language: Language) throws {
        let words = try avoided(language)
        try #require(words.count > 15)
        // What people type to mention a member may be any word.
        for (key, texts) in try sentences(language) where !key.hasPrefix("threads.write.mentions") {
            for text in texts { #expect(traps(in: text, words) == [], "\(key): \(text)") }
        }
    }

    @Test("finds an avoided word at the edges of a sentence, whole words only")
    func findsWords() {
        let words = ["somebody", "mail", "e-mail", "whoever"]
        #expect(traps(in: "Somebody, and e-mail. A mailbox for whoever", words) == ["somebody", "e-mail", "whoever"])
    }

    @Test("calls a manager a community manager")
    func managers() throws {
        for (key, texts) in try sentences(.english) {
            for text in texts {
                let bare = text.lowercased().replacing(/community managers?/, with: "")
                #expect(!bare.contains("manager"), "\(key): \(text)")
            }
        }
    }

    @Test("keeps to French typography and elision", arguments: faults.indices)
    func typography(rule: Int) throws {
        let fault = faults[rule]
        for (key, texts) in try sentences(.french) {
            for text in texts { #expect(!fault.found(text), "\(key): \(fault.name) in “\(text)”") }
        }
    }

    private static let wrongs = [
        "Quoi ?", "Ici: rien", "« Oui »", "Message de {name}", "seul·e", "2 000 mots", "l'entente",
    ]

    @Test("would see each of those wrongs", arguments: zip(faults.indices, wrongs))
    func seesWrongs(rule: Int, text: String) { #expect(faults[rule].found(text)) }
}
