/// A piece of HTML, with references resolved and attributes by name.
enum Token: Equatable {
    case start(String, [String: String])
    case end(String)
    case text(String)
}

struct MalformedHTML: Error {
    let place: Substring
}

/// Splits HTML that keeps to a narrow form: lower-case tags, double-quoted attributes, and five references.
func tokens(_ html: String) throws -> [Token] {
    var rest = html[...]
    var found: [Token] = []
    while let first = rest.unicodeScalars.first {
        if first == "<" {
            found.append(try tag(&rest))
        } else {
            let text = rest.unicodeScalars.prefix { $0 != "<" }
            guard !text.contains(">") else { throw MalformedHTML(place: rest) }
            rest = rest[text.endIndex...]
            found.append(.text(try decoded(Substring(text))))
        }
    }
    return found
}

private func tag(_ rest: inout Substring) throws -> Token {
    let place = rest
    rest.unicodeScalars.removeFirst()
    let isEnd = rest.unicodeScalars.first == "/"
    if isEnd { rest.unicodeScalars.removeFirst() }
    let name = word(&rest)
    guard !name.isEmpty else { throw MalformedHTML(place: place) }
    var attributes: [String: String] = [:]
    while rest.hasPrefix(" "), !rest.hasPrefix(" />") {
        rest.removeFirst()
        let key = word(&rest)
        guard !key.isEmpty, rest.hasPrefix("=\""), attributes[key] == nil else { throw MalformedHTML(place: place) }
        rest.unicodeScalars.removeFirst(2)
        let value = rest.unicodeScalars.prefix { $0 != "\"" }
        guard value.endIndex < rest.endIndex, !value.contains("<"), !value.contains(">") else {
            throw MalformedHTML(place: place)
        }
        attributes[key] = try decoded(Substring(value))
        rest = rest[value.endIndex...]
        rest.unicodeScalars.removeFirst()
    }
    if rest.hasPrefix(" /") { rest.unicodeScalars.removeFirst(2) }
    guard rest.unicodeScalars.first == ">", !isEnd || attributes.isEmpty else { throw MalformedHTML(place: place) }
    rest.unicodeScalars.removeFirst()
    return isEnd ? .end(name) : .start(name, attributes)
}

private func word(_ rest: inout Substring) -> String {
    let name = rest.unicodeScalars.prefix { "a"..."z" ~= $0 || "0"..."9" ~= $0 }
    rest = rest[name.endIndex...]
    return String(name)
}

private func decoded(_ text: Substring) throws -> String {
    let references = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "#39": "'"]
    let parts = text.unicodeScalars.split(separator: "&", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for part in parts.dropFirst() {
        guard let end = part.firstIndex(of: ";"), let character = references[String(part[..<end])] else {
            throw MalformedHTML(place: Substring(part))
        }
        result += character + String(part[part.index(after: end)...])
    }
    return result
}
