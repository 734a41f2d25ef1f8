import Foundation

/// What a forum needs differently from the specifications, as a change of the HTML that they ask for.
///
/// Line breaks, headings, images, links, task lists and tables are rewritten token by token, so that an example counts
/// only when all else is the same.
struct Deviations {
    private var result: [Token] = []
    private var isInLink = false
    /// What stands behind the text of a link that leads nowhere.
    private var end: String?

    static func applied(to expected: [Token]) -> [Token] {
        var deviations = Deviations()
        for (index, token) in expected.enumerated() {
            let next = index + 1 < expected.count ? expected[index + 1] : nil
            deviations.add(token, before: next)
        }
        return deviations.result
    }

    private mutating func add(_ token: Token, before next: Token?) {
        switch token {
        case .start("a", let attributes): link(attributes, isEmpty: next == .end("a"))
        case .end("a"):
            if isInLink { result.append(token) }
            if let end { result.append(.text(end)) }
            (isInLink, end) = (false, nil)
        case .start("img", let attributes): image(attributes)
        case .start("pre", _):
            if case .start("code", let attributes) = next,
                let language = attributes["class"]?.dropFirst("language-".count)
            {
                result += [.start("p", [:]), .text(String(language)), .end("p")]
            }
            result.append(token)
        case .start("input", let attributes): result.append(.text(attributes["checked"] == nil ? "☐" : "☑"))
        case .start(let name, let attributes): result.append(.start(heading(name), shown(attributes, of: name)))
        case .end(let name): result.append(.end(heading(name)))
        case .text: result.append(token)
        }
    }

    /// Links: only to `http`, `https`, `mailto` and this site, always with `rel`, and never without text; any other stands as it
    /// was typed.
    private mutating func link(_ attributes: [String: String], isEmpty: Bool) {
        let address = attributes["href"] ?? ""
        if Self.isAllowed(address) {
            isInLink = true
            result.append(.start("a", attributes.merging(["rel": "nofollow ugc noopener"]) { $1 }))
            if isEmpty { result.append(.text(address)) }
        } else {
            result.append(.text("["))
            end = Self.target(address, attributes["title"])
        }
    }

    /// Images: a link to the image, named by its alternative text.
    private mutating func image(_ attributes: [String: String]) {
        let address = attributes["src"] ?? ""
        let isLink = !isInLink && Self.isAllowed(address)
        if isLink {
            var link = ["href": address, "rel": "nofollow ugc noopener"]
            link["title"] = attributes["title"]
            result.append(.start("a", link))
        }
        let text = (attributes["alt"] ?? "").replacing("\n", with: " ")
        switch (Self.isAllowed(address), isLink) {
        case (true, true): result.append(.text(text.isEmpty ? address : text))
        case (true, false): result.append(.text(text.isEmpty ? address : "\(text) (\(address))"))
        case (false, _): result.append(.text("![" + text + Self.target(address, attributes["title"])))
        }
        if isLink { result.append(.end("a")) }
    }

    /// Headings: three levels lower, six at most.
    private func heading(_ name: String) -> String {
        ["h1": "h4", "h2": "h5", "h3": "h6", "h4": "h6", "h5": "h6", "h6": "h6"][name] ?? name
    }

    /// Tables and code: right-aligned cells are numbers, other alignment and the language of code are dropped.
    private func shown(_ attributes: [String: String], of name: String) -> [String: String] {
        switch name {
        case "th", "td": attributes["align"] == "right" ? ["class": "num"] : [:]
        case "code": [:]
        default: attributes
        }
    }

    private static func target(_ address: String, _ title: String?) -> String {
        "](" + (address.removingPercentEncoding ?? address) + (title.map { " \"\($0)\"" } ?? "") + ")"
    }

    static func isAllowed(_ address: String) -> Bool {
        let address = address.lowercased()
        return ["http://", "https://", "mailto:"].contains { address.hasPrefix($0) }
            || address.hasPrefix("/") && !address.hasPrefix("//") && !address.hasPrefix("/%5c")
    }
}

/// The same for both sides: frames and attributes of our own, and where newlines stand between tags, say nothing.
func simplified(_ tokens: [Token]) -> [Token] {
    var kept: [Token] = []
    var isCode = false
    for token in tokens {
        switch token {
        case .start("div", _), .end("div"): break
        case .start("pre", _):
            isCode = true
            kept.append(.start("pre", [:]))
        case .end("pre"):
            isCode = false
            kept.append(token)
        case .start("p", _): kept.append(.start("p", [:]))
        case .start("th", let attributes): kept.append(.start("th", attributes.filter { $0.key != "scope" }))
        case .text(let text) where !isCode: add(text, to: &kept)
        case .text(let text): join(text, to: &kept)
        default: kept.append(token)
        }
    }
    return withoutOuterSpace(kept)
}

/// A newline in a text is a break.
private func add(_ text: String, to kept: inout [Token]) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0, kept.last != .start("br", [:]) { kept.append(.start("br", [:])) }
        if !line.isEmpty { join(String(line), to: &kept) }
    }
}

private func join(_ text: String, to kept: inout [Token]) {
    if case .text(let before) = kept.last {
        kept[kept.count - 1] = .text(before + text)
    } else {
        kept.append(.text(text))
    }
}

/// Drops breaks next to the tags of blocks.
private func withoutOuterSpace(_ tokens: [Token]) -> [Token] {
    let blocks: Set = [
        "p", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td",
    ]
    func isBlock(_ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return true }
        switch tokens[index] {
        case .start(let name, _), .end(let name): return blocks.contains(name)
        case .text: return false
        }
    }
    return tokens.indices.filter { index in
        tokens[index] != .start("br", [:]) || !isBlock(index - 1) && !isBlock(index + 1)
    }.map { tokens[$0] }
}
