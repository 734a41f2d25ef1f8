extension Markup {
    private static let tags: Set = [
        "html", "head", "meta", "title", "link", "script", "body", "a", "header", "footer", "div", "nav", "ul", "ol",
        "li",
        "main", "h1", "h2", "h3", "h4", "h5", "h6", "p", "section", "article", "aside", "form", "input", "label",
        "textarea",
        "select", "optgroup", "option", "button", "fieldset", "legend", "span", "small", "strong", "em", "b", "i",
        "del", "s",
        "code", "pre", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "time", "mark", "details",
        "summary", "dl", "dt", "dd", "figure", "kbd", "abbr", "caption", "sup", "sub", "q", "cite", "bdi", "template",
    ]

    private static let attributes: Set = [
        "id", "class", "href", "lang", "charset", "name", "content", "rel", "src", "type", "value", "action",
        "formaction", "method",
        "for",
        "tabindex", "autocomplete", "required", "checked", "selected", "disabled", "readonly", "hidden", "rows", "cols",
        "maxlength", "minlength", "min", "max", "placeholder", "title", "role", "scope", "colspan", "datetime", "start",
        "inputmode", "pattern", "autofocus", "open", "spellcheck", "dir", "align", "size", "multiple", "step",
        "enterkeyhint",
        "autocapitalize", "label", "list", "novalidate", "color", "sizes", "media", "as", "reversed",
    ]

    private static var icon: Regex<Substring> {
        #/<svg class="icon" aria-hidden="true"><use href="/assets/[0-9a-f]{8}\.svg#[a-z]+"/></svg>/#
    }

    /// Everything in a page that is not on the list of what our pages consist of, read as a browser reads it: elements, attributes,
    /// addresses with a scheme that can run code, inline scripts.
    package static func activeContent(_ html: String) -> [String] {
        var found: [String] = []
        // Our signs, letter by letter: any other drawing, or one from elsewhere, is found.
        var rest = Substring(html.replacing(icon, with: ""))
        var isFirst = true
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            if isFirst, rest.hasPrefix("!doctype html>") { isFirst = false; continue }
            if rest.first == "!" || rest.first == "?" { found.append("<\(rest.prefix(20))") }
            let isEnd = rest.first == "/"
            if isEnd { rest = rest.dropFirst() }
            guard let first = rest.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else { continue }
            let name = rest.prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }
            rest = rest.dropFirst(name.count)
            let tag = name.lowercased()
            if !tags.contains(tag) { found.append("<\(tag)>") }
            let read = readAttributes(&rest)
            if isEnd { continue }
            found += read.flatMap { problems(tag, $0.name.lowercased(), $0.value) }
            if tag == "script", !rest.hasPrefix("></script>") { found.append("a script with text") }
        }
        return found
    }

    private static func readAttributes(_ rest: inout Substring) -> [(name: Substring, value: Substring)] {
        var read: [(name: Substring, value: Substring)] = []
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            guard let first = rest.first, first != ">" else { return read }
            let name =
                rest.prefix(1) + rest.dropFirst().prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" && $0 != "=" }
            rest = rest.dropFirst(name.count)
            let after = rest.drop(while: \.isWhitespace)
            guard after.first == "=" else {
                read.append((name, ""))
                continue
            }
            rest = after.dropFirst().drop(while: \.isWhitespace)
            if let quote = rest.first, quote == "\"" || quote == "'" {
                let value = rest.dropFirst().prefix { $0 != quote }
                rest = rest.dropFirst(value.count + 2)
                read.append((name, value))
            } else {
                let value = rest.prefix { !$0.isWhitespace && $0 != ">" }
                rest = rest.dropFirst(value.count)
                read.append((name, value))
            }
        }
    }

    private static func problems(_ tag: String, _ name: String, _ value: Substring) -> [String] {
        if name.hasPrefix("data-") || name.hasPrefix("aria-") { return [] }
        // That of the menus of a page's posts: another would send what is typed elsewhere.
        if tag == "button", name == "form", value.wholeMatch(of: /acts[0-9]+/) != nil { return [] }
        if !attributes.contains(name) { return ["<\(tag) \(name.prefix(40))>"] }
        if name == "type", tag == "script", value != "module" { return ["a script of type \(value)"] }
        guard ["href", "src", "action", "formaction"].contains(name) else { return [] }
        let isOurs = value.hasPrefix("/") || value.hasPrefix("#") || value.hasPrefix("?") || value.isEmpty
        if tag == "script" || tag == "link" {
            return value.hasPrefix("/assets/") ? [] : ["\(tag) from \(value.prefix(40))"]
        }
        if tag == "form" || tag == "button" {
            return isOurs && !value.hasPrefix("//") ? [] : ["a form to \(value.prefix(40))"]
        }
        let schemes = ["http://", "https://", "mailto:"]
        let small = value.lowercased()
        return isOurs || schemes.contains(where: small.hasPrefix) ? [] : ["\(name) \(value.prefix(40))"]
    }
}
