import Foundation
import PraxisWords

/// Which words the code says, read from its text.
///
/// A chain such as `words.groups.title` is followed from `words`, from a name that stands for a section
/// (`let groups = words.groups`, a parameter of its type, a property of it), or, in a section's own code, from the
/// section itself. A chain after a dot, as `words(of: member).groups.title`, begins at the top. Names are looked up file by file, so that `title` here is not `title` there.
struct SaidWords {
    /// What `Words` has of the sections besides themselves.
    static let joined: Set = ["named", "sections", "byType"]

    /// The type of every section, by its path; the empty path is all words.
    private let sections: [String: String]
    private let leaves: Set<String>

    init(of words: Any) {
        var sections: [String: String] = [:], leaves: Set<String> = []
        func walk(_ value: Any, _ path: String) {
            sections[path] = String(describing: type(of: value))
            if let words = value as? Words {
                for section in words.sections { walk(section, type(of: section).name) }
            }
            for child in Mirror(reflecting: value).children {
                guard let label = child.label, !(value is Words && Self.joined.contains(label)) else { continue }
                let below = path.isEmpty ? label : path + "." + label
                let isSection = Mirror(reflecting: child.value).displayStyle == .class
                if isSection { walk(child.value, below) }
                if child.value is Phrase || child.value is Plural { leaves.insert(below) }
            }
        }
        walk(words, "")
        (self.sections, self.leaves) = (sections, leaves)
    }

    /// The keys that no file says.
    func unsaid(in sources: [String]) -> [String] {
        let code = sources.map { $0.replacing(/(?m)^\s*(?:\/\/.*|package let \w+: .*)$/, with: "") }
        var everywhere: [String: Set<String>] = [:]
        for text in code {
            for match in text.matches(of: /(private )?var (\w+): (?:\w+\.)*(\w+) \{/) where match.1 == nil {
                everywhere[String(match.2), default: []].formUnion(paths(of: String(match.3)))
            }
        }
        return leaves.subtracting(code.reduce(into: []) { $0.formUnion(said(in: $1, everywhere)) }).sorted()
    }

    private func paths(of type: String) -> Set<String> { Set(sections.filter { $0.value == type }.keys) }

    private func said(in text: String, _ everywhere: [String: Set<String>]) -> Set<String> {
        var names = everywhere
        names["words", default: []].insert("")
        for match in text.matches(of: /(\w+): (?:\w+\.)*(\w+)/) {
            let paths = paths(of: String(match.2))
            if !paths.isEmpty { names[String(match.1), default: []].formUnion(paths) }
        }
        let extended = text.matches(of: /(?:extension|class) (?:\w+\.)*(\w+)/).map { String($0.1) }
        let own = extended.reduce(into: Set<String>()) { $0.formUnion(paths(of: $1)) }
        func note(_ name: Substring, _ chain: Substring) {
            for path in reached(chain, names, own, whole: true) where !path.isEmpty && sections[path] != nil {
                names[name.trimmingCharacters(in: .whitespaces), default: []].insert(path)
            }
        }
        // A section's name may come from another: two rounds reach all there are.
        for _ in 0..<2 {
            for match in text.matches(of: /(\w+) = ((?:\w+\s*\.\s*)*\w+)/) { note(match.1, match.2) }
            for match in text.matches(of: /\(([\w, ]+)\) = \(([\w., \n]+)\)/) {
                let (left, right) = (match.1.split(separator: ","), match.2.split(separator: ","))
                for (name, chain) in zip(left, right) { note(name, chain) }
            }
        }
        return text.matches(of: /\.?[A-Za-z_]\w*(?:\s*\??\.\s*[A-Za-z_]\w*)*/)
            .reduce(into: Set<String>()) { $0.formUnion(reached($1.output, names, own)) }
            .intersection(leaves)
    }

    /// All sections and words on the way of a chain, or those alone to which the whole of it leads.
    private func reached(
        _ chain: Substring,
        _ names: [String: Set<String>],
        _ own: Set<String>,
        whole: Bool = false
    ) -> Set<String> {
        let parts = chain.split(separator: ".").map { $0.filter { $0.isLetter || $0.isNumber || $0 == "_" } }
        let top: Set<String> = [""]
        var starts = (chain.first == "." ? top : own).map { ($0, parts[...]) }
        for (index, part) in parts.enumerated() {
            starts += (names[part] ?? []).map { ($0, parts[(index + 1)...]) }
        }
        var found: Set<String> = []
        for (start, rest) in starts {
            var way = [start]
            for part in rest {
                let path = way[way.count - 1].isEmpty ? part : way[way.count - 1] + "." + part
                guard sections[path] != nil || leaves.contains(path) else { break }
                way.append(path)
            }
            if !whole { found.formUnion(way) } else if way.count == rest.count + 1 { found.insert(way[way.count - 1]) }
        }
        return found
    }
}
