internal import CMarkGFM

/// A line "[label]: address", which the parser removes from the text so that "[label]" elsewhere becomes a link.
struct Definition {
    /// Where its ":" is.
    let colon: Int
    /// In the form in which labels are compared: lower case, white space as one space.
    let label: String
    let address: [UInt8]
}

extension Preparation {
    /// Turns "[Update]: resolved" into text, and returns the definitions whose address may be followed.
    mutating func standForDefinitions() -> [Definition] {
        var found: [Definition] = []
        var index = 1
        while index < source.count {
            defer { index += 1 }
            guard source[index] == UInt8(ascii: ":"), source[index - 1] == UInt8(ascii: "]") else { continue }
            if let start = startOfLabel(before: index - 1), beginsLine(start), let address = address(behind: index + 1),
                isAllowed(address)
            {
                found.append(Definition(colon: index, label: label(start + 1, index - 1), address: Array(address)))
            } else {
                replace(index, .standIn(.colon))
            }
        }
        return found
    }

    /// Shows the definitions that nothing in `document` uses, since their text would otherwise appear nowhere.
    mutating func showUnused(_ document: Node) {
        var addresses: Set<[UInt8]> = []
        walk(document) { node, isEntering in
            if isEntering, [.link, .image].contains(Kind(node)) {
                addresses.insert(Array(buffer(cmark_node_get_url(node))))
            }
        }
        var uses = labels()
        for definition in definitions { uses[definition.label, default: 0] -= 1 }
        for definition in definitions {
            // An escape or an entity changes an address; then only the label can tell.
            let isAsTyped = !definition.address.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
            let isReached = !isAsTyped || addresses.contains(definition.address)
            if !isReached || uses[definition.label, default: 0] < 1 { replace(definition.colon, .standIn(.colon)) }
        }
    }

    /// How often each label occurs in brackets.
    private func labels() -> [String: Int] {
        var counts: [String: Int] = [:]
        for index in source.indices where source[index] == UInt8(ascii: "]") {
            if let start = startOfLabel(before: index) { counts[label(start + 1, index), default: 0] += 1 }
        }
        return counts
    }

    private func label(_ start: Int, _ end: Int) -> String {
        String(decoding: source[start..<end], as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// The "[" that `end` closes, with no bracket in between and at most a label's length away.
    private func startOfLabel(before end: Int) -> Int? {
        if isEscaped(end) { return nil }
        var index = end - 1
        while index >= 0, end - index <= 1_000 {
            let byte = source[index]
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]"), !isEscaped(index) {
                return byte == UInt8(ascii: "[") ? index : nil
            }
            index -= 1
        }
        return nil
    }

    private func isEscaped(_ index: Int) -> Bool {
        var count = 0
        while byte(index - count - 1) == UInt8(ascii: "\\"), count < 1_000 { count += 1 }
        return count % 2 == 1
    }

    /// Whether only space and markers of quotes and lists precede `index` on its line.
    private func beginsLine(_ index: Int) -> Bool {
        var index = index - 1
        while true {
            switch byte(index) {
            case newline, UInt8(ascii: "\r"): return true
            case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
                UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "\t"):
                index -= 1
            default: return false
            }
        }
    }

    /// The address of a definition: on its line or, after space, on the next one.
    private func address(behind start: Int) -> UnsafeBufferPointer<UInt8>? {
        var start = start, lines = 0
        while start < source.count, isBlank(source[start]) || source[start] == newline {
            if source[start] == newline { lines += 1 }
            start += 1
        }
        guard lines < 2, start < source.count else { return nil }
        let isInAngles = source[start] == UInt8(ascii: "<")
        if isInAngles { start += 1 }
        var end = start
        while end < source.count, source[end] != newline, source[end] != UInt8(ascii: "\r"),
            isInAngles ? source[end] != UInt8(ascii: ">") : !isBlank(source[end])
        { end += 1 }
        return UnsafeBufferPointer(rebasing: source[start..<end])
    }
}
