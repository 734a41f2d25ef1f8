import Foundation
import PraxisAssets
package import PraxisDomain

/// Every sentence that people read, in one language.
///
/// A key that is in the file but not here, or here but not in the file, fails the tests; a new slice adds its own section.
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
    package let search: SearchWords
    package let outbox: OutboxWords
    package let live: LiveWords
    package let digest: DigestWords
    package let audit: AuditWords
    package let standing: StandingWords
    package let triage: TriageWords
    package let reactions: ReactionWords

    package var language: Language { Language(rawValue: code.text) ?? .english }
}

/// The words of all languages.
package struct Dictionaries: Sendable {
    private let words: [Language: Words]

    /// Decodes the files of all languages.
    /// - Throws: `DecodingError` naming the missing key.
    package init() throws {
        words = try Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                let bytes = PraxisAssets.words(language.rawValue) ?? []
                return (language, try JSONDecoder().decode(Words.self, from: Data(bytes)))
            }
        )
    }

    package subscript(language: Language) -> Words? { words[language] }
}
