package import HTML

/// The rows that a mail's sheet is made of.
package enum MailRow {
    /// The mail's own heading.
    package static func title(_ text: String) -> HTML {
        "<tr><td class=\"pad\" style=\"padding:24px 24px 0\">\(heading("h1", "\(text)", MailStyle.title))</td></tr>\n"
    }

    /// The heading of a part, on a band as wide as the sheet.
    package static func heading(_ text: String, to address: String?, _ band: MailBand) -> HTML {
        let content = address.map { link(text, to: $0) } ?? "\(text)"
        return """
            <tr><td style="padding:40px 0 0"><table \(MailStyle.table) width="100%" style="width:100%"><tr>\
            <td class="\(band.name) pad" bgcolor="\(band.ground)" style="background-color:\(band.ground);padding:9px 24px">\
            <h2 class="\(band.ink)" style="margin:0;\(MailStyle.heading);\(band.color)">\(content)</h2></td></tr></table></td></tr>

            """
    }

    /// A heading without a band, of what is `gap` below what comes before it.
    package static func plainHeading(_ level: StaticString, _ html: HTML, gap: Int, language: HTML = HTML()) -> HTML {
        """
        <tr><td class="pad" style="padding:\(gap)px 24px 0">\(heading(level, html, MailStyle.entry, language: language))</td></tr>

        """
    }

    /// A rule, if no heading follows.
    package static let rule: HTML = """
        <tr><td class="pad" style="padding:40px 24px 0"><table \(MailStyle.table) width="100%" style="width:100%"><tr>\
        <td class="line" style="border-top:1px solid \(MailStyle.line);\(MailStyle.spacer(8))">&nbsp;</td></tr></table></td></tr>

        """

    package static func paragraph(_ html: HTML, gap: Int = 12) -> HTML {
        row("ink", gap, "\(MailStyle.body);\(MailStyle.ink)", html)
    }

    /// A line that matters less.
    package static func quiet(_ html: HTML) -> HTML { row("quiet", 4, "\(MailStyle.small);\(MailStyle.quiet)", html) }

    /// Something to be copied.
    package static func code(_ text: String) -> HTML {
        row("ink", 12, "\(MailStyle.code);letter-spacing:4px;\(MailStyle.ink)", "<strong>\(text)</strong>")
    }

    /// A link as large as a finger; the whole cell is the button.
    package static func button(_ label: String, to address: String, gap: Int) -> HTML {
        button(
            label,
            to: address,
            gap,
            "act",
            "bgcolor=\"#0b5566\" style=\"background-color:#0b5566;border:1px solid #0b5566",
            "<a class=\"on\" href=\"\(address)\" style=\"color:#fdfefe"
        )
    }

    /// The same for something of a list, one of many: by its outline; `about` tells it from the next one when it is heard.
    package static func quietButton(_ action: MailEntry.Action, to address: String) -> HTML {
        button(
            action.label,
            to: address,
            12,
            "alt",
            "style=\"border:1px solid #0b5566",
            "<a class=\"link\" href=\"\(address)\" aria-label=\"\(action.label): \(action.about)\" style=\"\(MailStyle.link)"
        )
    }

    // Word knows no padding of a link and gets the same as padding of the cell.
    private static func button(
        _ label: String,
        to address: String,
        _ gap: Int,
        _ name: HTML,
        _ cell: HTML,
        _ link: HTML
    ) -> HTML {
        """
        <tr><td class="pad" style="padding:\(gap)px 24px 0"><table \(MailStyle.table)><tr><td class="\(name)" \(cell);border-radius:6px;\
        mso-padding-alt:10px 20px">\(link);display:inline-block;padding:10px 20px;\(MailStyle.small);text-decoration:none">\
        <strong>\(label)</strong></a></td></tr></table></td></tr>

        """
    }

    /// What is not said here, and why, apart from what is.
    static func inset(_ lines: [String], _ hint: String, _ link: HTML, gap: Int) -> HTML {
        """
        <tr><td class="pad" style="padding:\(gap)px 24px 0"><table \(MailStyle.table) width="100%" style="width:100%"><tr>\
        <td class="ink inset" bgcolor="#e9edec" style="background-color:#e9edec;border-left:6px solid #0b5566;padding:12px 16px;\
        \(MailStyle.small);\(MailStyle.ink)">\(each: lines, { "<strong>\($0)</strong><br>" as HTML })\(hint)<br>\(link)</td></tr></table></td></tr>

        """
    }

    /// A link within a line.
    package static func link(_ text: String, to address: String) -> HTML {
        "<a class=\"link\" href=\"\(address)\" style=\"\(MailStyle.link)\">\(text)</a>"
    }

    /// A link within a line that matters less.
    package static func quietLink(_ text: String, to address: String) -> HTML {
        "<a class=\"quiet\" href=\"\(address)\" style=\"\(MailStyle.quiet)\">\(text)</a>"
    }

    /// A line below the sheet.
    static func footer(_ html: HTML) -> HTML { row("quiet", 16, "\(MailStyle.small);\(MailStyle.quiet)", html) }

    /// A link on a line of its own below the sheet, as high as a finger where its padding counts.
    static func footerLink(_ text: String, to address: String) -> HTML {
        row(
            "quiet",
            0,
            "\(MailStyle.small);\(MailStyle.quiet)",
            "<a class=\"quiet\" href=\"\(address)\" style=\"\(MailStyle.quiet);display:inline-block;padding:10px 0\">\(text)</a>"
        )
    }

    static func row(_ name: HTML, _ gap: Int, _ style: String, _ html: HTML) -> HTML {
        "<tr><td class=\"\(name) pad\" style=\"padding:\(gap)px 24px 0;\(style)\">\(html)</td></tr>\n"
    }

    private static func heading(
        _ level: StaticString,
        _ html: HTML,
        _ style: String,
        language: HTML = HTML()
    ) -> HTML {
        let tag = HTML(trusted: "\(level)")
        return "<\(tag) class=\"ink\"\(language) style=\"margin:0;\(style);\(MailStyle.ink)\">\(html)</\(tag)>"
    }
}

extension MailBand {
    /// The class by which the style sheet of a mail finds the band.
    fileprivate var name: HTML {
        switch self {
        case .place: "band"
        case .reader: "warm"
        }
    }

    fileprivate var ground: HTML {
        switch self {
        case .place: "#e3eff2"
        case .reader: "#fde7d6"
        }
    }

    /// The class of the heading on it.
    fileprivate var ink: HTML {
        switch self {
        case .place: "ink"
        case .reader: "new"
        }
    }

    fileprivate var color: String {
        switch self {
        case .place: MailStyle.ink
        case .reader: "color:#7a2e00"
        }
    }
}
