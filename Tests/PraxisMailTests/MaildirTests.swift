import Foundation
import Testing

@testable import PraxisMail

extension ProcessTests {
    @Suite("A mail folder") struct MaildirTests {
        let folder: Scratch
        init() throws { folder = try Scratch() }

        let now = Date(timeIntervalSince1970: 1_835_420_400.75)

        @Test("is made with the first message, which lies in new as it was given")
        func first() throws {
            let bytes = Array("Subject: x\n\n\u{0}é\n".utf8)
            try Maildir.deliver(bytes, to: folder.path("mail"), hostname: "a/b:c", now: now, unique: "P1/../Q2")
            #expect(try folder.names("mail") == ["cur", "new", "tmp"])
            #expect(try folder.names("mail/new") == ["1835420400.P1_.._Q2.a\\057b\\072c"])
            #expect(try folder.names("mail/tmp") == [])
            #expect(Array(folder.text("mail/new/1835420400.P1_.._Q2.a\\057b\\072c").utf8) == bytes)
        }

        @Test("keeps messages apart, and never replaces one")
        func several() throws {
            let mail = folder.path("mail")
            for number in 0..<20 {
                try Maildir.deliver(Array("\(number)".utf8), to: mail, hostname: "h", now: now, unique: "\(number)")
            }
            #expect(throws: Maildir.Failure.self) {
                try Maildir.deliver(Array("other".utf8), to: mail, hostname: "h", now: now, unique: "7")
            }
            let texts = try folder.names("mail/new").map { folder.text("mail/new/\($0)") }
            #expect(texts.sorted() == (0..<20).map(String.init).sorted())
            #expect(try folder.names("mail/tmp") == [])
        }

        @Test("that cannot be made is a failure with its path")
        func failure() throws {
            let path = folder.path("missing/mail")
            let failure = #expect(throws: Maildir.Failure.self) {
                try Maildir.deliver([], to: path, hostname: "h", now: now, unique: "1")
            }
            #expect(failure?.description == "\(path): No such file or directory")
        }
    }
}
