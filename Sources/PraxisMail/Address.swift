/// An address that is safe on a command line and in a header: ASCII, no quoting, no comments.
///
/// The local part is a dot-atom (RFC 5322, 3.2.3) of at most 64 bytes that does not begin with a hyphen, so that no mail
/// program can take it for an option; the domain is a host name; together at most 254 bytes (RFC 5321, 4.5.3.1).
/// Domains in other scripts come in their `xn--` form.
package struct Address: Hashable, Sendable, CustomStringConvertible {
    package let text: String
    package var description: String { text }

    /// Returns nil for anything that is not such an address; nothing is trimmed or corrected.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].count <= 64, parts[0].first != UInt8(ascii: "-"),
            Syntax.isDotAtom(parts[0]), Syntax.isHostName(parts[1])
        else { return nil }
        self.text = text
    }
}

/// The sender or recipient of a message, as people see it.
package struct Mailbox: Hashable, Sendable {
    /// Shown before the address; any text is accepted and made harmless (see ``HeaderText/clean(_:)``).
    package let name: String?
    package let address: Address

    package init(name: String?, _ address: Address) {
        (self.name, self.address) = (name, address)
    }

    /// Returns nil if ``Address/init(_:)`` does.
    package init?(name: String?, address: String) {
        guard let address = Address(address) else { return nil }
        self.init(name: name, address)
    }
}

/// Who is notified if a message cannot be delivered.
package enum EnvelopeSender: Hashable, Sendable {
    /// No one (`<>`): for messages that must never be answered by a bounce.
    case null
    case address(Address)
}

/// The identifier of a message, without the angle brackets: `left@right`, both dot-atoms, at most 250 bytes.
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
    package let text: String
    package var description: String { text }

    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 250, parts.allSatisfy(Syntax.isDotAtom) else { return nil }
        self.text = text
    }
}

/// The grammar of RFC 5322 and RFC 1123 for the parts of addresses.
enum Syntax {
    private static let atomCharacters = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    static func isDotAtom(_ text: Substring.UTF8View) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isLetterOrDigit($0) || atomCharacters.contains($0) }
        }
    }

    static func isHostName(_ text: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
        }
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
