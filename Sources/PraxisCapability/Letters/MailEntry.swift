import PraxisMail
package import PraxisDomain

/// Something of a list in a mail, such as a discussion with what is new in it.
package struct MailEntry: Sendable {
    package var title: String
    package let address: String
    /// What its title and its quotes are written in.
    package let language: Language
    /// The group or place that it is in, above its title; nil where the heading says it.
    package var label: String?
    /// What stands under its title.
    package var facts: String?
    /// Who can read it, below that; nil if it does not say.
    package var readers: MailReaders?
    package var quotes: [Quote] = []
    /// How much there is beyond the quotes.
    package var more: String?
    /// A button to its address; nil if the title alone leads there.
    package var action: Action?
    /// Whether the mail's contents may name it.
    package var isInContents = true

    package struct Quote: Sendable {
        package var author: String
        package var time: String
        /// Author and time as the text part says them.
        package var opening: String
        /// As `Markdown.excerptLines` gives them: items of lists begin with "• " or their number, addresses stand in full.
        package var lines: [String]
        package let address: String
        /// What leads to the rest of a post that is meant to be read here; nil if it is whole, or an excerpt.
        package var rest: String?

        package init(author: String, time: String, opening: String, lines: [String], address: String) {
            self.author = author
            self.time = time
            self.opening = opening
            self.lines = lines
            self.address = address
        }
    }

    package struct Action: Sendable {
        package let label: String
        /// The label in the text part.
        package let inText: String
        /// The beginning of the title, which tells one such button from the next when it is heard and not seen.
        package var about: String

        package init(_ label: String, inText: String, about: String) {
            self.label = label
            self.inText = inText
            self.about = about
        }
    }

    package init(title: String, address: String, language: Language) {
        self.title = title
        self.address = address
        self.language = language
    }

    /// On one line each: no name of a person or a place begins a line of its own or turns one around.
    var harmless: MailEntry {
        let clean = HeaderText.clean
        var entry = self
        entry.title = clean(title)
        entry.label = label.map(clean)
        entry.facts = facts.map(clean)
        entry.readers = readers.map { MailReaders(clean($0.sentence), isEveryone: $0.isEveryone) }
        entry.more = more.map(clean)
        entry.action?.about = clean(action?.about ?? "")
        entry.quotes = quotes.map { quote in
            var quote = quote
            quote.author = clean(quote.author)
            quote.time = clean(quote.time)
            quote.opening = clean(quote.opening)
            quote.lines = quote.lines.map(clean)
            return quote
        }
        return entry
    }
}

/// Who can read something, in the sentence of the strip on its page.
package struct MailReaders: Sendable {
    package let sentence: String
    /// Whether it is anyone at all, which is said louder.
    package let isEveryone: Bool

    package init(_ sentence: String, isEveryone: Bool) { (self.sentence, self.isEveryone) = (sentence, isEveryone) }
}
