import HTML
import PraxisWeb
import PraxisWords

/// The HTML part of a mail: the rows of its sheet, in the order of the text part.
struct MailHTMLDrawing {
    let words: Words
    private(set) var rows = HTML()

    init(words: Words) { self.words = words }

    mutating func add(_ part: MailPart) { rows += row(part) }

    private func row(_ part: MailPart) -> HTML {
        switch part {
        case .title(let text, _): MailRow.title(text)
        case .heading(let text, let address):
            MailRow.heading(address.map { MailRow.link(text, to: $0) } ?? "\(text)")
        case .subheading(let text, let hint):
            MailRow.subheading(text) + (hint.map { MailRow.quiet("\($0)") } ?? HTML())
        case .text(let text): MailRow.paragraph("\(text)")
        case .quiet(let text, let afterRule): (afterRule ? MailRow.rule : HTML()) + MailRow.quiet("\(text)")
        case .code(let code): MailRow.code(code)
        case .items(let items): MailRow.paragraph("\(each: items, { "– \($0)<br>" as HTML })")
        case .entry(let entry): self.entry(entry)
        case .unnamed(let lines, let hint, let address):
            "\(each: lines, { MailRow.paragraph("\($0)") })\(MailRow.quiet(MailRow.link(hint, to: address)))"
        case .link(let label, let address): MailRow.paragraph(MailRow.link(label, to: address))
        case .button(let label, let address, _): MailRow.button(label, to: address)
        }
    }

    private func entry(_ entry: MailEntry) -> HTML {
        let link = MailRow.link(entry.title, to: entry.address), language = words.lang(entry.language)
        guard let facts = entry.facts else {
            return MailRow.paragraph("<span dir=\"auto\"\(language)>\(link)</span>")
        }
        var rows = MailRow.entry(link, language) + MailRow.quiet("\(facts)")
        for quote in entry.quotes {
            let time = MailRow.quietLink(quote.time, to: quote.address)
            rows += MailRow.quote(
                "<strong>\(quote.author)</strong> \(time)<br><span dir=\"auto\"\(language)>\(quote.text)</span>"
            )
        }
        return rows + (entry.more.map { MailRow.quiet(MailRow.link($0, to: entry.address)) } ?? HTML())
    }

    static func footer(_ lines: [MailFooterLine]) -> HTML {
        let lines = lines.filter { $0.place != .text }.map { line in
            line.address.map { MailRow.footerLink(line.label, to: $0) } ?? "\(line.label)"
        }
        return "\(each: lines, { "\($0)<br>" as HTML })"
    }
}
