package import HTML

/// The one look of all mails: a sheet of 600 pixels at most, of tables, since that is what every mail program shows alike.
///
/// Styles are inline; only the dark colours are in the head, and no one misses them where a mail program drops it. Nothing is
/// loaded from anywhere.
package struct MailFrame: Sendable {
    /// The tag of the language.
    package let language: String
    package let title: String
    /// What lists of mails show behind the subject; empty if the beginning says it.
    package let preheader: String
    /// The site's name at the top, and its address, which the name leads to.
    package let site: (name: String, address: String)

    package init(language: String, title: String, preheader: String = "", site: (name: String, address: String)) {
        (self.language, self.title, self.preheader, self.site) = (language, title, preheader, site)
    }

    /// The whole document around rows made by `MailRow`.
    package func document(_ rows: HTML, footer: HTML) -> String {
        let head: HTML = """
            <!doctype html>
            <html lang="\(language)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>\(title)</title>\(Self.darkStyles)</head>

            """
        let sheet: HTML = """
            <table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" border="0" \
            style="width:100%;max-width:600px;background:#fcfdfd;border:1px solid #c5cdcf;text-align:left">
            <tr><td class="quiet" style="padding:20px 24px 0;\(Self.font);font-size:16px;color:#45545a">\
            <a class="quiet" href="\(site.address)" style="color:#45545a;text-decoration:none">\(site.name)</a></td></tr>
            \(rows)<tr><td style="padding:0 0 16px;font-size:1px;line-height:1px">&nbsp;</td></tr></table>
            """
        let body: HTML = """
            <body class="page" style="margin:0;padding:0;background:#f4f6f5">\(hidden)
            <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" \
            style="width:100%;background:#f4f6f5"><tr><td align="center" style="padding:16px 8px">
            \(sheet)
            <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" \
            style="width:100%;max-width:600px;text-align:left"><tr><td class="quiet" style="padding:16px 24px;\(Self.font);\
            font-size:16px;line-height:24px;color:#45545a">\(footer)</td></tr></table>
            </td></tr></table></body></html>

            """
        return (head + body).string
    }

    static let font = "font-family:Arial,Helvetica,sans-serif"

    /// What lists of mails show, and spaces so that nothing of the mail's beginning comes behind it.
    private var hidden: HTML {
        if preheader.isEmpty { return HTML() }
        let padding = HTML(trusted: String(repeating: "&zwnj;&nbsp;", count: 60))
        return """

            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px">\(preheader)\(padding)</div>
            """
    }

    private static let darkStyles: HTML = {
        let rules: [(name: String, style: String)] = [
            (".page", "background:#101719!important"),
            (".sheet", "background:#182124!important;border-color:#37454b!important"),
            (".ink", "color:#edf2f3!important"), (".quiet", "color:#b4c2c7!important"),
            (".link", "color:#86d5e8!important"), (".line", "border-color:#37454b!important"),
            (".act", "background:#86d5e8!important;border-color:#86d5e8!important"),
            (".act a", "color:#06222a!important"),
        ]
        let dark = rules.map { "\($0.name){\($0.style)}" }.joined()
        // Outlook's own programs mark what they darken by an attribute.
        let outlook = rules.map { "[data-ogsc] \($0.name){\($0.style)}" }.joined()
        let text = ":root{color-scheme:light dark}@media (prefers-color-scheme:dark){\(dark)}\(outlook)"
        return HTML(trusted: "<style>\(text)</style>")
    }()
}

/// The rows that a mail's sheet is made of.
package enum MailRow {
    private static let body =
        "\(MailFrame.font);font-size:17px;line-height:26px;mso-line-height-rule:exactly;color:#1b2427"

    /// The mail's own heading.
    package static func title(_ text: String) -> HTML {
        """
        <tr><td class="ink" style="padding:8px 24px 4px;color:#1b2427"><h1 class="ink" style="margin:0;\(MailFrame.font);\
        font-size:24px;line-height:31px;mso-line-height-rule:exactly;color:#1b2427">\(text)</h1></td></tr>

        """
    }

    /// The heading of a part, with a rule above.
    package static func heading(_ text: HTML) -> HTML {
        """
        <tr><td style="padding:20px 24px 0"><h2 class="ink line" style="margin:0;padding:16px 0 0;border-top:1px solid #c5cdcf;\
        \(MailFrame.font);font-size:20px;line-height:27px;mso-line-height-rule:exactly;color:#1b2427">\(text)</h2></td></tr>

        """
    }

    /// The same rule, if no heading follows.
    package static let rule: HTML = """
        <tr><td style="padding:20px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
        <td class="line" style="border-top:1px solid #c5cdcf;font-size:1px;line-height:8px">&nbsp;</td></tr></table></td></tr>

        """

    package static func paragraph(_ html: HTML) -> HTML {
        "<tr><td class=\"ink\" style=\"padding:12px 24px 0;\(body)\">\(html)</td></tr>\n"
    }

    /// A line that matters less.
    package static func quiet(_ html: HTML) -> HTML {
        """
        <tr><td class="quiet" style="padding:4px 24px 0;\(MailFrame.font);font-size:16px;line-height:24px;color:#45545a">\(html)</td></tr>

        """
    }

    /// Something to be copied.
    package static func code(_ text: String) -> HTML {
        """
        <tr><td class="ink" style="padding:12px 24px 0;\(MailFrame.font);font-size:30px;line-height:40px;letter-spacing:4px;\
        color:#1b2427"><strong>\(text)</strong></td></tr>

        """
    }

    /// A link as large as a finger; the whole cell is the button.
    package static func button(_ label: String, to address: String) -> HTML {
        """
        <tr><td style="padding:20px 24px 0"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>\
        <td class="act" style="background:#0b5566;border:1px solid #0b5566"><a href="\(address)" style="display:inline-block;padding:11px 20px;\
        \(MailFrame.font);font-size:17px;line-height:22px;color:#fdfefe;text-decoration:none">\(label)</a></td></tr></table></td></tr>

        """
    }

    /// A link within a line.
    package static func link(_ text: String, to address: String) -> HTML {
        "<a class=\"link\" href=\"\(address)\" style=\"color:#0b5566\">\(text)</a>"
    }
}
