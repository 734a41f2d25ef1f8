package import HTML

/// What stands open beside a wide page, and on a narrow one is folded away under a line that says what it is.
///
/// It needs no script. Fields in it are sent with their form, folded or not.
package struct SideFold: Sendable {
    private let summary: String
    private let content: HTML
    private let isOpen: Bool

    /// `isOpen` unfolds it on a narrow page, too.
    package init(_ summary: String, isOpen: Bool = false, _ content: HTML) {
        self.summary = summary
        self.content = content
        self.isOpen = isOpen
    }

    package var html: HTML {
        """
        <details class="unfold"\(if: isOpen, " open")><summary>\(summary)</summary></details><div>\(content)</div>
        """
    }
}
