import Foundation
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisHome
import PraxisWords
import Testing

/// The sentences of a language by the path of their key, from all files; a plural's forms are one key.
func sentences(_ language: Language) throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    func walk(_ value: Any, _ path: String) {
        switch value {
        case let text as String: found[path] = [text]
        case let list as [String]: found[path] = list
        case let members as [String: Any] where members["other"] is String:
            found[path] = members.compactMap { $0.value as? String }
        case let members as [String: Any]:
            for (key, value) in members { walk(value, path.isEmpty ? key : path + "." + key) }
        default: found[path] = []
        }
    }
    walk(try JSONSerialization.jsonObject(with: Data(Dictionaries.kernelText(in: language))), "")
    for file in Forum.capabilities.words {
        walk(try JSONSerialization.jsonObject(with: Data(file.text(in: language))), file.section.name)
    }
    return found
}

/// The keys that the typed value has, by reflection.
private func keys(of value: Any, _ path: String = "") -> Set<String> {
    if value is Phrase || value is Plural || value is [String] || value is Int { return [path] }
    if let named = value as? [String: Phrase] { return Set(named.keys.map { path + "." + $0 }) }
    var found: Set<String> = []
    if let words = value as? Words {
        for section in words.sections { found.formUnion(keys(of: section, type(of: section).name)) }
    }
    for child in Mirror(reflecting: value).children {
        guard let label = child.label, !(value is Words && SaidWords.joined.contains(label)) else { continue }
        found.formUnion(keys(of: child.value, path.isEmpty ? label : path + "." + label))
    }
    return found
}

private func gaps(_ texts: [String]) -> Set<String> {
    Set(texts.flatMap { $0.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.1) } })
}

@Suite("The words")
struct WordsTests {
    @Test("of each language hold every key and none that nobody knows", arguments: Language.allCases)
    func complete(language: Language) throws {
        let words = try #require(try Forum.capabilities.dictionaries()[language])
        #expect(words.language == language)
        let (typed, file) = (keys(of: words), Set(try sentences(language).keys))
        #expect(file.subtracting(typed) == [], "unknown")
        #expect(typed.subtracting(file) == [], "missing")
    }

    @Test("leave the same gaps open in each language", arguments: Language.allCases)
    func sameGaps(language: Language) throws {
        let (english, other) = (try sentences(.english), try sentences(language))
        for (key, texts) in other where key != "dates.time" {
            #expect(gaps(texts).subtracting(gaps(english[key] ?? [])) == [], "\(key) in \(language)")
        }
    }

    @Test("are all said somewhere")
    func used() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../Sources").standardizedFileURL
        let files =
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let sources = try files.filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
        let words = try #require(try Forum.capabilities.dictionaries()[.english])
        #expect(SaidWords(of: words).unsaid(in: sources) == [])
    }

    private static let momentsSaid: [(language: Language, hours: Int64, said: String)] = [
        (.english, 0, "today at 9:00am"), (.english, -24, "yesterday at 9:00am"),
        (.english, -96, "Tuesday 17 November at 9:00am"),
        (.english, -9600, "17 October 2025 at 10:00am"), (.french, -96, "mardi 17 novembre à 9\u{A0}h"),
        (.french, 240, "mardi 1er décembre à 9\u{A0}h"), (.english, 240, "Tuesday 1 December at 9:00am"),
        (.english, 3, "today at 12 noon"), (.french, 3, "aujourd’hui à 12\u{A0}h"), (.english, -9, "today at 12:00am"),
    ]

    @Test("say a moment as people do", arguments: momentsSaid)
    func moments(language: Language, hours: Int64, said: String) throws {
        let words = try #require(try Forum.capabilities.dictionaries()[language])
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        // Saturday 21 November 2026, 9:00 in London.
        let now = Timestamp(rawValue: 1_795_251_600_000)
        #expect(words.moment(now + .hours(hours), in: zone, now: now) == said)
    }

    private static let machineMoments: [(milliseconds: Int64, text: String)] = [
        (0, "1970-01-01T00:00:00.000Z"), (1_795_251_600_123, "2026-11-21T09:00:00.123Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    ]

    @Test("write times for machines in UTC", arguments: machineMoments)
    func machineTimes(milliseconds: Int64, text: String) { #expect(Timestamp(rawValue: milliseconds).rfc3339 == text) }

    @Test("set the quotation marks of a title within their own one step further in")
    func quotes() throws {
        let words = try Forum.capabilities.dictionaries()
        let (english, french) = (try #require(words[.english]).home, try #require(words[.french]).home)
        let title = "Dire «\u{A0}case management\u{A0}» ou “cas”"
        #expect(
            french.answeredYou(["author": "Ann", "title": title]).hasSuffix(
                "dans «\u{A0}Dire “case management” ou ‘cas’\u{A0}»"
            )
        )
        #expect(
            english.answeredYou(["author": "“Jo” Lee", "title": "“Too many”"])
                == "“Jo” Lee answered you in “‘Too many’”"
        )
    }

    @Test("keep a name that runs from right to left apart from what stands beside it, and leave others alone")
    func isolates() throws {
        let said = try #require(try Forum.capabilities.dictionaries()[.english]).home.mentionedYou
        #expect(said(["author": "דנה", "title": "Tea"]) == "\u{2068}דנה\u{2069} mentioned you in “Tea”")
        #expect(said(["author": "Zoë 李小龍", "title": "شاي"]) == "Zoë 李小龍 mentioned you in “\u{2068}شاي\u{2069}”")
    }
}
