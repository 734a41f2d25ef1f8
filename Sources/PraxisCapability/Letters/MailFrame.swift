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
        self.language = language
        self.title = title
        self.preheader = preheader
        self.site = site
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

    package static let font = "font-family:Arial,Helvetica,sans-serif"

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
