import Foundation
import PraxisAssets
package import PraxisDomain

/// Every sentence that people read, in one language: what the kernel says, and a section of each capability.
///
/// A key that is in a file but not in its type, or there but not in the file, fails the tests.
package final class Words: Sendable {
    package let code: Phrase
    package let common: CommonWords
    package let dates: DateWords
    package let errors: ErrorWords
    package let zones: ZoneWords
    package let live: LiveWords
    /// What capabilities name for others.
    package let named: NamedWords
    /// Those of capabilities, in the order of the list.
    package let sections: [any WordSection]
    package let byType: [ObjectIdentifier: any WordSection]

    init(_ kernel: KernelWords, _ sections: [any WordSection]) {
        code = kernel.code
        common = kernel.common
        dates = kernel.dates
        errors = kernel.errors
        zones = kernel.zones
        live = kernel.live
        named = NamedWords(sections)
        self.sections = sections
        byType = Dictionary(sections.map { (ObjectIdentifier(type(of: $0)), $0) }) { first, _ in first }
    }

    /// The section of a capability.
    ///
    /// Inlined where it is asked for: as generic code of another module it would take five times as long.
    ///
    /// Precondition: a capability brings it; a test demands that of every type of section.
    @inlinable package subscript<Section: WordSection>(type: Section.Type) -> Section {
        guard let section = byType[ObjectIdentifier(type)] as? Section else {
            preconditionFailure("no capability brings the words of \(type.name)")
        }
        return section
    }

    package var language: Language { Language(rawValue: code.text) ?? .english }
}

/// The kernel's own file.
struct KernelWords: Decodable {
    let code: Phrase
    let common: CommonWords
    let dates: DateWords
    let errors: ErrorWords
    let zones: ZoneWords
    let live: LiveWords
}

/// The words of all languages.
package struct Dictionaries: Sendable {
    private let words: [Language: Words]

    /// Decodes the kernel's files and those of capabilities.
    /// - Throws: `DecodingError` naming the missing key.
    package init(_ files: [WordFile]) throws {
        words = try Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                let kernel = try JSONDecoder().decode(KernelWords.self, from: Data(Self.kernelText(in: language)))
                return (language, Words(kernel, try files.map { try $0.words(in: language) }))
            }
        )
    }

    /// The kernel's sentences as they stand in its file.
    package static func kernelText(in language: Language) -> [UInt8] { PraxisAssets.words(language.rawValue) ?? [] }

    package subscript(language: Language) -> Words? { words[language] }
}
