import HTML
package import PraxisCommunity
package import PraxisMail
package import PraxisWords

/// What every mail is made of: sections, described once and drawn in the same order as text (`MailTextDrawing`) and as HTML
/// (`MailHTMLDrawing`).
package struct MailLetter: Sendable {
    package let subject: String
    /// What lists of mails show behind the subject; empty if the beginning says it.
    package let preheader: String
    package let parts: [MailPart]
    /// Why it comes, and the like; the site's name and address follow.
    package let footer: [MailFooterLine]

    package init(subject: String, preheader: String, _ parts: [MailPart], footer: [MailFooterLine]) {
        self.subject = HeaderText.clean(subject)
        self.preheader = HeaderText.clean(preheader)
        self.parts = parts.map(\.harmless)
        self.footer = footer
    }

    /// A short mail of a few sentences, headed by its subject.
    ///
    /// Without a `preheader`, lists of mails show its first sentence behind the subject, and not the heading again.
    package init(subject: String, preheader: String? = nil, _ parts: [MailPart], footer: [String] = []) {
        self.init(
            subject: subject,
            preheader: preheader ?? parts.lazy.compactMap(\.sentence).first ?? "",
            [.title(subject, inText: false)] + parts,
            footer: footer.map { MailFooterLine($0) }
        )
    }

    package func content(
        _ words: Words,
        _ settings: SiteSettings,
        headers: [Header] = [],
        attachments: [Attachment] = []
    ) -> MailContent {
        var text = MailTextDrawing(), html = MailHTMLDrawing(words: words)
        for part in parts {
            text.add(part)
            html.add(part)
        }
        let site = (name: settings.name, address: settings.baseURL)
        let frame = MailFrame(language: words.code(), title: subject, preheader: preheader, site: site)
        return MailContent(
            subject: subject,
            text: text.body + MailText.footer(MailTextDrawing.footer(footer) + [site.name, site.address]),
            html: frame.document(html.rows, footer: MailHTMLDrawing.footer(footer, site: site)),
            headers: headers,
            attachments: attachments
        )
    }
}
