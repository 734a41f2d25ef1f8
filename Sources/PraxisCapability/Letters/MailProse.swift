import HTML

/// Lines of a post in the HTML of a mail: lists are lists, and addresses lead where they say.
enum MailProse {
    enum Block {
        case line(String)
        case bullets([String])
        /// Items with the numbers that they were given.
        case numbers([(number: Int, text: String)])
    }

    /// Lines as `Markdown.excerptLines` gives them, those of one list together.
    static func blocks(_ lines: [String]) -> [Block] {
        lines.reduce(into: []) { blocks, line in
            let last = blocks.last
            if line.hasPrefix("• ") {
                let item = String(line.dropFirst(2))
                if case .bullets(let items) = last {
                    blocks[blocks.count - 1] = .bullets(items + [item])
                } else {
                    blocks.append(.bullets([item]))
                }
            } else if let match = line.prefixMatch(of: /(\d{1,9})\. (?=.)/), let number = Int(match.1) {
                let item = (number: number, text: String(line[match.range.upperBound...]))
                if case .numbers(let items) = last {
                    blocks[blocks.count - 1] = .numbers(items + [item])
                } else {
                    blocks.append(.numbers([item]))
                }
            } else {
                blocks.append(.line(line))
            }
        }
    }

    // The one margin in a mail: Word lets the marks of a list fall off the edge if they are kept off it by padding.
    private static let list: HTML = "style=\"margin:0 0 0 24px;padding:0\""

    static func html(_ block: Block) -> HTML {
        switch block {
        case .line(let text): linked(text)
        case .bullets(let items): bullets(items.map(linked))
        case .numbers(let items):
            "<ol \(list)>\(each: items, { "<li value=\"\($0.number)\">\(linked($0.text))</li>" as HTML })</ol>"
        }
    }

    static func bullets(_ items: [HTML]) -> HTML {
        "<ul \(list)>\(each: items, { "<li dir=\"auto\">\($0)</li>" as HTML })</ul>"
    }

    /// The text with its addresses of the web as links.
    static func linked(_ text: String) -> HTML {
        var html = HTML(), rest = text[...]
        while let found = rest.firstMatch(of: /https?:\/\/[^\s<>"“”«»]+/) {
            let address = trimmed(found.0)
            html += "\(rest[..<found.range.lowerBound])\(MailRow.link(String(address), to: String(address)))"
            rest = rest[address.endIndex...]
        }
        return html + "\(rest)"
    }

    /// Without the marks of the sentence that it stands in; a bracket belongs to it if it was opened within it.
    private static func trimmed(_ address: Substring) -> Substring {
        var address = address
        while let last = address.last {
            let isOpened = address.count { $0 == "(" } >= address.count { $0 == ")" }
            guard ".,;:!?'’…]*".contains(last) || last == ")" && !isOpened else { break }
            address.removeLast()
        }
        return address
    }
}
