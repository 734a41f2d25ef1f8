internal import CMarkGFM
internal import HTML

extension Renderer {
    /// The position of the walk within a table; tables do not nest.
    struct Table {
        var isHeader = false
        var hasBody = false
        var column = 0
        var alignments: UnsafePointer<UInt8>?
    }

    mutating func openTable(_ kind: Kind, _ node: Node) {
        switch kind {
        case .table:
            html.append(markup: "<div class=\"scroll\" tabindex=\"0\"><table>\n")
            table = Table(alignments: UnsafePointer(cmark_gfm_extensions_get_table_alignments(node)))
        case .tableHeader:
            html.append(markup: "<thead>\n<tr>\n")
            table.isHeader = true
        case .tableRow:
            html.append(markup: table.hasBody ? "<tr>\n" : "<tbody>\n<tr>\n")
            table.hasBody = true
            appendPlain("• ".utf8)
        default: openCell()
        }
    }

    mutating func closeTable(_ kind: Kind) {
        switch kind {
        case .table: html.append(markup: table.hasBody ? "</tbody>\n</table></div>\n" : "</table></div>\n")
        case .tableHeader:
            html.append(markup: "</tr>\n</thead>\n")
            table.isHeader = false
            endRow()
        case .tableRow:
            html.append(markup: "</tr>\n")
            endRow()
        default:
            html.append(markup: table.isHeader ? "</th>\n" : "</td>\n")
            table.column += 1
        }
    }

    private mutating func openCell() {
        html.append(markup: table.isHeader ? "<th scope=\"col\"" : "<td")
        let isRight = table.alignments.map { $0[table.column] == UInt8(ascii: "r") } ?? false
        html.append(markup: isRight ? " class=\"num\">" : ">")
        if table.column > 0 { appendPlain(" · ".utf8) }
    }

    private mutating func endRow() {
        table.column = 0
        endLine()
    }
}
