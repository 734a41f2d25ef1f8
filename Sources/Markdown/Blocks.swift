internal import CMarkGFM
internal import HTML

extension Renderer {
    mutating func open(_ kind: Kind, _ node: Node) {
        switch kind {
        case .paragraph:
            if !isInTightList(node) { html.append(markup: "<p>") }
            taskMark(node)
        case .heading: html.append(markup: headingTags(node).start)
        case .quote: html.append(markup: "<blockquote>\n")
        case .list: openList(node)
        case .item: openItem(node)
        case .codeBlock:
            html.append(markup: "<pre tabindex=\"0\"><code>")
            text(literal(node))
            html.append(markup: "</code></pre>\n")
            endLine()
        case .htmlBlock:
            html.append(markup: "<p>")
            lines(literal(node))
            html.append(markup: "</p>\n")
            endLine()
        default: html.append(markup: "<hr>\n")
        }
    }

    mutating func close(_ kind: Kind, _ node: Node) {
        endLine()
        switch kind {
        case .paragraph: if !isInTightList(node) { html.append(markup: "</p>\n") }
        case .heading: html.append(markup: headingTags(node).end)
        case .quote: html.append(markup: "</blockquote>\n")
        case .list:
            html.append(markup: isOrdered(node) ? "</ol>\n" : "</ul>\n")
            itemNumbers.removeLast()
        default: html.append(markup: "</li>\n")
        }
    }

    private mutating func openList(_ node: Node) {
        let start = Int(cmark_node_get_list_start(node))
        itemNumbers.append(start)
        if !isOrdered(node) {
            html.append(markup: "<ul>\n")
        } else if start == 1 {
            html.append(markup: "<ol>\n")
        } else {
            html += "<ol start=\"\(start)\">\n"
        }
    }

    private mutating func openItem(_ node: Node) {
        html.append(markup: "<li>")
        if let list = cmark_node_parent(node), isOrdered(list) {
            let number = itemNumbers.removeLast()
            itemNumbers.append(number + 1)
            plain.append(contentsOf: "\(number). ".utf8)
        } else {
            plain.append(contentsOf: "- ".utf8)
        }
    }

    /// The first paragraph of a task begins with its box, which a reader hears as "ballot box" with or without "check".
    private mutating func taskMark(_ paragraph: Node) {
        guard cmark_node_previous(paragraph) == nil, let item = cmark_node_parent(paragraph), Kind(item) == .item,
            cmark_node_get_syntax_extension(item) != nil
        else { return }
        let mark: StaticString = cmark_gfm_extensions_get_tasklist_item_checked(item) ? "☑ " : "☐ "
        mark.withUTF8Buffer { text($0) }
    }

    private func isInTightList(_ paragraph: Node) -> Bool {
        guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    private func isOrdered(_ list: Node) -> Bool {
        cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
    }

    /// The page, its lists and each post have the three levels above.
    private func headingTags(_ node: Node) -> (start: StaticString, end: StaticString) {
        switch cmark_node_get_heading_level(node) {
        case 1: ("<h4>", "</h4>\n")
        case 2: ("<h5>", "</h5>\n")
        default: ("<h6>", "</h6>\n")
        }
    }

    mutating func endLine() {
        if let last = plain.last, last != newline { plain.append(newline) }
    }
}
