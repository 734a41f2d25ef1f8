internal import CMarkGFM
internal import Synchronization

/// A node of the parsed document; valid only inside the closure that `withDocument` calls.
typealias Node = OpaquePointer

/// Parses a typed text, after preparing it, and frees the document when `use` returns; returns nil if the library fails.
///
/// `use` also gets the text that was parsed: positions of nodes refer to it.
func withDocument<Result>(
    _ source: UnsafeBufferPointer<UInt8>,
    _ use: (Node, UnsafeBufferPointer<UInt8>) -> Result
) -> Result? {
    var preparation = Preparation(source)
    if !preparation.definitions.isEmpty {
        preparation.bytes.withUnsafeBufferPointer { bytes in
            _ = parse(bytes) { document in
                StandIn.restore(document)
                preparation.showUnused(document)
            }
        }
    }
    let hasAddresses = source.contains(UInt8(ascii: "@"))
    func finish(_ document: Node, _ bytes: UnsafeBufferPointer<UInt8>) -> Result {
        if !preparation.isAsTyped { StandIn.restore(document) }
        if hasAddresses { mendMailAddresses(document, source) }
        return use(document, bytes)
    }
    if preparation.isAsTyped { return parse(source) { finish($0, source) } }
    return preparation.bytes.withUnsafeBufferPointer { bytes in parse(bytes) { finish($0, bytes) } }
}

/// Parses `bytes` and frees the document when `use` returns; returns nil if the library fails.
private func parse<Result>(_ bytes: UnsafeBufferPointer<UInt8>, _ use: (Node) -> Result) -> Result? {
    _ = extensionsAreRegistered
    let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    var document: Node?
    inlineParsing.withLock { _ in document = cmark_parser_finish(parser) }
    guard let document else { return nil }
    defer { cmark_node_free(document) }
    return use(document)
}

/// Calls `visit` when the walk enters a node and again, with `false`, when it leaves one that can have children.
func walk(_ document: Node, _ visit: (Node, _ isEntering: Bool) -> Void) {
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
        if let node = cmark_iter_get_node(iterator) { visit(node, event == CMARK_EVENT_ENTER) }
        event = cmark_iter_next(iterator)
    }
}

/// The library keeps its extensions in a list that must be filled once, before the first parse.
private let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
}()

/// While parsing inlines, the library changes a table of special characters that all threads share.
private let inlineParsing = Mutex(())

/// The kind of a node; the types of extensions get their numbers at run time and are identified by name.
enum Kind {
    case document, paragraph, heading, quote, list, item, codeBlock, htmlBlock, rule
    case table, tableHeader, tableRow, tableCell
    case text, softBreak, hardBreak, code, html, emphasis, strong, strikethrough, link, image
    case other

    init(_ node: Node) {
        self =
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT: .text
            case CMARK_NODE_PARAGRAPH: .paragraph
            case CMARK_NODE_SOFTBREAK: .softBreak
            case CMARK_NODE_LINEBREAK: .hardBreak
            case CMARK_NODE_EMPH: .emphasis
            case CMARK_NODE_STRONG: .strong
            case CMARK_NODE_LINK: .link
            case CMARK_NODE_IMAGE: .image
            case CMARK_NODE_CODE: .code
            case CMARK_NODE_HTML_INLINE: .html
            case CMARK_NODE_LIST: .list
            case CMARK_NODE_ITEM: .item
            case CMARK_NODE_HEADING: .heading
            case CMARK_NODE_BLOCK_QUOTE: .quote
            case CMARK_NODE_CODE_BLOCK: .codeBlock
            case CMARK_NODE_HTML_BLOCK: .htmlBlock
            case CMARK_NODE_THEMATIC_BREAK: .rule
            case CMARK_NODE_DOCUMENT: .document
            default: Kind(extensionNode: node)
            }
    }

    private init(extensionNode node: Node) {
        self =
            switch String(cString: cmark_node_get_type_string(node)) {
            case "table": .table
            case "table_header": .tableHeader
            case "table_row": .tableRow
            case "table_cell": .tableCell
            case "strikethrough": .strikethrough
            default: .other
            }
    }
}

/// The text of the node itself; valid as long as the node; empty strings have no address.
func literal(_ node: Node) -> UnsafeBufferPointer<UInt8> {
    buffer(cmark_node_get_literal(node))
}

/// The bytes of a C string without the terminating null.
func buffer(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(string)
    return UnsafeBufferPointer(start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), count: count)
}

func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
}
