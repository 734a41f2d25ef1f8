/// The text part of a mail, written as such: 72 columns, numbered entries, whole addresses.
struct MailTextDrawing {
    private(set) var body = ""
    /// Entries so far.
    private var count = 0

    mutating func add(_ part: MailPart) {
        guard let text = text(part) else { return }
        body += text + "\n\n"
    }

    private mutating func text(_ part: MailPart) -> String? {
        let wrapped = { (text: String) in MailText.wrapped(text) }
        return switch part {
        case .title(let text, let inText):
            inText ? wrapped(text) + "\n" + String(repeating: "=", count: MailText.width) : nil
        case .heading(let text, _): Self.underlined(text)
        case .subheading(let text, let hint): text + (hint.map { "\n" + wrapped($0) } ?? "")
        case .text(let text), .quiet(let text, _): wrapped(text)
        case .code(let code): code
        case .items(let items): items.map { MailText.wrapped("- " + $0, indent: "  ") }.joined(separator: "\n")
        case .entry(let entry): self.entry(entry)
        case .unnamed(let lines, let hint, let address):
            (lines.map(wrapped) + [wrapped(hint), address]).joined(separator: "\n")
        case .link(let label, let address): wrapped(label) + "\n" + address
        case .button(let label, let address, let inText): wrapped(inText ?? label) + "\n" + address
        }
    }

    private static func underlined(_ text: String) -> String {
        let length = min(MailText.width, max(3, text.unicodeScalars.count))
        return MailText.wrapped(text) + "\n" + String(repeating: "-", count: length)
    }

    /// Number, title, what it is, who said what, and where.
    private mutating func entry(_ entry: MailEntry) -> String {
        count += 1
        let mark = "\(count). "
        let indent = String(repeating: " ", count: mark.utf8.count)
        let quotes = entry.quotes.map { $0.opening + " " + $0.text }
        let below = [entry.facts].compactMap { $0 } + quotes + [entry.more].compactMap { $0 }
        let lines = below.map { Self.indented($0, indent) }
        return ([MailText.wrapped(mark + entry.title, indent: indent)] + lines + [indent + entry.address])
            .joined(separator: "\n")
    }

    private static func indented(_ text: String, _ indent: String) -> String {
        // Wrapping counts the first line's own beginning, too: no word begins with the letter that stands in for it.
        let standIn = String(repeating: "\u{E000}", count: indent.utf8.count - 1) + " "
        return indent + MailText.wrapped(standIn + text, indent: indent).dropFirst(indent.utf8.count)
    }

    static func footer(_ lines: [MailFooterLine]) -> [String] {
        lines.filter { $0.place != .html }.map { line in
            line.address.map { MailText.wrapped(line.inText) + "\n" + $0 } ?? line.inText
        }
    }
}
