internal import CMarkGFM
internal import HTML

/// One walk over a document that writes its HTML and its plain text side by side.
struct Renderer {
    var html = HTML()
    var plain: [UInt8] = []

    /// The link or image whose `<a>` is open; for one inside another, only the text is shown.
    var anchor: Node?
    /// The outermost image around the current position, of which only the text is shown.
    var image: Node?
    private var emphasisDepth = 0
    var table = Table()
    /// For each open list, the number of its next item and the typed number of its last one.
    var itemNumbers: [(next: Int, typed: Int?)] = []
    /// Where the plain text of each open link begins.
    var linkStarts: [Int] = []
    var quoteDepth = 0
    private var struckDepth = 0
    private var hasRule = false
    let source: UnsafeBufferPointer<UInt8>
    /// Where the lines of the text begin, computed when the first number of a list is looked up.
    lazy var lineStarts: [Int] = [0] + source.indices.filter { source[$0] == newline }.map { $0 + 1 }

    /// Emphasis nested deeper than this gets no tags, so that no text makes a page that browsers choke on.
    private static let deepestEmphasis = 32

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        html.reserveCapacity(source.count + source.count / 2 + 64)
        plain.reserveCapacity(source.count + 16)
    }

    /// Whether anything is visible: not so for an empty list, or for an entity that names a space.
    var showsSomething: Bool {
        source.isEmpty || hasRule || plain.contains(where: isLetterOrDigit)
            || String(decoding: plain, as: UTF8.self).unicodeScalars.contains { scalar in
                !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint && scalar != "•"
            }
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
            case .strikethrough: strike(isEntering)
            case .link, .image: isEntering ? openLink(node, isImage: kind == .image) : closeLink(node)
            case .rule:
                html.append(markup: "<hr>\n")
                hasRule = true
            case .paragraph, .heading, .quote, .list, .item, .codeBlock, .htmlBlock:
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
        appendPlain(text)
    }

    mutating func text(_ words: String) {
        var words = words
        words.withUTF8 { text($0) }
    }

    /// Appends nothing while struck-out text is open.
    mutating func appendPlain(_ text: some Sequence<UInt8>) {
        if struckDepth == 0 { plain.append(contentsOf: text) }
    }

    /// Text whose newlines are to be shown: typed HTML, or a post that is shown as typed.
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
        appendPlain(CollectionOfOne(newline))
    }

    private mutating func code(_ code: UnsafeBufferPointer<UInt8>) {
        if image == nil { html.append(markup: "<code>") }
        text(code)
        if image == nil { html.append(markup: "</code>") }
    }

    /// Struck out on a page; without the markup a text would say the opposite, so the plain text shows that something is left out.
    private mutating func strike(_ isEntering: Bool) {
        emphasis(isEntering, "<del>", "</del>")
        if isEntering { appendPlain("[…]".utf8) }
        struckDepth += isEntering ? 1 : -1
    }

    private mutating func emphasis(_ isEntering: Bool, _ start: StaticString, _ end: StaticString) {
        guard image == nil else { return }
        if isEntering { emphasisDepth += 1 }
        if emphasisDepth <= Self.deepestEmphasis { html.append(markup: isEntering ? start : end) }
        if !isEntering { emphasisDepth -= 1 }
    }
}

let newline = UInt8(ascii: "\n")
