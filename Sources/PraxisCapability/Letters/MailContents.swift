import PraxisMail
package import PraxisDomain

/// What a long mail says of itself above its parts: each heading, and how what is below it begins.
package struct MailContents: Sendable {
    package let title: String
    package let rows: [Row]

    package struct Row: Sendable {
        package var name: String
        /// Where the name leads; nil if nowhere.
        package let address: String?
        /// The numbers of its entries in the text part.
        package let numbers: ClosedRange<Int>
        package var titles: [(text: String, language: Language)]
        /// How many entries there are beyond the titles; nil for none.
        package let more: String?

        package init(
            name: String,
            address: String?,
            numbers: ClosedRange<Int>,
            titles: [(text: String, language: Language)],
            more: String?
        ) {
            self.name = name
            self.address = address
            self.numbers = numbers
            self.titles = titles
            self.more = more
        }
    }

    package init(title: String, rows: [Row]) { (self.title, self.rows) = (title, rows) }

    var harmless: MailContents {
        let clean = HeaderText.clean
        let rows = self.rows.map { row in
            var row = row
            row.name = clean(row.name)
            row.titles = row.titles.map { (clean($0.text), $0.language) }
            return row
        }
        return MailContents(title: title, rows: rows)
    }
}
