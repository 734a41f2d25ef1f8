internal import CMarkGFM
internal import HTML

extension Renderer {
    /// Opens the `<a>` of a link or of an image.
    ///
    /// If its address is not allowed, it is shown as typed; within another link, the address is shown in brackets.
    mutating func openLink(_ node: Node, isImage: Bool) {
        let address = buffer(cmark_node_get_url(node))
        linkStarts.append(plain.count)
        if isImage, image == nil { image = node }
        if anchor == nil, image == nil || image == node, isAllowed(address) {
            anchor = node
            html.append(markup: "<a href=\"")
            append(percentEncoding: address)
            let title = buffer(cmark_node_get_title(node))
            if !title.isEmpty {
                html.append(markup: "\" title=\"")
                html.append(escaping: title)
            }
            html.append(markup: "\" rel=\"nofollow ugc noopener\">")
        } else if !isAllowed(address) {
            text(isImage ? "![" : "[")
        }
        if cmark_node_first_child(node) == nil, isAllowed(address) { text(address) }
    }

    mutating func closeLink(_ node: Node) {
        let address = buffer(cmark_node_get_url(node))
        let start = linkStarts.removeLast()
        if anchor == node {
            html.append(markup: "</a>")
            anchor = nil
            appendAddress(address, title: buffer(cmark_node_get_title(node)), behindTextFrom: start)
        } else if isAllowed(address) {
            if cmark_node_first_child(node) != nil { text(" (\(string(address)))") }
        } else {
            let title = string(buffer(cmark_node_get_title(node)))
            text("](" + string(address) + (title.isEmpty ? "" : " \"\(title)\"") + ")")
        }
        if image == node { image = nil }
    }

    /// The address of a link in the plain text: in brackets after its text, unless the text is the address, or the address is on this site
    /// and meaningless outside of it.
    private mutating func appendAddress(
        _ address: UnsafeBufferPointer<UInt8>,
        title: UnsafeBufferPointer<UInt8>,
        behindTextFrom start: Int
    ) {
        let text = plain[min(start, plain.count)...]
        let isKnown = address.first == UInt8(ascii: "/") || address.elementsEqual(text) || isBare(text, address)
        if isKnown, title.isEmpty { return }
        let parts = [isKnown ? "" : string(address), title.isEmpty ? "" : "\"\(string(title))\""].filter { !$0.isEmpty }
        appendPlain(" (\(parts.joined(separator: " ")))".utf8)
    }

    /// Whether the address is what the parser makes of `text`, in which apostrophes are as typed.
    private func isBare(_ text: ArraySlice<UInt8>, _ address: UnsafeBufferPointer<UInt8>) -> Bool {
        if begins(address, with: "mailto:") {
            return string(address).dropFirst(7) == String(decoding: text, as: UTF8.self).replacing("’", with: "'")
        }
        return begins(address, with: "http://") && address.dropFirst(7).elementsEqual(text)
    }

    /// Percent-encodes bytes that are not allowed in an address, so that no byte can end the attribute.
    private mutating func append(percentEncoding address: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in address.indices where !isAddressByte(address[index]) {
            html.append(escaping: UnsafeBufferPointer(rebasing: address[start..<index]))
            let digits = String(address[index], radix: 16, uppercase: true)
            html += address[index] < 16 ? "%0\(digits)" : "%\(digits)"
            start = index + 1
        }
        html.append(escaping: UnsafeBufferPointer(rebasing: address[start...]))
    }
}

/// Whether `address` may be followed: `http`, `https` and `mailto`, or an absolute path on this site.
///
/// The scheme must start at the very first byte and control characters are refused, so that nothing that browsers strip (tabs,
/// newlines, leading spaces) can change the scheme or the host.
func isAllowed(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !address.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
    if address.first == UInt8(ascii: "/") {
        return address.count < 2 || address[1] != UInt8(ascii: "/") && address[1] != UInt8(ascii: "\\")
    }
    return begins(address, with: "https://") || begins(address, with: "http://") || begins(address, with: "mailto:")
}

/// Compares ignoring case; `prefix` is in lower case.
private func begins(_ address: UnsafeBufferPointer<UInt8>, with prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { prefix in
        guard address.count >= prefix.count else { return false }
        return prefix.indices.allSatisfy { index in
            let byte = address[index]
            let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            return (isCapital ? byte | 0x20 : byte) == prefix[index]
        }
    }
}

/// Letters, digits, and the marks that RFC 3986 allows in an address, except brackets, plus `%`, for what is already encoded.
private func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "#")...UInt8(ascii: ";"): true
    case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
}
