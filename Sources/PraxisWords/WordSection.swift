import Foundation
package import PraxisDomain

/// A section of the words that a capability brings: a class with a property for each key of its files, decoded once for each language.
///
///     package final class ReactionWords: WordSection {
///         package static let name = "reactions"
///         package let thanks: Phrase
///     }
///
///     extension Words { package var reactions: ReactionWords { self[ReactionWords.self] } }
///
/// What it declares under the names below is asked for by raw words, wherever a page, a mail or an answer speaks of what is the capability's.
package protocol WordSection: AnyObject, Decodable, Sendable {
    /// Unique among all sections; tests and messages call it by that.
    static var name: String { get }

    /// What the audit log calls its acts, by their words.
    var acts: [String: Phrase] { get }
    /// What its kinds of mail are called, by their words.
    var mails: [String: Phrase] { get }
    /// What the fields of its forms are called, by their names.
    var labels: [String: Phrase] { get }
    /// What to do about a field that was left empty, by its name.
    var missing: [String: Phrase] { get }
    /// The fields of which one of several choices is taken.
    var choices: Set<String> { get }
    /// What to do about the problems of fields that it declares, by their names.
    var problems: [String: Phrase] { get }
    /// The sentences of the denials that it declares, by their names.
    var denials: [String: Phrase] { get }
    /// What the audit log calls items of the queue, by the words of their kinds.
    var queueItems: [String: Phrase] { get }
    /// How an item of the queue ended, and who decided it, by the words of outcomes: "Priya approved this".
    var queueEnds: [String: Phrase] { get }
    /// What is said to those who have just decided it.
    var queueDone: [String: Phrase] { get }
    /// What the audit log says of the decision, given the item.
    var queueDecisions: [String: Phrase] { get }
}

extension WordSection {
    package var acts: [String: Phrase] { [:] }
    package var mails: [String: Phrase] { [:] }
    package var labels: [String: Phrase] { [:] }
    package var missing: [String: Phrase] { [:] }
    package var choices: Set<String> { [] }
    package var problems: [String: Phrase] { [:] }
    package var denials: [String: Phrase] { [:] }
    package var queueItems: [String: Phrase] { [:] }
    package var queueEnds: [String: Phrase] { [:] }
    package var queueDone: [String: Phrase] { [:] }
    package var queueDecisions: [String: Phrase] { [:] }
}

/// A section with its sentences in each language, as JSON.
package struct WordFile: Sendable {
    package let section: any WordSection.Type
    private let english: [UInt8]
    private let french: [UInt8]

    package init(_ section: any WordSection.Type, english: [UInt8], french: [UInt8]) {
        self.section = section
        self.english = english
        self.french = french
    }

    /// Its sentences as they stand in the file.
    package func text(in language: Language) -> [UInt8] {
        switch language {
        case .english: english
        case .french: french
        }
    }

    /// - Throws: `DecodingError` naming the missing key.
    package func words(in language: Language) throws -> any WordSection {
        try JSONDecoder().decode(section, from: Data(text(in: language)))
    }
}

/// What sections name for others, by raw words.
package struct NamedWords: Sendable {
    package let acts: [String: Phrase]
    package let mails: [String: Phrase]
    package let labels: [String: Phrase]
    package let missing: [String: Phrase]
    package let choices: Set<String>
    package let problems: [String: Phrase]
    package let denials: [String: Phrase]
    package let queueItems: [String: Phrase]
    package let queueEnds: [String: Phrase]
    package let queueDone: [String: Phrase]
    package let queueDecisions: [String: Phrase]

    /// Joins those of all sections; a test demands that no word is named twice.
    init(_ sections: [any WordSection]) {
        func joined(_ lists: [[String: Phrase]]) -> [String: Phrase] {
            lists.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }
        acts = joined(sections.map(\.acts))
        mails = joined(sections.map(\.mails))
        labels = joined(sections.map(\.labels))
        missing = joined(sections.map(\.missing))
        choices = sections.reduce(into: []) { $0.formUnion($1.choices) }
        problems = joined(sections.map(\.problems))
        queueItems = joined(sections.map(\.queueItems))
        let ends = joined(sections.map(\.queueEnds))
        queueEnds = ends
        queueDone = joined(sections.map(\.queueDone))
        queueDecisions = joined(sections.map(\.queueDecisions))
        // What has ended is refused by how it ended.
        denials = ends.reduce(into: joined(sections.map(\.denials))) { $0["decided-" + $1.key] = $1.value }
    }
}
