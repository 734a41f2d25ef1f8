package import HTML
import PraxisStore

extension HTML {
    /// A snippet of the full-text index: escaped first, then its hits marked.
    ///
    /// Marks are balanced whatever the text holds.
    package static func marked(_ snippet: String) -> HTML {
        var html = HTML(), isMarked = false
        var rest = Substring(snippet)
        while let place = rest.unicodeScalars.firstIndex(where: { $0 == FullText.hitStart || $0 == FullText.hitEnd }) {
            html += "\(rest[..<place])"
            let opens = rest.unicodeScalars[place] == FullText.hitStart
            if opens != isMarked { html += opens ? "<mark>" : "</mark>" }
            isMarked = opens
            rest = rest[rest.unicodeScalars.index(after: place)...]
        }
        return "\(html)\(rest)\(if: isMarked, "</mark>")"
    }
}
