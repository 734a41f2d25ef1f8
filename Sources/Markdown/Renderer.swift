internal import CMarkGFM
internal import HTML

/// One walk over a document that writes its HTML and its plain text side by side.
struct Renderer {
    var html = HTML()
    var plain: [UInt8] = []

    /// The link or image whose `<a>` is open; one inside another shows its text only.
    var anchor: Node?
    /// The outermost image around the place, of which only the text is shown.
    var image: Node?
    private var emphasisDepth = 0
    var table = Table()
    /// The number of the next item of each open list.
    var itemNumbers: [Int] = []

    /// Emphasis that is nested deeper than this has no tags, so that no text makes a page that browsers choke on.
    private static let deepestEmphasis = 32

    init(sourceCount: Int) {
        html.reserveCapacity(sourceCount + sourceCount / 2 + 64)
        plain.reserveCapacity(sourceCount + 16)
    }

    var result: Markdown.Rendered {
        var text = plain[...]
        while text.last == newline { text.removeLast() }
        return Markdown.Rendered(html: html, plain: String(decoding: text, as: UTF8.self))
    }

    mutating func render(_ document: Node) {
        walk(document) { node, isEntering in
            let kind = Kind(node)
            switch kind {
            case .text: text(literal(node))
            case .softBreak, .hardBreak: lineBreak()
            case .code: code(literal(node))
            case .html: lines(literal(node))
            case .emphasis: emphasis(isEntering, "<em>", "</em>")
            case .strong: emphasis(isEntering, "<strong>", "</strong>")
            case .strikethrough: emphasis(isEntering, "<del>", "</del>")
            case .link, .image: isEntering ? openLink(node, isImage: kind == .image) : closeLink(node)
            case .paragraph, .heading, .quote, .list, .item, .codeBlock, .htmlBlock, .rule:
                isEntering ? open(kind, node) : close(kind, node)
            case .table, .tableHeader, .tableRow, .tableCell: isEntering ? openTable(kind, node) : closeTable(kind)
            case .document, .other: break
            }
        }
    }
}

// MARK: Inlines

extension Renderer {
    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        html.append(escaping: text)
        plain.append(contentsOf: text)
    }

    /// Text whose newlines are to be seen: HTML that somebody typed, or a post that is shown as it was typed.
    mutating func lines(_ lines: UnsafeBufferPointer<UInt8>) {
        var rest = lines[...]
        while rest.last == newline { rest.removeLast() }
        while let end = rest.firstIndex(of: newline) {
            text(UnsafeBufferPointer(rebasing: rest[..<end]))
            lineBreak()
            rest = rest[(end + 1)...]
        }
        text(UnsafeBufferPointer(rebasing: rest))
    }

    private mutating func lineBreak() {
        if image == nil { html.append(markup: "<br>\n") } else { html.append(markup: " ") }
        plain.append(newline)
    }

    private mutating func code(_ code: UnsafeBufferPointer<UInt8>) {
        if image == nil { html.append(markup: "<code>") }
        text(code)
        if image == nil { html.append(markup: "</code>") }
    }

    private mutating func emphasis(_ isEntering: Bool, _ start: StaticString, _ end: StaticString) {
        guard image == nil else { return }
        if isEntering { emphasisDepth += 1 }
        if emphasisDepth <= Self.deepestEmphasis { html.append(markup: isEntering ? start : end) }
        if !isEntering { emphasisDepth -= 1 }
    }
}

let newline = UInt8(ascii: "\n")
