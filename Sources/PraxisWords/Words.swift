import Foundation
import PraxisAssets
package import PraxisDomain

/// Every sentence that people read, in one language.
///
/// The kernel's sections are properties. A capability brings its own, `WordSection`, with a property in an extension:
///
///     extension Words { package var reactions: ReactionWords { self[ReactionWords.self] } }
///
/// A key that is in a file but not in its type, or there but not in the file, fails the tests.
package final class Words: Decodable, Sendable {
    package let code: Phrase
    package let common: CommonWords
    package let dates: DateWords
    package let errors: ErrorWords
    package let people: PeopleWords
    package let communities: CommunityWords
    package let door: DoorWords
    package let peoplePage: PeoplePageWords
    package let zones: ZoneWords
    package let groups: GroupWords
    package let threads: ThreadWords
    package let home: HomeWords
    package let outbox: OutboxWords
    package let live: LiveWords
    package let digest: DigestWords
    package let audit: AuditWords
    package let standing: StandingWords
    package let triage: TriageWords
    /// Those of capabilities, by the name of their section.
    package let sections: [String: any WordSection]
    private let byType: [ObjectIdentifier: any WordSection]

    package init(from decoder: any Decoder) throws {
        let all = try decoder.container(keyedBy: SectionName.self)
        code = try all.decode(Phrase.self, forKey: "code")
        common = try all.decode(CommonWords.self, forKey: "common")
        dates = try all.decode(DateWords.self, forKey: "dates")
        errors = try all.decode(ErrorWords.self, forKey: "errors")
        people = try all.decode(PeopleWords.self, forKey: "people")
        communities = try all.decode(CommunityWords.self, forKey: "communities")
        door = try all.decode(DoorWords.self, forKey: "door")
        peoplePage = try all.decode(PeoplePageWords.self, forKey: "peoplePage")
        zones = try all.decode(ZoneWords.self, forKey: "zones")
        groups = try all.decode(GroupWords.self, forKey: "groups")
        threads = try all.decode(ThreadWords.self, forKey: "threads")
        home = try all.decode(HomeWords.self, forKey: "home")
        outbox = try all.decode(OutboxWords.self, forKey: "outbox")
        live = try all.decode(LiveWords.self, forKey: "live")
        digest = try all.decode(DigestWords.self, forKey: "digest")
        audit = try all.decode(AuditWords.self, forKey: "audit")
        standing = try all.decode(StandingWords.self, forKey: "standing")
        triage = try all.decode(TriageWords.self, forKey: "triage")
        var sections: [String: any WordSection] = [:]
        let key = CodingUserInfoKey(rawValue: Dictionaries.sections)
        for type in key.flatMap({ decoder.userInfo[$0] }) as? [any WordSection.Type] ?? [] {
            sections[type.name] = try all.decode(type, forKey: SectionName(stringLiteral: type.name))
        }
        self.sections = sections
        byType = Dictionary(sections.values.map { (ObjectIdentifier(type(of: $0)), $0) }) { first, _ in first }
    }

    /// A section that a capability brings.
    ///
    /// Precondition: it is among the capability's `words`; a test demands it of every `WordSection`.
    package subscript<Section: WordSection>(type: Section.Type) -> Section {
        guard let section = byType[ObjectIdentifier(type)] as? Section else {
            preconditionFailure("no capability brings the words of \(type.name)")
        }
        return section
    }

    package var language: Language { Language(rawValue: code.text) ?? .english }
}

/// A section of the words that a capability brings: `name` in the files, decoded once for each language.
package protocol WordSection: AnyObject, Decodable, Sendable { static var name: String { get } }

/// A section with its sentences in each language, as JSON.
package struct WordFile: Sendable {
    package let section: any WordSection.Type
    let english: [UInt8]
    let french: [UInt8]

    package init(_ section: any WordSection.Type, english: [UInt8], french: [UInt8]) {
        (self.section, self.english, self.french) = (section, english, french)
    }

    func text(_ language: Language) -> [UInt8] {
        switch language {
        case .english: english
        case .french: french
        }
    }
}

private struct SectionName: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringLiteral name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// The words of all languages.
package struct Dictionaries: Sendable {
    /// Under what the sections of capabilities are handed to the decoder.
    static let sections = "sections"

    private let words: [Language: Words]

    /// Decodes the kernel's files and those of capabilities.
    /// - Throws: `DecodingError` naming the missing key.
    package init(_ files: [WordFile] = []) throws {
        let decoder = JSONDecoder()
        if let key = CodingUserInfoKey(rawValue: Self.sections) { decoder.userInfo[key] = files.map(\.section) }
        words = try Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language, try decoder.decode(Words.self, from: Data(Self.text(language, files))))
            }
        )
    }

    /// All sentences of a language as one JSON object: each section under its name.
    package static func text(_ language: Language, _ files: [WordFile] = []) -> [UInt8] {
        var text = PraxisAssets.words(language.rawValue) ?? []
        guard let end = text.lastIndex(of: UInt8(ascii: "}")) else { return text }
        text.removeSubrange(end...)
        for file in files { text += Array(",\"\(file.section.name)\":".utf8) + file.text(language) }
        return text + [UInt8(ascii: "}")]
    }

    package subscript(language: Language) -> Words? { words[language] }
}
