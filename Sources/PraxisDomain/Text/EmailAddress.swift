import Foundation

/// An email address in the form in which accounts are compared: printable ASCII, one `@`, lower case, at most 254 bytes.
///
/// An address that needs quoting, comments or encoded words is refused, not interpreted (RFC 5321, 4.1.2 allows more than any mail
/// system takes).
package struct EmailAddress: Hashable, Sendable {
    package let text: String

    package init?(_ typed: String) {
        let address = TypedText.normalised(typed).lowercased()
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, address.utf8.count <= Limits.emailBytes else { return nil }
        let (local, domain) = (halves[0], halves[1])
        let localAllowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-".utf8)
        guard !local.isEmpty, local.utf8.count <= 64, local.utf8.allSatisfy(localAllowed.contains), local.first != ".",
            local.last != ".", local.first != "-", !local.contains("..")
        else { return nil }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2 || domain == "localhost", labels.allSatisfy(Self.isLabel) else { return nil }
        text = address
    }

    /// Parses an address as people paste it: with a name before it and angle brackets around it, as a link, with punctuation at its ends,
    /// in full-width letters, and with invisible characters.
    package init?(pasted typed: String) {
        let seen = TypedText.normalised(typed).unicodeScalars.filter { $0.isSeen || $0 == " " }
        var text = Substring(String(String.UnicodeScalarView(seen)).precomposedStringWithCompatibilityMapping)
        if let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
            text = text[open..<close].dropFirst()
        }
        if text.lowercased().hasPrefix("mailto:") { text = text.dropFirst(7).prefix { $0 != "?" } }
        // A dot is not among them: a domain that ends in one is not exactly the one it seems to be.
        let marks: Set<Character> = [" ", ";", ",", "<", ">", "(", ")", "[", "]", "\"", "“", "”", "«", "»"]
        while let last = text.last, marks.contains(last) { text.removeLast() }
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        self.init(String(text))
    }

    /// The part after the `@`.
    package var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

    private static func isLabel(_ label: Substring) -> Bool {
        let fits = label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return fits && !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
    }
}
