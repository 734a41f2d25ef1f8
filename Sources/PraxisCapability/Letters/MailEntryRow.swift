import HTML
import PraxisWeb
import PraxisWords

/// The rows of one entry: where it is, its title, what it is, who said what, and what to do.
struct MailEntryRow {
    let entry: MailEntry
    let words: Words
    /// The level of its title below the headings of its mail.
    let level: StaticString
    /// How far it is below what stands before it.
    let gap: Int

    /// What the text is in, for screen readers and for its direction.
    private var language: HTML { " dir=\"auto\"\(words.lang(entry.language))" }

    var rows: HTML {
        let label = entry.label.map { MailRow.row("quiet", gap, small, "<strong dir=\"auto\">\($0)</strong>") }
        let action = entry.action.map { MailRow.quietButton($0, to: entry.address) }
        return "\(label)\(title(label == nil ? gap : 2))\(facts)\(quotes)\(action)"
    }

    /// What it is and, on a line of its own, who can read it.
    private var facts: HTML? {
        let readers = entry.readers.map { readers -> HTML in
            readers.isEveryone ? "<strong>\(readers.sentence)</strong>" : "\(readers.sentence)"
        }
        guard let facts = entry.facts else { return readers.map(MailRow.quiet) }
        return MailRow.quiet("\(facts)\(readers.map { "<br>\($0)" as HTML })")
    }

    private var small: String { "\(MailStyle.small);\(MailStyle.quiet)" }

    private func title(_ gap: Int) -> HTML {
        MailRow.plainHeading(level, MailRow.link(entry.title, to: entry.address), gap: gap, language: language)
    }

    /// What was said, beside one line from top to bottom, and how much more there is.
    private var quotes: HTML {
        if entry.quotes.isEmpty { return entry.more.map { MailRow.quiet("\($0)") } ?? HTML() }
        var cells = HTML()
        for (index, quote) in entry.quotes.enumerated() { cells += self.quote(quote, isFirst: index == 0) }
        if let more = entry.more { cells += cell("quiet", 10, MailStyle.quiet, "\(more)") }
        return """
            <tr><td class="pad" style="padding:10px 24px 0"><table \(MailStyle.table) width="100%" style="width:100%">
            \(cells)</table></td></tr>

            """
    }

    private func quote(_ quote: MailEntry.Quote, isFirst: Bool) -> HTML {
        let time = MailRow.quietLink(quote.time, to: quote.address)
        var cells = cell(
            "ink",
            isFirst ? 0 : 14,
            MailStyle.ink,
            "<strong dir=\"auto\">\(quote.author)</strong> &nbsp;\(time)"
        )
        for block in MailProse.blocks(quote.lines) {
            cells += cell("ink", 4, MailStyle.ink, MailProse.html(block), language)
        }
        if let rest = quote.rest { cells += cell("ink", 4, MailStyle.ink, MailRow.link(rest, to: quote.address)) }
        return cells
    }

    private func cell(_ name: HTML, _ gap: Int, _ style: String, _ html: HTML, _ language: HTML = HTML()) -> HTML {
        """
        <tr><td class="\(name) line"\(language) style="padding:\(gap)px 0 0 14px;border-left:3px solid \(MailStyle.line);\
        \(MailStyle.small);\(style)">\(html)</td></tr>

        """
    }
}
