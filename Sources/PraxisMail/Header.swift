/// A header in addition to those of every message, such as `List-Id` or `Auto-Submitted`.
///
/// Name and value are made harmless when the message is written: no header can end early or start another.
package struct Header: Hashable, Sendable {
    /// The kind of value, which decides how it may be encoded and where its line may break.
    package enum Value: Hashable, Sendable {
        /// Free text in any script.
        case text(String)
        /// `Reply-To` and the like.
        case mailbox(Mailbox)
        /// `In-Reply-To`, `References`.
        case messageIDs([MessageID])
        /// `List-Unsubscribe` and the like, with or without alternatives.
        ///
        /// A link longer than 900 bytes is left out, since a header's line cannot break within it.
        case links([String])
        /// `List-Id` (RFC 2919): a name for people, and an identifier in the form of a host name.
        case list(name: String, id: String)
    }

    /// ASCII letters, digits and hyphens; other characters are removed.
    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
        let letters = name.utf8.filter { Syntax.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        (self.name, self.value) = (String(decoding: letters, as: UTF8.self), value)
    }

    package init(_ name: String, _ text: String) {
        self.init(name, .text(text))
    }
}

extension Header {
    /// The header with its line ends, folded to at most 76 bytes wherever the value allows it.
    ///
    /// Empty for a header without a name.
    func rendered() -> String {
        guard !name.isEmpty else { return "" }
        var lines = "\(name):"
        var column = lines.utf8.count
        for token in tokens(from: column + 1) {
            let fits = column + 1 + token.utf8.count <= HeaderText.lineLength
            lines += fits ? " " : "\n "
            lines += token
            column = (fits ? column : 0) + 1 + token.utf8.count
        }
        return lines + "\n"
    }

    /// The pieces of the value between which its line may break; the first one begins at `column`.
    private func tokens(from column: Int) -> [String] {
        switch value {
        case .text(let text):
            return HeaderText.words(text, from: column)
        case .mailbox(let mailbox):
            let name = HeaderText.phrase(mailbox.name ?? "", from: column)
            return name.isEmpty ? [mailbox.address.text] : name + ["<\(mailbox.address)>"]
        case .messageIDs(let ids):
            return ids.map { "<\($0)>" }
        case .links(let links):
            let links = links.map(HeaderText.link).filter { (1...900).contains($0.utf8.count) }
            return links.enumerated().map { $0 < links.count - 1 ? "<\($1)>," : "<\($1)>" }
        case .list(let name, let id):
            let id = id.utf8.filter { Syntax.isLetterOrDigit($0) || ".-_".utf8.contains($0) }
            return HeaderText.phrase(name, from: column) + ["<\(String(decoding: id, as: UTF8.self))>"]
        }
    }
}
