package import HTML
import PraxisStore

extension HTML {
    /// A snippet of the full-text index: escaped first, then its hits marked.
    ///
    /// Marks are balanced whatever the text holds.
    package static func marked(_ snippet: String) -> HTML {
        var html = HTML()
        var text = String.UnicodeScalarView()
        var isMarked = false
        func close(_ tag: HTML, marks: Bool) -> HTML {
            guard isMarked != marks else { return HTML() }
            isMarked = marks
            defer { text.removeAll() }
            return "\(String(text))\(tag)"
        }
        for scalar in snippet.unicodeScalars {
            switch scalar {
            case FullText.hitStart: html += close("<mark>", marks: true)
            case FullText.hitEnd: html += close("</mark>", marks: false)
            default: text.append(scalar)
            }
        }
        return "\(html)\(String(text))\(if: isMarked, "</mark>")"
    }
}
