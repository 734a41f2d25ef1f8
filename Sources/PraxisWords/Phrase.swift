/// A sentence with named placeholders in braces: `"In reply to {name}"`.
///
/// Parsed once, when the file is read.
package struct Phrase: Decodable, Sendable {
    private enum Part: Sendable {
        case text(String)
        case gap(String)
        /// A gap that stands within quotation marks.
        case quoted(String)
    }

    /// The sentence as written in the file.
    package let text: String
    private let parts: [Part]

    init(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.text(String(rest[..<open])))
            let name = String(rest[rest.index(after: open)..<close])
            parts.append(Quotation.opens(after: rest[..<open]) ? .quoted(name) : .gap(name))
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(String(rest)))
        self.parts = parts
    }

    package init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }

    /// The sentence as it is; for those without placeholders.
    package func callAsFunction() -> String { text }

    /// The sentence with its placeholders filled in.
    ///
    /// An unfilled placeholder stays visible, and a test finds it.
    package func callAsFunction(_ values: KeyValuePairs<String, String>) -> String {
        filled { name in values.first { $0.key == name }?.value }
    }

    /// The same for values that are not known where it is called.
    package func filled(with values: [String: String]) -> String { filled { values[$0] } }

    private func filled(_ value: (String) -> String?) -> String {
        var filled = ""
        filled.reserveCapacity(text.utf8.count + 64)
        for part in parts {
            switch part {
            case .text(let text): filled += text
            case .gap(let name):
                filled += value(name).map(Self.isolated) ?? "{\(name)}"
            case .quoted(let name):
                filled += value(name).map { Self.isolated(Quotation.inner($0)) } ?? "{\(name)}"
            }
        }
        return filled
    }

    /// A name or a title that runs from right to left turns nothing around that stands beside it: it is put between marks of isolation
    /// (Unicode's FSI and PDI), which pages and plain text alike obey.
    private static func isolated(_ value: String) -> String {
        // No such letter begins with a smaller byte in UTF-8, and nearly every name has none.
        guard value.utf8.withContiguousStorageIfAvailable({ $0.contains { $0 >= 0xd6 } }) ?? true else { return value }
        return value.unicodeScalars.contains(where: runsFromRight) ? "\u{2068}\(value)\u{2069}" : value
    }

    /// Whether it is of a block whose letters run from right to left.
    private static func runsFromRight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff: true
        default: false
        }
    }

    /// The names of the placeholders, for the test that compares the languages.
    package var gaps: Set<String> {
        Set(
            parts.compactMap {
                switch $0 {
                case .text: nil
                case .gap(let name), .quoted(let name): name
                }
            }
        )
    }
}

/// A sentence that depends on a number, by CLDR's plural categories; `{count}` is the number.
///
/// English uses `one` for 1; French also uses it for 0, which its file states by giving `zero` the sentence of `one`.
package struct Plural: Decodable, Sendable {
    private let one: Phrase
    private let other: Phrase
    private let zero: Phrase?

    package func callAsFunction(_ count: Int) -> String { form(count)(["count": String(count)]) }

    /// With one more placeholder filled in.
    package func callAsFunction(_ count: Int, _ name: String, _ value: String) -> String {
        form(count)(["count": String(count), name: value])
    }

    private func form(_ count: Int) -> Phrase { count == 0 ? (zero ?? other) : count == 1 ? one : other }
}
