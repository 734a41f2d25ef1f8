import Foundation
import Testing

@testable import PraxisMail

@Suite("A header") struct HeaderTests {
    @Test(
        "takes people's text without what ends a line or turns its direction",
        arguments: [
            ("a\r\nBcc: b", "a Bcc: b"), (" two   spaces\t", "two spaces"), ("\u{0}\u{1b}[31m", "[31m"),
            ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"), ("\u{202e}gnp.exe\u{202c}", "gnp.exe"),
            ("a\u{200f} \u{200e}b\u{61c}\u{2066}\u{2069}", "a b"),
            ("👩\u{200d}🔬 e\u{301}\u{a0}", "👩\u{200d}🔬 e\u{301}\u{a0}"),
        ]
    )
    func cleaning(text: String, cleaned: String) {
        #expect(Array(HeaderText.clean(text).unicodeScalars) == Array(cleaned.unicodeScalars))
    }

    @Test(
        "leaves plain words as they are and encodes the rest",
        arguments: [
            (Header("Subject", "Six new posts"), "Subject: Six new posts\n"),
            (Header("Subject", ""), "Subject:\n"),
            (
                Header("Subject", "Gwefan Ceredigion – newydd"),
                "Subject: =?utf-8?q?Gwefan_Ceredigion_=E2=80=93_newydd?=\n"
            ),
            (Header("Subject", "日本語"), "Subject: =?utf-8?b?5pel5pys6Kqe?=\n"),
            (Header("Subject", "=?utf-8?q?x?="), "Subject: =?utf-8?b?PT91dGYtOD9xP3g/PQ==?=\n"),
            (Header("X-A: b\r\nX-B", "c"), "X-AbX-B: c\n"), (Header(" :\r\n", "c"), ""),
            (
                Header(
                    "List-Unsubscribe",
                    .links(["https://a.example/u/x?y=%20&z", "mailto:a@b.example?subject=é <x>\r\n"])
                ),
                "List-Unsubscribe: <https://a.example/u/x?y=%20&z>,\n <mailto:a@b.example?subject=%C3%A9%20%3Cx%3E>\n"
            ),
            (
                Header("List-Unsubscribe", .links([String(repeating: "a", count: 901), "https://a.example"])),
                "List-Unsubscribe: <https://a.example>\n"
            ),
            (
                Header("List-Id", .list(name: "Community \"nursing\"", id: "nursing.<x> a.example")),
                "List-Id: \"Community \\\"nursing\\\"\" <nursing.xa.example>\n"
            ),
        ]
    )
    func rendering(header: Header, line: String) {
        #expect(header.rendered() == line)
    }

    @Test("names a mailbox in quotes, encoded, or not at all")
    func mailboxes() throws {
        let address = try #require(Address("sam@example.org"))
        func line(_ name: String?) -> String { Header("To", .mailbox(Mailbox(name: name, address))).rendered() }
        #expect(line(nil) == "To: sam@example.org\n")
        #expect(line(" \u{202e} ") == "To: sam@example.org\n")
        #expect(line("Ellis, Sam \\ \"S\"") == "To: \"Ellis, Sam \\\\ \\\"S\\\"\" <sam@example.org>\n")
        #expect(line("Zoë (x)") == "To: =?utf-8?b?Wm/DqyAoeCk=?= <sam@example.org>\n")
    }

    @Test("breaks its line between references")
    func references() throws {
        let ids = try (1...9).map { try #require(MessageID("a-rather-long-key-\($0)@praxis.example.org")) }
        let line = Header("References", .messageIDs(ids)).rendered()
        #expect(line.split(separator: "\n").allSatisfy { $0.utf8.count <= 76 })
        #expect(
            line.replacing("\n ", with: " ") == "References: " + ids.map { "<\($0)>" }.joined(separator: " ") + "\n"
        )
    }

    @Test("splits encoded words between scalars, each at most 75 bytes", arguments: Samples.hostile)
    func encodedWords(text: String) throws {
        for column in [2, 20, 40, 70] {
            for word in HeaderText.encodedWords(HeaderText.clean(text), from: column) {
                #expect(word.utf8.count <= 75)
                let parts = word.split(separator: "?", omittingEmptySubsequences: false)
                try #require(parts.count == 5)
                let bytes = parts[2] == "b" ? Data(base64Encoded: String(parts[3])) : unquoted(parts[3])
                #expect(String(validating: try #require(bytes), as: UTF8.self) != nil)
            }
        }
    }

    private func unquoted(_ text: Substring) -> Data? {
        text.replacing("_", with: " ").replacing("=", with: "%").removingPercentEncoding.map { Data($0.utf8) }
    }
}

@Suite("An address") struct AddressTests {
    @Test(
        "is taken as it is",
        arguments: [
            "sam@example.org", "S.Ellis+tag@mail.example.co.uk", "bounce+a1_B-2=@praxis.example.org",
            "o'neil@example.org",
            "root@localhost", "x@xn--caf-dma.example", String(repeating: "a", count: 64) + "@example.org",
        ]
    )
    func accepted(text: String) {
        #expect(Address(text)?.text == text)
        #expect(Mailbox(name: "Sam", address: text)?.address.text == text)
    }

    @Test(
        "is refused when a mail program or a header could misread it",
        arguments: [
            "", "@", "a@", "@b", "sam", "a@b@c", "-f@example.org", "--@example.org", "a b@example.org",
            "a@exa mple.org",
            "a@example.org\n", "a\r\nBcc: x@example.org", "a\u{0}@example.org", "é@example.org", "a@café.example",
            "\"a b\"@example.org", "a..b@example.org", ".a@example.org", "a.@example.org", "a@-example.org",
            "a@example-.org",
            "a@example..org", "a@.example.org", "a@example.org.", "a@[127.0.0.1]", "<a@example.org>", "a,b@example.org",
            "a@example.org,b@example.org", "a@b_c.example", "a\u{7f}@example.org", "a\u{202e}@example.org",
            String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "a", count: 64) + ".org",
            "a@" + Array(repeating: "abcdefghi", count: 26).joined(separator: "."),
        ]
    )
    func refused(text: String) {
        #expect(Address(text) == nil)
        #expect(Mailbox(name: nil, address: text) == nil)
    }

    @Test("of a message has two halves", arguments: ["", "a", "a@", "a@b@c", "<a@b>", "a b@c", "a@b\n", "é@b"])
    func messageIDs(text: String) {
        #expect(MessageID(text) == nil)
    }
}

@Suite("The date of a message") struct MailDateTests {
    @Test(
        "is written in UTC",
        arguments: [
            (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (951_827_696, "Tue, 29 Feb 2000 12:34:56 +0000"),
            (1_835_420_400, "Tue, 29 Feb 2028 07:00:00 +0000"), (1_767_225_599.9, "Wed, 31 Dec 2025 23:59:59 +0000"),
            (4_107_542_400, "Mon, 1 Mar 2100 00:00:00 +0000"), (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 +0000"),
            (-1, "Thu, 1 Jan 1970 00:00:00 +0000"), (1e300, "Fri, 31 Dec 9999 23:59:59 +0000"),
        ]
    )
    func dates(seconds: Double, text: String) {
        #expect(mailDate(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test("agrees with Foundation's calendar on every day of four centuries")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        for day in 0..<146_097 {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let month = months[try #require(parts.month) - 1]
            let expected = "\(weekdays[try #require(parts.weekday) - 1]), \(try #require(parts.day)) \(month) "
            try #require(mailDate(date) == expected + "\(try #require(parts.year)) 00:00:00 +0000")
        }
    }
}
