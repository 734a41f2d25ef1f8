package import PraxisDomain
import PraxisMail

/// One section of a mail, described once: `MailLetter` draws it as text and as HTML.
package enum MailPart: Sendable {
    /// The mail's own heading; not in the text part where the subject says the same.
    case title(String, inText: Bool = true)
    /// The heading of a part, leading to `to` if that is given.
    case heading(String, to: String? = nil)
    case subheading(String, hint: String? = nil)
    case text(String)
    /// A line that matters less, with a rule above it if it begins something else.
    case quiet(String, afterRule: Bool = false)
    /// Something to be copied.
    case code(String)
    /// A few names or the like, one a line.
    case items([String])
    /// Something of a list, which the text part numbers through.
    case entry(MailEntry)
    /// What is not named in a mail, and where it can be read.
    case unnamed([String], hint: String, to: String)
    case link(String, to: String)
    /// Where to go, with a whole address; `inText` is its label in the text part if that is another.
    case button(String, to: String, inText: String? = nil)

    /// On one line each: no name of a person or a place begins a line of its own or turns one around.
    var harmless: MailPart {
        let clean = HeaderText.clean
        return switch self {
        case .title(let text, let inText): .title(clean(text), inText: inText)
        case .heading(let text, let address): .heading(clean(text), to: address)
        case .subheading(let text, let hint): .subheading(clean(text), hint: hint.map(clean))
        case .text(let text): .text(clean(text))
        case .quiet(let text, let afterRule): .quiet(clean(text), afterRule: afterRule)
        case .code(let code): .code(clean(code))
        case .items(let items): .items(items.map(clean))
        case .entry(let entry): .entry(entry.harmless)
        case .unnamed(let lines, let hint, let address): .unnamed(lines.map(clean), hint: clean(hint), to: address)
        case .link(let label, let address): .link(clean(label), to: address)
        case .button(let label, let address, let inText):
            .button(clean(label), to: address, inText: inText.map(clean))
        }
    }
}

/// Something of a list in a mail, such as a discussion with what is new in it.
package struct MailEntry: Sendable {
    package var title: String
    package let address: String
    /// What its title and its quotes are written in.
    package let language: Language
    /// What stands under its title; nil for an entry that is a title alone.
    package var facts: String?
    package var quotes: [Quote] = []
    /// How much there is beyond the quotes.
    package var more: String?

    package struct Quote: Sendable {
        package var author: String
        package var time: String
        /// Author and time as the text part says them.
        package var opening: String
        package var text: String
        package let address: String

        package init(author: String, time: String, opening: String, text: String, address: String) {
            self.author = author
            self.time = time
            self.opening = opening
            self.text = text
            self.address = address
        }
    }

    package init(title: String, address: String, language: Language) {
        self.title = title
        self.address = address
        self.language = language
    }

    fileprivate var harmless: MailEntry {
        let clean = HeaderText.clean
        var entry = self
        entry.title = clean(title)
        entry.facts = facts.map(clean)
        entry.more = more.map(clean)
        entry.quotes = quotes.map { quote in
            Quote(
                author: clean(quote.author),
                time: clean(quote.time),
                opening: clean(quote.opening),
                text: clean(quote.text),
                address: quote.address
            )
        }
        return entry
    }
}

/// A line below a mail: why it comes, or where that is changed.
package struct MailFooterLine: Sendable {
    /// The parts of a mail in which a line stands.
    package enum Place: Sendable { case both, text, html }

    package let label: String
    /// The label in the text part.
    package let inText: String
    package let address: String?
    package let place: Place

    package init(
        _ label: String,
        to address: String? = nil,
        inText: String? = nil,
        only place: Place = .both
    ) {
        self.label = HeaderText.clean(label)
        self.inText = HeaderText.clean(inText ?? label)
        (self.address, self.place) = (address, place)
    }
}
