public import HTML

/// Renders what members type as safe HTML and plain text, and finds whom it mentions.
///
/// CommonMark with tables, strikethrough, bare links and task lists. Differences that a forum needs: typed HTML is shown as text,
/// single newlines break lines, headings start at the fourth level, images become links (no other server learns who reads), and links
/// lead only to `http`, `https`, `mailto` and addresses on this site. What the parser would drop or misread is shown as typed
/// (``Preparation``).
public enum Markdown {
    /// The version of the output, stored with it; raised whenever the same text renders differently.
    public static let version = 2

    public struct Rendered: Sendable {
        public let html: HTML

        /// The text without markup, for search, excerpts and mail: one line for each block.
        ///
        /// "• " or a number precedes list items, and "• " the rows of a table below its head. Quotations are in quotation marks, the
        /// address of a link is in brackets after its text, and "[…]" replaces struck-out text, so that no excerpt attributes to its author
        /// what was quoted or taken back.
        public let plain: String
    }

    /// Renders a post in one parse; text of a shape that would take the parser too long is shown as typed.
    public static func render(_ source: String) -> Rendered {
        var source = source
        return source.withUTF8 { bytes in
            Shape.isHostile(bytes) ? renderAsTyped(bytes) : renderParsed(bytes) ?? renderAsTyped(bytes)
        }
    }

    private static func renderParsed(_ bytes: UnsafeBufferPointer<UInt8>) -> Rendered? {
        withDocument(bytes) { document, parsed in
            var renderer = Renderer(parsed)
            renderer.render(document)
            return renderer.showsSomething ? renderer.result : renderAsTyped(bytes)
        }
    }

    private static func renderAsTyped(_ bytes: UnsafeBufferPointer<UInt8>) -> Rendered {
        var renderer = Renderer(bytes)
        renderer.html.append(markup: "<p>")
        renderer.lines(bytes)
        renderer.html.append(markup: "</p>\n")
        return renderer.result
    }
}
