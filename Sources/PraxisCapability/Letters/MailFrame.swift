package import HTML

/// The one look of all mails: a sheet of 600 pixels at most, of tables, since that is what every mail program shows alike.
///
/// Styles are inline; only the dark colours are in the head (`MailStyle`). Nothing is loaded from anywhere.
package struct MailFrame: Sendable {
    /// The tag of the language.
    package let language: String
    package let title: String
    /// What lists of mails show behind the subject; empty if the beginning says it.
    package let preheader: String
    /// The site's name at the top, and its address, which the name leads to.
    package let site: (name: String, address: String)

    package init(language: String, title: String, preheader: String = "", site: (name: String, address: String)) {
        self.language = language
        self.title = title
        self.preheader = preheader
        self.site = site
    }

    /// The whole document around rows made by `MailRow`, those below the sheet in `footer`.
    package func document(_ rows: HTML, footer: HTML) -> String {
        let head: HTML = """
            <!doctype html>
            <html lang="\(language)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>\(title)</title>
            \(MailStyle.head)</head>

            """
        let sheet: HTML = """
            <table \(MailStyle.table) class="sheet" width="100%" bgcolor="#fcfdfd" \
            style="width:100%;max-width:600px;background-color:#fcfdfd;border:1px solid \(MailStyle.line);text-align:left;word-break:break-word">
            \(masthead)\(rows)<tr><td style="padding:0 0 24px;\(MailStyle.spacer(1))">&nbsp;</td></tr></table>
            """
        let body: HTML = """
            <body class="page" bgcolor="#f4f6f5" style="margin:0;padding:0;background-color:#f4f6f5">\(hidden)
            <table \(MailStyle.table) class="page" width="100%" bgcolor="#f4f6f5" \
            style="width:100%;background-color:#f4f6f5"><tr><td align="center" style="padding:16px 8px">
            \(Self.wordBegin)\(sheet)
            <table \(MailStyle.table) width="100%" style="width:100%;max-width:600px;text-align:left;word-break:break-word">
            \(footer)</table>\(Self.wordEnd)
            </td></tr></table></body></html>

            """
        return (head + body).string
    }

    /// The brand's rule and the site's name.
    private var masthead: HTML {
        """
        <tr><td class="bar" height="6" bgcolor="#0b5566" style="background-color:#0b5566;\(MailStyle.spacer(6))">&nbsp;</td></tr>
        <tr><td class="line pad" style="padding:8px 24px;border-bottom:1px solid \(MailStyle.line);\(MailStyle.entry)">\
        <a class="ink" href="\(site.address)" style="display:inline-block;padding:10px 0;\(MailStyle.ink);text-decoration:none">\
        <strong>\(site.name)</strong></a></td></tr>

        """
    }

    /// What lists of mails show, and spaces so that nothing of the mail's beginning comes behind it.
    private var hidden: HTML {
        if preheader.isEmpty { return HTML() }
        let padding = HTML(trusted: String(repeating: "&zwnj;&nbsp;", count: 60))
        return """

            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px">\(preheader)\(padding)</div>
            """
    }

    // Word knows no greatest width: it gets a table of 600 pixels around the sheet, which no one else sees.
    private static let wordBegin: HTML = """
        <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->

        """
    private static let wordEnd: HTML = "<!--[if mso]></td></tr></table><![endif]-->"
}
