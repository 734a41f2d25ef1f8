import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A digest")
struct DigestContentTests {
    @Test("tells first what is to its reader, then what they follow, then the rest by group, then open questions")
    func order() async throws {
        let world = try await DigestWorld()
        let group = try await world.site.group("winter", in: world.community)
        try await world.thread("A question nobody answered", kind: .question)
        let own = try await world.thread("Where Ann wrote", by: world.ann)
        world.becomeMonday()
        try await world.round()
        try await world.site.write { db in
            try db.run("DELETE FROM outbox")
            // As if the question's own digest had been before its two days were over.
            try db.run("UPDATE digestState SET questionsTo = \(db.now - .hours(30))")
        }
        try await world.thread("In the winter group", in: group)
        try await world.thread("In the commons")
        try await world.reply("I follow that.", to: own)
        let mentioned = try await world.thread("Where she is asked", "I ask @Ann Okafor what she thinks.")
        world.site.pass(.hours(24))
        try await world.round()
        let text = try #require(try await world.mail()).text
        let expected = [
            "For you", "Where she is asked", "Sam Ellis to you, ", "Nursing", "Where Ann wrote", "You follow this",
            "In the commons", "In the winter group", "Winter", "No one has answered yet", "A question nobody answered",
        ]
        var rest = text[...]
        for line in expected {
            let found = try #require(rest.range(of: line), "\(line) is missing or stands elsewhere")
            rest = rest[found.upperBound...]
        }
        #expect(text.contains("http://127.0.0.1:8080/t/\(mentioned)#new"))
        let occurrences = text.components(separatedBy: "Where she is asked").count - 1
        #expect(occurrences == 1)
    }

    @Test("holds twenty threads, three excerpts of each, and says how much more there is")
    func caps() async throws {
        let world = try await DigestWorld()
        for number in 1...25 { try await world.thread("Matter number \(number) of many") }
        let busy = try await world.thread("The busiest of all")
        let long = String(repeating: "word ", count: 200)
        for number in 1...5 { try await world.reply("Reply \(number). \(long)", to: busy) }
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(mail.text.components(separatedBy: "#new").count - 1 == 20)
        #expect(mail.text.contains("6 more discussions have something new."))
        #expect(mail.text.contains("and 3 more posts"))
        #expect(mail.text.contains("Reply 2.") && !mail.text.contains("Reply 3."))
        #expect(mail.text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 72 || $0.contains("http") })
        #expect(mail.html.utf8.count <= 90_000)
    }

    @Test("leaves room for every community beside a busy one")
    func fairness() async throws {
        let world = try await DigestWorld()
        let other = try await world.site.community("teaching")
        for member in [world.ann, world.sam] { try await world.site.join(member, other) }
        _ = try await world.site.thread(
            "The only one elsewhere",
            in: try await world.site.commons(of: other),
            of: other,
            by: world.sam
        )
        for number in 1...30 { try await world.thread("Matter number \(number) of many") }
        world.becomeMonday()
        try await world.round()
        #expect(try #require(try await world.mail()).text.contains("The only one elsewhere"))
    }

    @Test("stays under what mail programs cut off, however its posts are made")
    func size() async throws {
        let world = try await DigestWorld()
        for number in 1...20 {
            let thread = try await world.thread(
                "\(number) " + String(repeating: "\"", count: 190),
                String(repeating: "&\"'", count: 400)
            )
            for _ in 0..<2 { try await world.reply(String(repeating: "\"&", count: 500), to: thread) }
        }
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(MailMarkup.faults(mail.html) == [])
    }

    @Test("has a line for communities without anything new")
    func quiet() async throws {
        let world = try await DigestWorld()
        try await world.site.join(world.ann, try await world.site.community("teaching"))
        try await world.thread("Something")
        world.becomeMonday()
        try await world.round()
        #expect(try #require(try await world.mail()).text.contains("Nothing new: Teaching."))
    }

    @Test("says of a confidential group only that there is something, under a name that tells nothing")
    func confidential() async throws {
        let world = try await DigestWorld()
        let circle = try await world.site.group("griefcircle", in: world.community, kind: .peerSupport, access: .invite)
        for member in [world.ann, world.sam] { try await world.site.join(member, group: circle, of: world.community) }
        try await world.thread("A heavy secret title", "A heavy secret body for @Ann Okafor", in: circle)
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(mail.subject == "Something new in one of your groups")
        #expect(mail.text.contains("1 new post in one of your groups."))
        for word in ["secret", "griefcircle", "Griefcircle", "Sam", "/t/", "mentioned"] {
            #expect(!mail.everything.contains(word), "\(word)")
        }
        let manager = try await world.site.member("Mo Manager")
        try await world.site.join(manager, group: circle, of: world.community, as: .facilitator)
        try await world.site.join(manager, world.community)
        try await world.site.env.communities[world.community]
            .setMailRule(of: circle, .something, neutralName: "the Tuesday group", as: Viewer(member: manager))
        #expect(try #require(try await world.mail()).text.contains("1 new post in the Tuesday group."))
    }

    @Test("shows titles only where a community or a group says so")
    func titlesOnly() async throws {
        let world = try await DigestWorld()
        try await world.site.join(world.sam, world.community, as: .manager)
        let viewer = Viewer(member: world.sam), community = world.site.env.communities[world.community]
        try await world.thread("A title that may leave", "A body that may not")
        world.becomeMonday()
        try await world.round()
        #expect(try #require(try await world.mail()).text.contains("A body that may not"))
        try await community.setMailRule(titlesOnly: true, as: viewer)
        let titled = try #require(try await world.mail())
        #expect(titled.text.contains("A title that may leave"))
        #expect(!titled.everything.contains("A body") && !titled.everything.contains("Sam Ellis"))
        try await community.setMailRule(of: world.commons, .something, neutralName: "", as: viewer)
        let silent = try #require(try await world.mail())
        #expect(!silent.everything.contains("A title that may leave"))
        #expect(silent.text.contains("one of your groups"))
    }
}
