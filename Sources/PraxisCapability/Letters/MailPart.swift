package import PraxisDomain
import PraxisMail

/// One section of a mail, described once: `MailLetter` draws it as text and as HTML.
package enum MailPart: Sendable {
    /// The mail's own heading; not in the text part where the subject says the same.
    case title(String, inText: Bool = true)
    /// The heading of a part on a band, leading to `to` if that is given.
    case heading(String, to: String? = nil, MailBand = .place)
    /// What is below, if that is much.
    case contents(MailContents)
    case subheading(String, hint: String? = nil)
    case text(String)
    /// A line that matters less, with a rule above it if it begins something else.
    case quiet(String, afterRule: Bool = false)
    /// Something to be copied.
    case code(String)
    /// What somebody wrote, whole: lines as `Markdown.excerptLines` gives them, and what they are written in.
    case prose([String], Language)
    /// A few names or the like, one a line.
    case items([String])
    /// Something of a list, which the text part numbers through.
    case entry(MailEntry)
    /// What is not named in a mail, why, and where it can be read.
    case unnamed([String], hint: String, link: String, to: String)
    case link(String, to: String)
    /// Where to go, with a whole address; `inText` is its label in the text part if that is another.
    case button(String, to: String, inText: String? = nil)

    /// What a list of mails can show of it; nil if that is nothing.
    var sentence: String? {
        switch self {
        case .text(let text): text
        case .items(let items): items.joined(separator: ", ")
        default: nil
        }
    }

    /// On one line each: no name of a person or a place begins a line of its own or turns one around.
    var harmless: MailPart {
        let clean = HeaderText.clean
        return switch self {
        case .title(let text, let inText): .title(clean(text), inText: inText)
        case .heading(let text, let address, let band): .heading(clean(text), to: address, band)
        case .contents(let contents): .contents(contents.harmless)
        case .subheading(let text, let hint): .subheading(clean(text), hint: hint.map(clean))
        case .text(let text): .text(clean(text))
        case .quiet(let text, let afterRule): .quiet(clean(text), afterRule: afterRule)
        case .code(let code): .code(clean(code))
        case .prose(let lines, let language): .prose(lines.map(clean), language)
        case .items(let items): .items(items.map(clean))
        case .entry(let entry): .entry(entry.harmless)
        case .unnamed(let lines, let hint, let link, let address):
            .unnamed(lines.map(clean), hint: clean(hint), link: clean(link), to: address)
        case .link(let label, let address): .link(clean(label), to: address)
        case .button(let label, let address, let inText):
            .button(clean(label), to: address, inText: inText.map(clean))
        }
    }
}

/// What the band under a heading says by its colour, beside its words.
package enum MailBand: Sendable {
    /// Of a place, or of any other part.
    case place
    /// To the reader themselves.
    case reader
}

/// A line below a mail: why it comes, or where that is changed.
package struct MailFooterLine: Sendable {
    /// Which of the two forms of a mail a line stands in.
    package enum Format: Sendable { case both, text, html }

    package let label: String
    /// The label in the text part.
    package let inText: String
    package let address: String?
    package let format: Format

    package init(
        _ label: String,
        to address: String? = nil,
        inText: String? = nil,
        only format: Format = .both
    ) {
        self.label = HeaderText.clean(label)
        self.inText = HeaderText.clean(inText ?? label)
        (self.address, self.format) = (address, format)
    }
}
