/// What the style sheet says of its tokens, read from its text.
package struct StyleSheetPlan: Sendable {
    package struct Token: Sendable {
        /// With its two dashes.
        package let name: String
        package let light: String
        /// The same where the dark look changes nothing.
        package let dark: String

        package var isColour: Bool { light.hasPrefix("#") }
    }

    /// A colour on a ground that it stands on, and the contrast that it must have there.
    package struct Pair: Sendable {
        package let colour, ground: String
        package let needed: Double
    }

    /// Contrasts that WCAG asks for.
    package static let enhanced = 7.0, minimal = 4.5, ofLines = 3.0

    /// Every colour that is not a ground stands in one of them.
    package static let pairs: [Pair] =
        ["ink", "ink-2", "link", "link-hover", "visited", "success", "danger", "warn", "info"].flatMap { text in
            ["bg", "surface"].map { Pair(colour: text, ground: $0, needed: enhanced) }
        } + [
            Pair(colour: "ink", ground: "sunken", needed: enhanced),
            Pair(colour: "link", ground: "sunken", needed: enhanced),
            Pair(colour: "on-brand", ground: "brand", needed: enhanced),
            Pair(colour: "on-danger", ground: "danger", needed: enhanced),
            Pair(colour: "on-bar", ground: "bar", needed: enhanced),
            Pair(colour: "new-ink", ground: "new-bg", needed: enhanced),
            Pair(colour: "focus-ink", ground: "focus", needed: enhanced),
            Pair(colour: "success", ground: "ok-bg", needed: minimal),
            Pair(colour: "danger", ground: "danger-bg", needed: minimal),
            Pair(colour: "warn", ground: "warn-bg", needed: minimal),
            Pair(colour: "info", ground: "info-bg", needed: minimal),
            Pair(colour: "field", ground: "bg", needed: ofLines),
            Pair(colour: "field", ground: "surface", needed: ofLines),
            Pair(colour: "bar-line", ground: "bar", needed: ofLines),
            // Carries no meaning.
            Pair(colour: "rule", ground: "surface", needed: 1),
        ]

    /// In the order of the sheet.
    package let tokens: [Token]
    private let text: String

    package init(_ text: String) {
        self.text = text
        let dark = Dictionary(Self.declarations(of: ":root.dark", in: text)) { first, _ in first }
        tokens = Self.declarations(of: ":root", in: text).filter { $0.0.hasPrefix("--") }
            .map { Token(name: $0.0, light: $0.1, dark: dark[$0.0] ?? $0.1) }
    }

    /// The token of that name, given without its dashes.
    package func token(_ name: String) -> Token? { tokens.first { $0.name == "--" + name } }

    /// The value of a property in the first rule of that selector alone; nil if absent.
    package func value(_ property: String, of selector: String) -> String? {
        Self.declarations(of: selector, in: text).first { $0.0 == property }?.1
    }

    private static func declarations(of selector: String, in text: String) -> [(String, String)] {
        guard let start = text.firstRange(of: "\n\(selector) {")?.upperBound else { return [] }
        return text[start...].prefix { $0 != "}" }.split(separator: ";").compactMap { declaration in
            let halves = declaration.split(separator: ":", maxSplits: 1)
            return halves.count == 2 ? (trimmed(halves[0]), trimmed(halves[1])) : nil
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The contrast of two colours by WCAG 2, from 1 to 21; nil for what is not `#rgb` or `#rrggbb`.
    package static func contrast(_ one: String, _ other: String) -> Double? {
        guard let one = luminance(one), let other = luminance(other) else { return nil }
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }
}
