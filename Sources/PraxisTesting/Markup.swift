import Foundation

/// Faults in a page's markup: the compiler does not balance tags, so this does.
package enum Markup {
    private static let void: Set = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]

    /// Unbalanced tags, unquoted attributes and repeated ids, each in words; empty if there are none.
    package static func faults(_ html: String) -> [String] {
        var faults: [String] = []
        var open: [String] = []
        var ids: Set<String> = []
        var unread = 0
        var tags = MarkupTags(html)
        while let tag = tags.next() {
            guard let attributes = tag.attributes else {
                unread += 1
                continue
            }
            if tag.closes {
                if open.last == tag.name {
                    open.removeLast()
                } else {
                    faults.append("</\(tag.name)> closes \(open.last ?? "nothing")")
                }
                continue
            }
            // Within a drawing, a tag can close itself.
            let closesItself = tag.closesItself && open.last == "svg"
            if tag.closesItself, !closesItself { faults.append("<\(tag.name)/> closes itself") }
            if !void.contains(tag.name), !closesItself { open.append(tag.name) }
            for id in attributes where id.name == "id" && !ids.insert(id.value).inserted {
                faults.append("id \(id.value) stands twice")
            }
        }
        if !open.isEmpty { faults.append("left open: \(open.joined(separator: " "))") }
        if unread > 0 { faults.append("\(unread) tags have attributes that cannot be read") }
        return faults
    }
}

/// The tags of a page one after the other, read by the C library: tests look at some hundred thousand pages.
private struct MarkupTags {
    struct Tag {
        /// In small letters.
        let name: String
        let closes: Bool
        var closesItself = false
        /// Nil for one whose attributes are not quoted as ours are.
        var attributes: [Attribute]?
    }

    struct Attribute {
        let name: String
        let value: String
    }

    private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

    /// Ends with a zero, which stands in no page.
    private let bytes: [UInt8]
    private var at = 0

    init(_ html: String) { bytes = Array(html.utf8) + [0] }

    /// Returns nil after the last one.
    ///
    /// What is no tag is passed over: `a < b`, a comment, the doctype.
    mutating func next() -> Tag? {
        while true {
            pass(allBut: "<")
            if bytes[at] == 0 { return nil }
            at += 1
            let closes = bytes[at] == UInt8(ascii: "/")
            if closes { at += 1 }
            let start = at
            if pass(Self.letters) == 0 { continue }
            pass(Self.letters + "0123456789")
            let name = text(from: start).lowercased()
            var tag = Tag(name: name, closes: closes)
            tag.attributes = attributes(closingItself: &tag.closesItself)
            return tag
        }
    }

    /// Up to the end of the tag; returns nil, at the end all the same, if something there is not read.
    private mutating func attributes(closingItself closes: inout Bool) -> [Attribute]? {
        var found: [Attribute] = []
        while true {
            let blanks = pass(" \n\t\r")
            if bytes[at] == UInt8(ascii: "/"), bytes[at + 1] == UInt8(ascii: ">") {
                closes = true
                at += 1
            }
            let start = at
            if bytes[at] == UInt8(ascii: ">") {
                at += 1
                return found
            }
            let letters = pass(Self.letters + "-"), name = text(from: start)
            guard blanks > 0, letters > 0, let value = value() else {
                pass(allBut: ">")
                return nil
            }
            found.append(Attribute(name: name, value: value))
        }
    }

    /// Empty for an attribute without one; returns nil for one that is not quoted.
    private mutating func value() -> String? {
        guard bytes[at] == UInt8(ascii: "=") else { return "" }
        at += 1
        guard bytes[at] == UInt8(ascii: "\"") else { return nil }
        at += 1
        let start = at
        pass(allBut: "\"")
        guard bytes[at] != 0 else { return nil }
        defer { at += 1 }
        return text(from: start)
    }

    private func text(from start: Int) -> String { String(decoding: bytes[start..<at], as: UTF8.self) }

    /// Passes over characters of a set.
    /// - Returns: how many.
    @discardableResult
    private mutating func pass(_ set: String) -> Int { pass(set, strspn) }

    private mutating func pass(allBut set: String) { pass(set, strcspn) }

    @discardableResult
    private mutating func pass(
        _ set: String,
        _ span: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int
    ) -> Int {
        let count = bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return 0 }
            return span(start + at, set)
        }
        at += count
        return count
    }
}
