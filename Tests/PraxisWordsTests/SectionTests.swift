import Foundation
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisWords
import Testing

/// All code that is shipped.
private let code: String = {
    let root = URL(filePath: #filePath).appending(path: "../../../Sources").standardizedFileURL
    let files =
        FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "swift" }.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
        .joined().replacing(/(?m)^ *\/\/.*$/, with: "")
}()

private func declared(_ pattern: Regex<(Substring, Substring)>) -> Set<String> {
    Set(code.matches(of: pattern).map { String($0.1) })
}

@Suite("The sections of the words")
struct SectionTests {
    @Test("are all brought by a capability, each once, under one name")
    func brought() {
        let files = Forum.capabilities.words
        let types = files.map { String(describing: $0.section) }
        let names = files.map { $0.section.name }
        #expect(Set(types) == declared(/final class (\w+): WordSection/))
        #expect(Set(types).count == types.count)
        #expect(Set(names).count == names.count)
        let asked = code.matches(of: /var (\w+): (\w+) \{ self\[(\w+)\.self\] \}/)
        #expect(asked.count > 10)
        for match in asked { #expect(zip(names, types).contains { $0 == match.1 && $1 == match.2 }, "\(match.1)") }
    }

    private static let outcomes = declared(/: QueueEnd = "([a-z-]+)"/)

    /// What sections name, and what declares the words for it; nil where fields are named, which a page may add anywhere.
    private static let lists:
        [(name: String, list: @Sendable (any WordSection) -> [String: Phrase], declared: Set<String>?)] = [
            ("acts", \.acts, Set(Forum.capabilities.audits.map(\.act.rawValue))),
            ("mails", \.mails, Set(Forum.capabilities.mails.map(\.kind.rawValue))),
            ("outcomes", \.queueEnds, outcomes), ("what was decided", \.queueDone, outcomes),
            ("decisions", \.queueDecisions, outcomes),
            ("items of the queue", \.queueItems, declared(/: QueueItemKind = "([a-z-]+)"/)),
            ("labels", \.labels, nil), ("missing", \.missing, nil),
            ("problems", \.problems, declared(/\.own\("([a-z-]+)"(?:\)|, \[)/)),
            (
                "denials", \.denials,
                declared(/\.own\("([a-z-]+)", \.[a-z]+\)/).union(["claimed"])
            ),
        ]

    @Test("name each word once, and all that are declared, in each language", arguments: Language.allCases)
    func named(language: Language) throws {
        let words = try #require(try Forum.capabilities.dictionaries()[language])
        for (name, list, declared) in Self.lists {
            let keys = words.sections.flatMap { list($0).keys }
            #expect(!keys.isEmpty)
            #expect(Set(keys).count == keys.count, "\(name): named twice")
            if let declared { #expect(Set(keys) == declared, "\(name)") }
        }
    }
}
