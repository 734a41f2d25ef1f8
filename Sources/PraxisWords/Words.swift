import Foundation
import PraxisAssets
package import PraxisDomain

/// Every sentence that people read, in one language.
///
/// A key of the file that is missing here, or of this that is missing there, fails the tests; a new slice adds a
/// section of its own.
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

    package var language: Language { Language(rawValue: code.text) ?? .english }
}

/// The words of every language there is.
package struct Dictionaries: Sendable {
    private let words: [Language: Words]

    /// Decodes every language's file.
    /// - Throws: `DecodingError` naming the key that is missing.
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
