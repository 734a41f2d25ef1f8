import Foundation

/// Faults in the HTML part of a mail: what Word, Gmail and a screen reader need of it, and its colours, light and dark.
///
/// No mail program is there in a test: these are the rules that hold in all of them.
package enum MailMarkup {
    private static let void: Set = ["br", "meta"]

    /// An open element: what its text looks like in each scheme.
    private struct Element {
        var name: String
        var color = [Scheme.light: "#000000", .dark: "#000000"]
        var ground = [Scheme.light: "#ffffff", .dark: "#ffffff"]
        var size = 16
        /// Whether its text has a typeface by itself: Word takes none from around a cell.
        var hasFont = false
        var isHidden = false
    }

    private enum Scheme: CaseIterable { case light, dark }

    /// Each in words; empty if there are none.
    package static func faults(_ html: String) -> [String] {
        var faults = Markup.faults(html) + document(html), open = [Element(name: "")], level = 0, link = ""
        let dark = darkRules(html)
        for token in html.matches(of: /(?s)<!--.*?-->|<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/) {
            if let text = token.output.4 {
                faults += said(String(text), open.last)
                link += text
            } else if token.output.1 == "/" {
                if open.count > 1, open.removeLast().name == "a" { faults += MailRules.faults(ofLink: link) }
            } else if let name = token.output.2.map(String.init) {
                let attributes = attributes(String(token.output.3 ?? ""))
                faults += MailRules.faults(name, attributes)
                if name == "a" { link = attributes["aria-label"] ?? "" }
                if let heading = name.wholeMatch(of: /h([1-6])/).flatMap({ Int($0.1) }) {
                    let isFirst = level == 0
                    if heading > level + 1 || isFirst != (heading == 1) { faults.append("h\(heading) after h\(level)") }
                    level = heading
                }
                if !void.contains(name) { open.append(element(name, attributes, in: open.last, dark)) }
            }
        }
        return faults + (level == 0 ? ["no heading"] : [])
    }

    /// What holds for the whole.
    private static func document(_ html: String) -> [String] {
        var faults: [String] = []
        if html.utf8.count > 90_000 { faults.append("\(html.utf8.count) bytes: Gmail would cut it off") }
        for part in [
            "<html lang=\"", "[data-ogsc]", "<!--[if mso]><table role=\"presentation\" width=\"600\"",
            "<meta name=\"color-scheme\" content=\"light dark\">",
            "<meta name=\"supported-color-schemes\" content=\"light dark\">",
        ] where !html.contains(part) { faults.append("lacks \(part)") }
        if !html.contains(/<title>[^<]+<\/title>/) { faults.append("has no title") }
        for style in html.matches(of: /<style>(.*)<\/style>/) {
            let rest = style.1.replacing(
                /@media \([^)]*\)\{(?:[^{}]*\{[^{}]*\})*\}|\[data-ogsc\][^{}]*\{[^{}]*\}|:root\{[^{}]*\}/,
                with: ""
            )
            if !rest.isEmpty { faults.append("a style for more than media and the dark: \(rest)") }
            // Gmail drops a longer one.
            if style.1.utf8.count > 8_192 { faults.append("a style of \(style.1.utf8.count) bytes") }
            if style.1.contains(/#(?:000|fff)(?:000|fff)?\b|var\(|url\(|rem\b/) {
                faults.append("a style that not all can read")
            }
        }
        return faults
    }

    /// Contrast of 7 to 1 and 16 pixels for what is read.
    private static func said(_ text: String, _ element: Element?) -> [String] {
        let shown = text.replacing("&nbsp;", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard let element, !shown.isEmpty, !element.isHidden, !["", "title", "style"].contains(element.name) else {
            return []
        }
        var faults = element.hasFont ? [] : ["“\(shown)” has no typeface of its own"]
        faults += element.size < 16 ? ["“\(shown)” has \(element.size) px"] : []
        for scheme in Scheme.allCases {
            let color = element.color[scheme] ?? "", ground = element.ground[scheme] ?? ""
            let ratio = contrast(color, ground)
            if ratio < 7 { faults.append("“\(shown)” has \(ratio) for \(color) on \(ground), \(scheme)") }
        }
        return faults
    }

    private static func element(
        _ name: String,
        _ attributes: [String: String],
        in parent: Element?,
        _ dark: [String: [String: String]]
    ) -> Element {
        var element = parent ?? Element(name: name)
        let style = style(attributes), classes = (attributes["class"] ?? "").split(separator: " ").map(String.init)
        element.name = name
        if style["display"] == "none" { element.isHidden = true }
        element.hasFont = style["font-family"] != nil || name != "td" && element.hasFont
        if let size = style["font-size"].flatMap({ Int($0.dropLast(2)) }) { element.size = size }
        for scheme in Scheme.allCases {
            if let color = style["color"] { element.color[scheme] = color }
            if let ground = style["background-color"] { element.ground[scheme] = ground }
        }
        for rule in classes.compactMap({ dark[$0] }) {
            if let color = rule["color"] { element.color[.dark] = color }
            if let ground = rule["background-color"] { element.ground[.dark] = ground }
        }
        return element
    }

    /// What a class has in the dark.
    private static func darkRules(_ html: String) -> [String: [String: String]] {
        var rules: [String: [String: String]] = [:]
        let media = html.firstMatch(of: /@media \(prefers-color-scheme:dark\)\{((?:[^{}]*\{[^{}]*\})*)\}/)
        for rule in (media?.1 ?? "").matches(of: /([^{}]*)\{([^{}]*)\}/) {
            for name in rule.1.split(separator: ",") {
                let values = style(["style": String(rule.2.replacing("!important", with: ""))])
                rules[String(name.dropFirst()), default: [:]].merge(values) { $1 }
            }
        }
        return rules
    }

    private static func attributes(_ text: String) -> [String: String] {
        let pairs = text.matches(of: /([a-z-]+)="([^"]*)"/).map { (String($0.1), String($0.2)) }
        return Dictionary(pairs) { $1 }
    }

    static func style(_ attributes: [String: String]) -> [String: String] {
        let pairs = (attributes["style"] ?? "").matches(of: /([a-z-]+):([^;]*)/).map { (String($0.1), String($0.2)) }
        return Dictionary(pairs) { $1 }
    }

    private static func contrast(_ one: String, _ other: String) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func luminance(_ color: String) -> Double {
        let value = Int(color.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { Double(value >> $0 & 255) / 255 }
        let linear = parts.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
