internal import CMarkGFM

/// Corrects the links that the parser makes of bare email addresses.
///
/// It searches backwards from "@" over ASCII letters, digits and ".+-_" only, so that "jo.o'neil@example.org" would lead to neil's
/// mailbox. An apostrophe within a name and letters beyond ASCII belong to the address; next to another character that an address may
/// contain, a French elision ("d'anne@…"), or a letter after it, its limits are ambiguous and no link is made.
///
/// `source` is the text that was parsed: what is contiguous there is one address, and "Ann<ann@example.org>" is not.
func mendMailAddresses(_ document: Node, _ source: UnsafeBufferPointer<UInt8>) {
    var links: [Node] = []
    walk(document) { node, isEntering in
        if isEntering, Kind(node) == .link { links.append(node) }
    }
    for link in links {
        guard let text = cmark_node_first_child(link), cmark_node_next(text) == nil, Kind(text) == .text else {
            continue
        }
        let address = string(literal(text))
        guard string(buffer(cmark_node_get_url(link))) == "mailto:" + address else { continue }
        mend(link, text, address, source)
    }
}

private func mend(_ link: Node, _ text: Node, _ address: String, _ source: UnsafeBufferPointer<UInt8>) {
    let before = cmark_node_previous(link).flatMap { Kind($0) == .text ? $0 : nil }
    let after = cmark_node_next(link).flatMap { Kind($0) == .text ? $0 : nil }
    let rest = before.map { string(literal($0)) } ?? ""
    let beginning = rest.unicodeScalars.reversed().prefix { isPartOfName($0) || "'’.".unicodeScalars.contains($0) }
    let name = String(String.UnicodeScalarView(beginning.reversed().drop { !isPartOfName($0) }))
    let previous = rest.unicodeScalars.dropLast(name.unicodeScalars.count).last.map { String($0) } ?? ""
    let next = after.flatMap { string(literal($0)).unicodeScalars.first }
    let runsOn = next?.properties.isCased == true
    let isUnclear = !previous.isEmpty && "!#$%&*=?^`{|}~".contains(previous) || isElision(name) || runsOn
    guard isUnclear || !name.isEmpty else { return }
    guard occurs((isUnclear ? previous : "") + name + address + (runsOn ? next.map { String($0) } ?? "" : ""), source)
    else { return }
    if isUnclear {
        unlink(link, text)
    } else if let before {
        let kept = String(String.UnicodeScalarView(rest.unicodeScalars.dropLast(name.unicodeScalars.count)))
        cmark_node_set_literal(before, kept)
        cmark_node_set_literal(text, name + address)
        cmark_node_set_url(link, "mailto:" + (name + address).replacing("’", with: "'"))
    }
}

private func occurs(_ text: String, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, source.count >= wanted.count else { return false }
    return (0...(source.count - wanted.count)).contains { start in
        source[start] == first && source[start..<(start + wanted.count)].elementsEqual(wanted)
    }
}

private func isElision(_ name: String) -> Bool {
    let name = name.lowercased().replacing("’", with: "'")
    return ["c'", "d'", "j'", "l'", "m'", "n'", "s'", "t'", "qu'", "jusqu'", "lorsqu'", "puisqu'"].contains(name)
}

/// Replaces the link with its text.
private func unlink(_ link: Node, _ text: Node) {
    cmark_node_unlink(text)
    if cmark_node_insert_before(link, text) != 0 {
        cmark_node_unlink(link)
        cmark_node_free(link)
    }
}

private func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isCased || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.numericType == .decimal || "+-_".unicodeScalars.contains(scalar)
}
