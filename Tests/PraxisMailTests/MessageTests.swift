import Foundation
import Testing

@testable import PraxisMail

@Suite("Quoted-printable") struct QuotedPrintableTests {
    @Test(
        "encodes what a mail program could change",
        arguments: [
            ("", ""), ("plain", "plain\n"), ("a = b", "a =3D b\n"), ("é", "=C3=A9\n"), ("ends \n", "ends=20\n"),
            ("tab\t\nx", "tab=09\nx\n"), ("From me\n.\n..b", "=46rom me\n=2E\n=2E.b\n"), ("From", "From\n"),
            ("a\r\nb\rc\n", "a\nb\nc\n"), ("nul\u{0}l\u{7f}\u{1b}", "null\n"), ("\n\nx", "\n\nx\n"),
            (String(repeating: "a", count: 76), String(repeating: "a", count: 76) + "\n"),
            (String(repeating: "a", count: 77), String(repeating: "a", count: 75) + "=\naa\n"),
            (String(repeating: "a", count: 75) + ".x", String(repeating: "a", count: 75) + "=\n=2Ex\n"),
            (String(repeating: "a", count: 75) + "From x", String(repeating: "a", count: 75) + "=\n=46rom x\n"),
        ]
    )
    func encoding(text: String, encoded: String) {
        #expect(String(decoding: QuotedPrintable.encode(text), as: UTF8.self) == encoded)
    }

    @Test("keeps every line short, plain and harmless", arguments: Samples.hostile)
    func lines(text: String) {
        for line in QuotedPrintable.encode(text).split(separator: 10) {
            #expect(line.count <= 76 && line.allSatisfy { $0 == 9 || (32...126).contains($0) })
            #expect(line.last != 32 && line.last != 9 && line.first != UInt8(ascii: "."))
            #expect(!line.starts(with: "From ".utf8))
        }
    }
}

@Suite("A message") struct MessageTests {
    @Test("of text alone is one part")
    func plain() throws {
        var message = try Samples.message(
            toName: "Sam",
            headers: [Header("Auto-Submitted", "auto-generated")],
            text: "Hé."
        )
        message.language = "fr\r\nX: y"
        #expect(
            String(decoding: message.rendered(), as: UTF8.self) == """
                From: "Riverside Practice Network" <digest@praxis.example.org>
                To: "Sam" <sam@example.org>
                Subject: Six new posts
                Date: Tue, 29 Feb 2028 07:00:00 +0000
                Message-ID: <key-1@praxis.example.org>
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Language: frXy
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                H=C3=A9.

                """
        )
    }

    @Test("with a file has text and HTML first, and its bytes as they are")
    func attachment() throws {
        let bytes = Data((0...255).map { UInt8($0) } + "a\r\nb\n".utf8)
        let file = Attachment(bytes, type: "text/calendar; charset=utf-8; method=PUBLISH", name: "a\"\r\n\\b.ics")
        for html in [nil, "<p>Hello.</p>"] {
            var message = try Samples.message(text: "Hello.", html: html)
            message.attachments = [file]
            let text = String(decoding: message.rendered(), as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { $0.utf8.count <= 76 || $0.hasPrefix("Content-Type") })
            let parts = text.components(separatedBy: "\n--=_m")
            #expect(parts.count == 4 && parts[0].contains("Content-Type: multipart/mixed; boundary=\"=_m"))
            #expect(parts[1].contains("Content-Type: multipart/alternative") == (html != nil))
            let part = parts[2].components(separatedBy: "\n\n")
            #expect(part[0].contains("Content-Type: text/calendar; charset=utf-8; method=PUBLISH; name=\"ab.ics\""))
            #expect(part[0].hasSuffix("filename=\"ab.ics\"\nContent-Transfer-Encoding: base64"))
            #expect(Data(base64Encoded: part[1], options: .ignoreUnknownCharacters) == bytes)
        }
    }

    @Test("with HTML has the text first")
    func alternatives() throws {
        let message = try Samples.message(text: "Hello.", html: "<p class=\"x\">Hello.</p>")
        let lines = String(decoding: message.rendered(), as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let start = try #require(
            lines.firstIndex { $0.hasPrefix("Content-Type: multipart/alternative; boundary=\"=_") }
        )
        let boundary = try #require(lines[start].split(separator: "\"").last)
        #expect(
            lines[(start + 1)...].joined(separator: "\n") == """

                --\(boundary)
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Hello.

                --\(boundary)
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                <p class=3D"x">Hello.</p>

                --\(boundary)--

                """
        )
    }

    @Test("is the same bytes each time, and bounded by its own identifier")
    func deterministic() throws {
        var message = try Samples.message(html: "<p>")
        let first = message.rendered()
        #expect(message.rendered() == first)
        message.messageID = try #require(MessageID("key-2@praxis.example.org"))
        #expect(message.rendered() != first)
    }

    @Test(
        "has each of its own headers once, whatever else is asked for",
        arguments: [
            "From", "to", "SUBJECT", "Date", "Message-ID", "MIME-Version", "Content-Type", "content-language", "To:\n",
        ]
    )
    func reserved(name: String) throws {
        let plain = try Samples.message().rendered()
        #expect(try Samples.message(headers: [Header(name, "forged")]).rendered() == plain)
    }

    @Test("cannot be given another header by any text", arguments: Samples.hostile)
    func injection(text: String) throws {
        let message = try Samples.message(
            fromName: text,
            toName: text,
            subject: text,
            headers: [
                Header("X-Text", text), Header("List-Id", .list(name: text, id: text)),
                Header("X-Link", .links([text])),
            ],
            text: text,
            html: text
        )
        let bytes = message.rendered()
        #expect(bytes.allSatisfy { $0 == 10 || $0 == 9 || (32...126).contains($0) })
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let end = try #require(lines.firstIndex(of: []))
        #expect(lines[end...].allSatisfy { $0.count <= 76 })
        #expect(
            lines[..<end].allSatisfy { $0.count <= (text.utf8.count > 500 ? 998 : 78) || $0.first == UInt8(ascii: " ") }
        )
        let names = lines[..<end].filter { $0.first != UInt8(ascii: " ") }.map {
            String(decoding: $0.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
        }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "X-Text", "List-Id", "X-Link", "MIME-Version",
                "Content-Language", "Content-Type",
            ]
        )
    }
}
