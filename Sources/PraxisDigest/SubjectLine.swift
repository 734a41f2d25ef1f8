import Markdown
import PraxisMail

/// The subject of a digest: what is in it for its reader within the first `shown` characters, which is what a phone shows of it, and
/// no more than `most`, which is what a wide screen shows.
package enum SubjectLine {
    /// Unicode scalars, of which a character as people see them has one or more.
    package static let shown = 35
    package static let most = 70

    /// The sentence with as much of a title as there is room for; nil if nothing of it can be shown, such as of a long address.
    package static func fitting(_ title: String, _ sentence: (String) -> String) -> String? {
        let room = most - sentence("").unicodeScalars.count
        let cut = Markdown.excerpt(HeaderText.clean(title), scalars: room)
        return cut.isEmpty || cut == "…" ? nil : sentence(cut)
    }

    /// The sentence of the first title that can be shown, made longer by `beside` if there are `others`; nil if none can be shown.
    package static func leading(
        _ titles: [String],
        others: Int,
        _ sentence: (String) -> String,
        beside: (String) -> String
    ) -> String? {
        for title in titles {
            let subject = fitting(title) { others > 0 ? beside(sentence($0)) : sentence($0) }
            if let subject { return subject }
        }
        return nil
    }
}
