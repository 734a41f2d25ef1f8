internal import CMarkGFM
internal import HTML

extension Renderer {
    mutating func open(_ kind: Kind, _ node: Node) {
        switch kind {
        case .paragraph:
            if !isInTightList(node) { html.append(markup: "<p>") }
            taskMark(node)
        case .heading: html.append(markup: headingTags(node).start)
        case .quote: openQuote()
        case .list: openList(node)
        case .item: openItem(node)
        case .codeBlock:
            fenceInfo(node)
            html.append(markup: "<pre tabindex=\"0\"><code>")
            text(literal(node))
            html.append(markup: "</code></pre>\n")
            endLine()
        case .htmlBlock:
            html.append(markup: "<p>")
            lines(literal(node))
            html.append(markup: "</p>\n")
            endLine()
        default: break
        }
    }

    mutating func close(_ kind: Kind, _ node: Node) {
        endLine()
        switch kind {
        case .paragraph: if !isInTightList(node) { html.append(markup: "</p>\n") }
        case .heading: html.append(markup: headingTags(node).end)
        case .quote: closeQuote()
        case .list:
            html.append(markup: isOrdered(node) ? "</ol>\n" : "</ul>\n")
            itemNumbers.removeLast()
        default: html.append(markup: "</li>\n")
        }
    }

    /// The outer quotation marks and, for a quotation within a quotation, the inner ones.
    private var quotationMarks: (start: String, end: String) {
        quoteDepth % 2 == 1 ? ("“", "”") : ("‘", "’")
    }

    private mutating func openQuote() {
        html.append(markup: "<blockquote>\n")
        quoteDepth += 1
        appendPlain(quotationMarks.start.utf8)
    }

    private mutating func closeQuote() {
        html.append(markup: "</blockquote>\n")
        while plain.last == newline { plain.removeLast() }
        let mark = quotationMarks.start.utf8
        if plain.suffix(mark.count).elementsEqual(mark) {
            plain.removeLast(mark.count)
        } else {
            appendPlain(quotationMarks.end.utf8)
        }
        endLine()
        quoteDepth -= 1
    }

    /// The info string of a code block: a language, or other words typed there.
    private mutating func fenceInfo(_ node: Node) {
        let info = buffer(cmark_node_get_fence_info(node))
        if info.isEmpty { return }
        html.append(markup: "<p class=\"meta\">")
        text(info)
        html.append(markup: "</p>\n")
        endLine()
    }

    private mutating func openList(_ node: Node) {
        let start = Int(cmark_node_get_list_start(node))
        itemNumbers.append((start, nil))
        if !isOrdered(node) {
            html.append(markup: "<ul>\n")
        } else if start == 1 {
            html.append(markup: "<ol>\n")
        } else {
            html += "<ol start=\"\(start)\">\n"
        }
    }

    private mutating func openItem(_ node: Node) {
        guard let list = cmark_node_parent(node), isOrdered(list) else {
            html.append(markup: "<li>")
            appendPlain("• ".utf8)
            return
        }
        let (next, before) = itemNumbers.removeLast(), typed = typedNumber(node)
        // "1. 1. 1." is a common way to number; any other number is intended.
        let number = typed == before ? next : typed ?? next
        html += number == next ? "<li>" : "<li value=\"\(number)\">"
        itemNumbers.append((number + 1, typed))
        appendPlain("\(number). ".utf8)
    }

    private mutating func typedNumber(_ item: Node) -> Int? {
        let line = Int(cmark_node_get_start_line(item)), column = Int(cmark_node_get_start_column(item))
        guard lineStarts.indices.contains(line - 1), column > 0 else { return nil }
        let digits = source[min(lineStarts[line - 1] + column - 1, source.count)...].prefix { isDigit($0) }
        return Int(String(decoding: digits.prefix(9), as: UTF8.self))
    }

    /// The first paragraph of a task begins with its box, which a screen reader reads as "ballot box" with or without "check".
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

    /// The three levels above belong to the page, its lists and each post.
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
