public import HTML

/// What members type, as safe HTML, as plain text, and whom it mentions.
///
/// CommonMark with tables, strikethrough, bare links and task lists. Where a forum needs something else: HTML that is
/// typed is shown as text, single newlines break lines, headings begin at the fourth level, images are links (nobody's
/// server learns who reads), and links go to `http`, `https`, `mailto` and places on this site only. What the parser would drop
/// or turn into something else is shown as it was typed (``Preparation``).
public enum Markdown {
    /// The version of the output, stored beside it; raised whenever the same text renders differently.
    public static let version = 2

    public struct Rendered: Sendable {
        public let html: HTML

        /// The text without its marks, for search, excerpts and mail: a line for each block.
        ///
        /// "• " or a number stands before list items, and "• " before the rows of a table below its head. What is quoted stands
        /// in quotation marks, the address of a link in brackets behind its text, and "[…]" for what is struck out, so that
        /// no excerpt says what its author quoted or took back.
        public let plain: String
    }

    /// Renders a post in one parse; text of a shape that would take the parser too long is shown as it was typed.
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
