import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The HTML part of a mail: the rows of its sheet, in the order of the text part.
struct MailHTMLDrawing {
    let words: Words
    private(set) var rows = HTML()
    /// The level of the titles of entries: one below the heading that they stand under.
    private var level: StaticString = "h3"
    /// What stands above what comes, as far as its distance depends on that.
    private var above = Above.other

    private enum Above { case band, entry, other }

    init(words: Words) { self.words = words }

    mutating func add(_ part: MailPart) {
        rows += row(part)
        switch part {
        case .heading: (level, above) = ("h3", .band)
        case .subheading: (level, above) = ("h4", .other)
        case .entry, .unnamed: above = .entry
        default: above = .other
        }
    }

    /// 24 pixels between two entries, less below the band that they belong to.
    private var gap: Int { above == .band ? 16 : 24 }

    private func row(_ part: MailPart) -> HTML {
        switch part {
        case .title(let text, _): MailRow.title(text)
        case .heading(let text, let address, let band): MailRow.heading(text, to: address, band)
        case .contents(let contents): self.contents(contents)
        case .subheading(let text, let hint):
            MailRow.plainHeading("h3", "\(text)", gap: above == .band ? 16 : 32)
                + (hint.map { MailRow.quiet("\($0)") } ?? HTML())
        case .text(let text): MailRow.paragraph("\(text)")
        case .quiet(let text, let afterRule): (afterRule ? MailRow.rule : HTML()) + MailRow.quiet("\(text)")
        case .code(let code): MailRow.code(code)
        case .prose(let lines, let language): prose(lines, language)
        case .items(let items): MailRow.paragraph(MailProse.bullets(items.map { "\($0)" }))
        case .entry(let entry): MailEntryRow(entry: entry, words: words, level: level, gap: gap).rows
        case .unnamed(let lines, let hint, let link, let address):
            MailRow.inset(lines, hint, MailRow.link(link, to: address), gap: gap)
        case .link(let label, let address): MailRow.paragraph(MailRow.link(label, to: address), gap: gap)
        case .button(let label, let address, _): MailRow.button(label, to: address, gap: above == .entry ? 40 : 24)
        }
    }

    /// Beside one line from top to bottom, as quotes of lists are.
    private func prose(_ lines: [String], _ language: Language) -> HTML {
        let cells = MailProse.blocks(lines).enumerated().map { index, block -> HTML in
            """
            <tr><td class="ink line" dir="auto"\(words.lang(language)) style="padding:\(index == 0 ? 0 : 10)px 0 0 14px;\
            border-left:3px solid \(MailStyle.line);\(MailStyle.body);\(MailStyle.ink)">\(MailProse.html(block))</td></tr>

            """
        }
        return """
            <tr><td class="pad" style="padding:12px 24px 0"><table \(MailStyle.table) width="100%" style="width:100%">
            \(each: cells, { $0 })</table></td></tr>

            """
    }

    private func contents(_ contents: MailContents) -> HTML {
        let rows = contents.rows.map { row in
            let name = row.address.map { MailRow.link(row.name, to: $0) } ?? "\(row.name)"
            let titles = row.titles.map { title in
                "<span dir=\"auto\"\(words.lang(title.language))>\(title.text)</span>" as HTML
            }
            let more = row.more.map { "\($0)" as HTML }
            let said = (titles + [more].compactMap { $0 }).enumerated().map { index, html in
                index == 0 ? html : " · \(html)" as HTML
            }
            let titled = said.isEmpty ? HTML() : MailRow.quiet("\(each: said, { $0 })")
            return MailRow.paragraph("<strong>\(name)</strong>") + titled
        }
        return MailRow.plainHeading("h2", "\(contents.title)", gap: 32) + "\(each: rows, { $0 })"
    }

    /// The rows below the sheet, the site's name and address last.
    static func footer(_ lines: [MailFooterLine], site: (name: String, address: String)) -> HTML {
        let lines = lines.filter { $0.format != .text }.map { line in
            line.address.map { MailRow.footerLink(line.label, to: $0) } ?? MailRow.footer("\(line.label)")
        }
        let name = MailRow.footer("<strong>\(site.name)</strong>")
        return "\(lines)\(name)\(MailRow.footerLink(site.address, to: site.address))"
    }
}
