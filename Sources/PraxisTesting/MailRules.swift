import Foundation

/// What one element of a mail may be, so that Word, Gmail and Apple Mail show it alike.
enum MailRules {
    /// What has a style that Word knows, or that no one misses where it does not.
    private static let properties: Set = [
        "background-color", "border", "border-bottom", "border-left", "border-radius", "border-top", "color", "display",
        "font-family", "font-size", "letter-spacing", "line-height", "margin", "max-height", "max-width", "mso-hide",
        "mso-line-height-rule", "mso-padding-alt", "overflow", "padding", "text-align", "text-decoration", "width",
        "word-break",
    ]
    /// Labels that say nothing of where a link leads.
    private static let vague: Set = [
        "click here", "cliquez ici", "en savoir plus", "here", "ici", "learn more", "lien", "link", "more", "open",
        "ouvrir", "plus", "read more", "this link", "voir",
    ]

    static func faults(_ name: String, _ attributes: [String: String]) -> [String] {
        let style = MailMarkup.style(attributes)
        return element(name, attributes, style) + style.flatMap { declaration(name, $0.key, $0.value, style) }
            + box(name, attributes, style)
    }

    /// What a link is called is where it leads.
    static func faults(ofLink label: String) -> [String] {
        let label = label.trimmingCharacters(in: .whitespacesAndNewlines.union(.punctuationCharacters)).lowercased()
        return label.isEmpty || vague.contains(label) ? ["a link is called “\(label)”"] : []
    }

    private static func element(
        _ name: String,
        _ attributes: [String: String],
        _ style: [String: String]
    ) -> [String] {
        var faults: [String] = []
        if ["img", "script", "form", "div", "link"].contains(name), style["display"] != "none" {
            faults.append("has a <\(name)>")
        }
        if name == "a", attributes["href"]?.contains(/^https?:\/\/[^\/]/) != true {
            faults.append("leads to \(attributes["href"] ?? "")")
        }
        if name == "table" {
            let layout = ["role": "presentation", "cellpadding": "0", "cellspacing": "0", "border": "0"]
            for (key, value) in layout where attributes[key] != value { faults.append("a table without \(key)") }
        }
        return faults
    }

    private static func declaration(
        _ name: String,
        _ property: String,
        _ value: String,
        _ style: [String: String]
    ) -> [String] {
        let fault = ["<\(name)> has \(property):\(value)"]
        // Lengths in pixels, or all of the width: Word knows no others, and no functions or variables.
        if value.contains(/\d(?:r?em|ex|ch|pt|v[wh])\b|\(|!/) || value.contains("%") && value != "100%" { return fault }
        switch property {
        case "margin":
            return value == "0" || ["ul", "ol"].contains(name) && value == "0 0 0 24px" ? [] : fault
        case "display": return ["none", "inline-block"].contains(value) ? [] : fault
        case "padding":
            // Word leaves out the padding of anything but a cell; that of a link only makes it easier to press.
            let isPress = name == "a" && style["display"] == "inline-block"
            return value == "0" || name == "td" || isPress ? [] : fault
        case "color", "background-color":
            return isSoft(value) ? [] : fault
        case "border", "border-bottom", "border-left", "border-top":
            // In this order alone Word reads all three.
            let parts = value.split(separator: " ")
            return parts.count == 3 && parts[0].hasSuffix("px") && parts[1] == "solid" && isSoft(parts[2]) ? [] : fault
        default: return properties.contains(property) ? [] : fault
        }
    }

    /// Six digits, since Word misreads three, and neither black nor white, which programs with a dark look turn around.
    private static func isSoft(_ color: some StringProtocol) -> Bool {
        String(color).wholeMatch(of: /#[0-9a-f]{6}/) != nil && !["#000000", "#ffffff"].contains(String(color))
    }

    /// What Word takes from attributes, and lines as high as they are told to be.
    private static func box(_ name: String, _ attributes: [String: String], _ style: [String: String]) -> [String] {
        var faults: [String] = []
        if style["background-color"] != attributes["bgcolor"] {
            faults.append("<\(name)> has a ground that Word does not see, or another")
        }
        if name == "table", style["width"] != attributes["width"] { faults.append("a table has two widths") }
        if style["max-width"] != nil, style["width"] != "100%" { faults.append("<\(name)> has a greatest width alone") }
        if style["display"] != "none", style["line-height"] != nil, style["mso-line-height-rule"] != "exactly" {
            faults.append("<\(name)> has a line height that Word stretches")
        }
        return faults
    }
}
