import PraxisDomain
package import PraxisStore

/// What the people who run the site say about it, in one language: Markdown as typed, and as HTML.
package struct SiteText: RowDecodable, Sendable {
    /// What a text is for.
    package enum Kind: String, CaseIterable, Sendable {
        /// The name of the people who run the site, on one line.
        case organisation
        /// How to reach them, beside an address.
        case contact
        /// What the pages of that name say beyond what is true of every site.
        case help, privacy, accessibility

        /// In Unicode scalars.
        var length: ClosedRange<Int> {
            switch self {
            case .organisation: 0...100
            case .contact: 0...2_000
            case .help, .privacy, .accessibility: 0...20_000
            }
        }
    }

    let kind: Kind
    let language: Language
    let body: String
    /// Empty for a name.
    let html: [UInt8]

    static let columns: SQL<Void> = "kind, language, body, html"

    package init(_ columns: inout Columns) throws {
        kind = try columns.word()
        language = try columns.word()
        body = try columns.text()
        html = columns.optionalBytes() ?? []
    }

    /// The name of its field in the form.
    static func field(_ kind: Kind, _ language: Language) -> String { kind.rawValue + "-" + language.rawValue }
}
