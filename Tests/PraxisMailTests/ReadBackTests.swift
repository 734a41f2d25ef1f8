import Foundation
import Testing

@testable import PraxisMail

extension ProcessTests {
    @Suite(
        "Python's mail parser, which forgives nothing,",
        .enabled(if: Samples.python != nil, "there is no python3 in the path")
    )
    struct ReadBackTests {
        /// What Python makes of one message.
        struct Reading: Decodable {
            let names: [String]
            let defects: [String]
            let from: [String]
            let to: [String]
            let replyTo: [String]
            let subject: String
            let free: String
            let listID: String
            let links: String
            let language: String
            let date: String
            let parts: [String]
        }

        @Test("reads hostile text as it was meant")
        func hostile() throws {
            try check(Samples.hostile)
        }

        @Test(
            "reads every naughty string as it was meant",
            .enabled(if: Samples.naughtyStrings != nil, "the corpora are not beside this clone")
        )
        func naughtyStrings() throws {
            try check(#require(Samples.naughtyStrings))
        }

        private func check(_ texts: [String]) throws {
            let replyTo = try #require(Address("reply+token@praxis.example.org"))
            let messages = try texts.map { text in
                try Samples.message(
                    fromName: text,
                    toName: text,
                    subject: text,
                    headers: [
                        Header("Reply-To", .mailbox(Mailbox(name: text, replyTo))), Header("X-Free", text),
                        Header("List-Id", .list(name: text, id: "group.praxis.example.org")),
                        Header("List-Unsubscribe", .links([text, "https://praxis.example.org/u/1"])),
                    ],
                    text: text,
                    html: text
                )
            }
            let readings = try Self.read(messages.map { $0.rendered() })
            try #require(readings.count == texts.count)
            for (text, reading) in zip(texts, readings) { check(reading, against: text) }
        }

        private func check(_ reading: Reading, against text: String) {
            let cleaned = HeaderText.clean(text)
            let body = Self.normalizedBody(text)
            #expect(reading.defects == [], "\(text.debugDescription)")
            #expect(
                reading.names == [
                    "From", "To", "Subject", "Date", "Message-ID", "Reply-To", "X-Free", "List-Id", "List-Unsubscribe",
                    "MIME-Version", "Content-Language", "Content-Type",
                ]
            )
            #expect(reading.from == [cleaned, "digest@praxis.example.org"])
            #expect(reading.to == [cleaned, "sam@example.org"])
            #expect(reading.replyTo == [cleaned, "reply+token@praxis.example.org"])
            #expect(reading.subject == cleaned)
            #expect(reading.free == cleaned)
            #expect(reading.listID.hasSuffix("<group.praxis.example.org>"))
            #expect(reading.links.hasSuffix("<https://praxis.example.org/u/1>"))
            #expect(reading.language == "en-GB")
            #expect(reading.date == "2028-02-29T07:00:00+00:00")
            #expect(reading.parts == ["text/plain", body, "text/html", body])
        }

        /// What a reader gets of a body: line ends as LF with one at the end, no controls but tabs.
        private static func normalizedBody(_ text: String) -> String {
            let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            let kept = String(
                String.UnicodeScalarView(
                    lines.unicodeScalars.filter {
                        $0.value >= 32 && $0.value != 127 || "\t\n".unicodeScalars.contains($0)
                    }
                )
            )
            return kept.isEmpty || kept.hasSuffix("\n") ? kept : kept + "\n"
        }

        private static func read(_ messages: [[UInt8]]) throws -> [Reading] {
            let (process, input, output) = (Process(), Foundation.Pipe(), Foundation.Pipe())
            process.executableURL = Samples.python
            process.arguments = ["-c", script]
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(messages.map { Data($0) }))
            try input.fileHandleForWriting.close()
            let answer = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return try JSONDecoder().decode([Reading].self, from: answer)
        }

        private static let script = """
            import base64, email, email.header, email.policy, json, sys

            def person(message, name):
                address, = message[name].addresses
                # The new parser of some versions keeps the space between two encoded words of a name (bpo-35547).
                raw = dict(message.raw_items())[name]
                words = email.header.decode_header(raw.replace('\\n', ''))
                encoded = ''.join(text.decode(charset) for text, charset in words if charset)
                return [encoded or address.display_name, address.addr_spec]

            def defects(message):
                found = [repr(defect) for defect in message.defects]
                for name, value in message.items():
                    found += [name + ': ' + repr(defect) for defect in getattr(value, 'defects', [])]
                for part in message.iter_parts():
                    found += defects(part)
                return found

            def read(data):
                message = email.message_from_bytes(data, policy=email.policy.strict)
                parts = []
                for part in message.iter_parts():
                    parts += [part.get_content_type(), part.get_content()]
                return dict(
                    names=message.keys(), defects=defects(message), subject=message['Subject'], free=message['X-Free'],
                    to=person(message, 'To'), replyTo=person(message, 'Reply-To'),
                    listID=message['List-Id'], links=message['List-Unsubscribe'], language=message['Content-Language'],
                    date=message['Date'].datetime.isoformat(), parts=parts, **{'from': person(message, 'From')})

            json.dump([read(base64.b64decode(data)) for data in json.load(sys.stdin)], sys.stdout)
            """
    }
}
