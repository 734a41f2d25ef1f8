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
        case .heading(let text, _, _): Self.underlined(text)
        case .contents(let contents): Self.contents(contents)
        case .subheading(let text, let hint): text + (hint.map { "\n" + wrapped($0) } ?? "")
        case .text(let text), .quiet(let text, _): wrapped(text)
        case .code(let code): code
        case .prose(let lines, _): Self.lines(lines, "  ")
        case .items(let items): Self.items(items)
        case .entry(let entry): self.entry(entry)
        case .unnamed(let lines, let hint, let link, let address):
            (lines.map(wrapped) + [wrapped(hint), wrapped(link), address]).joined(separator: "\n")
        case .link(let label, let address): wrapped(label) + "\n" + address
        case .button(let label, let address, let inText): wrapped(inText ?? label) + "\n" + address
        }
    }

    private static func items(_ items: [String]) -> String {
        items.map { MailText.wrapped("- " + $0, indent: "  ") }.joined(separator: "\n")
    }

    private static func underlined(_ text: String) -> String {
        let length = min(MailText.width, max(3, text.unicodeScalars.count))
        return MailText.wrapped(text) + "\n" + String(repeating: "-", count: length)
    }

    private static func contents(_ contents: MailContents) -> String {
        let items = contents.rows.map { row in
            let (first, last) = (row.numbers.lowerBound, row.numbers.upperBound)
            let said = row.titles.map(\.text) + [row.more].compactMap { $0 }
            let name = "\(row.name) (\(first == last ? "\(first)" : "\(first)–\(last)"))"
            return said.isEmpty ? name : "\(name): \(said.joined(separator: " · "))"
        }
        return underlined(contents.title) + "\n\n" + Self.items(items)
    }

    /// Number, title, where and what it is, who can read it, who said what, and where to read and answer it.
    private mutating func entry(_ entry: MailEntry) -> String {
        count += 1
        let mark = "\(count). "
        let indent = String(repeating: " ", count: mark.utf8.count)
        let facts = [entry.label, entry.facts].compactMap { $0 }.joined(separator: " · ")
        let below =
            [facts, entry.readers?.sentence ?? ""].filter { !$0.isEmpty }.map { Self.indented($0, indent) }
            + entry.quotes.map { Self.quote($0, indent) }
            + [entry.more, entry.action?.inText].compactMap { $0 }.map { Self.indented($0, indent) }
        return ([MailText.wrapped(mark + entry.title, indent: indent)] + below + [indent + entry.address])
            .joined(separator: "\n")
    }

    /// Who said it and what, on one line if it is one; else on lines of their own, and with the address of the rest if there is one.
    private static func quote(_ quote: MailEntry.Quote, _ indent: String) -> String {
        if quote.lines.count == 1, quote.rest == nil { return indented(quote.opening + " " + quote.lines[0], indent) }
        let deeper = indent + "  "
        let rest = quote.rest.map { [indented($0, deeper), deeper + quote.address] } ?? []
        return ([indented(quote.opening, indent), lines(quote.lines, deeper)] + rest).joined(separator: "\n")
    }

    /// What somebody wrote, one line below the other, items of lists hanging.
    private static func lines(_ lines: [String], _ indent: String) -> String {
        lines.map { indented($0, indent, hanging: $0.hasPrefix("• ") ? "  " : "") }.joined(separator: "\n")
    }

    private static func indented(_ text: String, _ indent: String, hanging: String = "") -> String {
        // Wrapping counts the first line's own beginning, too: no word begins with the letter that stands in for it.
        let standIn = String(repeating: "\u{E000}", count: indent.utf8.count - 1) + " "
        return indent + MailText.wrapped(standIn + text, indent: indent + hanging).dropFirst(indent.utf8.count)
    }

    static func footer(_ lines: [MailFooterLine]) -> [String] {
        lines.filter { $0.format != .html }.map { line in
            line.address.map { MailText.wrapped(line.inText) + "\n" + $0 } ?? line.inText
        }
    }
}
