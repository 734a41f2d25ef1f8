import HTML
package import PraxisCommunity
package import PraxisMail
package import PraxisWords

/// A short mail of a few sentences, written once and told both as text and as HTML.
package struct MailLetter: Sendable {
    package enum Part: Sendable {
        case text(String)
        /// Something to be copied.
        case code(String)
        /// A few names or the like, one a line.
        case items([String])
        /// Where to go, with a whole address.
        case link(String, to: String)

        /// On one line each: no name of a person or a place begins a line of its own or turns one around.
        fileprivate var harmless: Part {
            switch self {
            case .text(let text): .text(HeaderText.clean(text))
            case .code(let code): .code(HeaderText.clean(code))
            case .items(let items): .items(items.map(HeaderText.clean))
            case .link(let label, let address): .link(HeaderText.clean(label), to: address)
            }
        }
    }

    package let subject: String
    package let parts: [Part]
    /// Why it comes, and the like; the site's name and address follow.
    package let footer: [String]

    package init(subject: String, _ parts: [Part], footer: [String] = []) {
        self.subject = HeaderText.clean(subject)
        self.parts = parts.map(\.harmless)
        self.footer = footer.map(HeaderText.clean)
    }

    package func content(_ words: Words, _ settings: SiteSettings, headers: [Header] = []) -> MailContent {
        MailContent(subject: subject, text: text(settings), html: html(words, settings), headers: headers)
    }

    private func text(_ settings: SiteSettings) -> String {
        let body = parts.map { part in
            switch part {
            case .text(let text): MailText.wrapped(text)
            case .code(let code): code
            case .items(let items): items.map { MailText.wrapped("- " + $0, indent: "  ") }.joined(separator: "\n")
            case .link(let label, let address): MailText.wrapped(label) + "\n" + address
            }
        }
        let end = MailText.footer(footer + [settings.name, settings.baseURL])
        return body.map { $0 + "\n\n" }.joined() + end
    }

    private func html(_ words: Words, _ settings: SiteSettings) -> String {
        let rows = parts.map { part in
            switch part {
            case .text(let text): MailRow.paragraph("\(text)")
            case .code(let code): MailRow.code(code)
            case .items(let items): MailRow.paragraph("\(each: items, { "– \($0)<br>" as HTML })")
            case .link(let label, let address): MailRow.button(label, to: address)
            }
        }
        let site = (name: settings.name, address: settings.baseURL)
        let frame = MailFrame(language: words.code(), title: subject, site: site)
        return frame.document(
            MailRow.title(subject) + rows.reduce(HTML(), +),
            footer: "\(each: footer, { "\($0)<br>" as HTML })\(settings.name)<br>\(settings.baseURL)"
        )
    }
}
