import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("Golden mails of the digest")
struct GoldenDigestTests {
    /// A digest with everything in it, and attempts to break out of it in titles, names and texts.
    private func full() async throws -> DigestWorld {
        let world = try await DigestWorld()
        let address = try #require(EmailAddress("mallory@example.org"))
        let hostile = NewMember(email: address, name: "<b onclick=\"x\">Mallory</b> \u{202E}Evil")
        let mallory = try await world.site.add(hostile)
        try await world.site.join(mallory, world.community)
        try await world.site.join(world.ann, try await world.site.community("teaching"))
        let winter = try await world.site.group("winter", in: world.community)
        let circle = try await world.site.group("griefcircle", in: world.community, kind: .peerSupport, access: .invite)
        for member in [world.ann, world.sam] { try await world.site.join(member, group: circle, of: world.community) }
        let own = try await world.thread("What Ann asked", by: world.ann)
        try await world.reply("I would try it the other way round, and write down why.", to: own)
        try await world.thread(
            "<script>alert('title')</script> & \"quotes\" \u{202E}desrever",
            "<img src=x onerror=alert(1)> -- \n\nX-Header: no\n\n.\n\n@Ann Okafor, [look](javascript:alert(1))",
            by: mallory
        )
        try await world.thread(
            "Two boxes a day",
            "@Ann Okafor, for the fridge we write down:\n\n- min and max since yesterday\n- who read it\n\n"
                + "1. Read it at the same hour.\n2. Reset it.\n\nThere is [the sheet](https://example.org/sheet?a=1&b=2).",
            in: winter
        )
        let busy = try await world.thread("How do you record professional curiosity?", kind: .question, in: winter)
        for number in 1...4 { try await world.reply("Thought number \(number), on one line.", to: busy, by: mallory) }
        try await world.thread("In the circle", in: circle)
        world.becomeMonday()
        try await world.round()
        return world
    }

    /// Only something of a confidential group.
    private func something() async throws -> DigestWorld {
        let world = try await DigestWorld()
        let circle = try await world.site.group("griefcircle", in: world.community, kind: .peerSupport, access: .invite)
        for member in [world.ann, world.sam] { try await world.site.join(member, group: circle, of: world.community) }
        try await world.thread("In the circle", in: circle)
        world.becomeMonday()
        try await world.round()
        return world
    }

    /// Titles alone, those too that mean no good.
    private func titles() async throws -> DigestWorld {
        let world = try await DigestWorld()
        try await world.site.join(world.sam, world.community, as: .manager)
        try await world.site.env.communities[world.community]
            .setMailRule(of: world.commons, .title, neutralName: "", as: Viewer(member: world.sam))
        try await world.thread("<script>alert('title')</script> \u{202E}desrever", "I ask @Ann Okafor.")
        try await world.thread("Another matter", "What do you think?")
        world.becomeMonday()
        try await world.round()
        return world
    }

    /// More than a digest lists, of two communities, with a question that no one has answered.
    private func many() async throws -> DigestWorld {
        let world = try await DigestWorld()
        try await world.thread("A question <b>nobody</b> answered", kind: .question)
        world.becomeMonday()
        try await world.round()
        try await world.site.write { db in
            try db.run("DELETE FROM outbox")
            // As if the question's own digest had been before its two days were over.
            try db.run("UPDATE digestState SET questionsTo = \(db.now - .hours(30))")
        }
        let teaching = try await world.site.community("teaching")
        for member in [world.ann, world.sam] { try await world.site.join(member, teaching) }
        let commons = try await world.site.commons(of: teaching)
        _ = try await world.site.thread("Of teaching", "Words.", in: commons, of: teaching, by: world.sam)
        for number in 1...22 { try await world.thread("Matter number \(number) of many") }
        world.site.pass(.hours(24))
        try await world.round()
        return world
    }

    /// The tokens of links hold a seal by a key that each site makes for itself.
    private func withoutTokens(_ text: String) -> String { text.replacing(/\/u\/[A-Za-z0-9_-]+/, with: "/u/TOKEN") }

    @Test(
        "is what the files in Tests/Golden/mail say",
        arguments: ["full", "many", "something", "titles"],
        Language.allCases
    )
    func golden(state: String, language: Language) async throws {
        let world =
            switch state {
            case "full": try await full()
            case "many": try await many()
            case "titles": try await titles()
            default: try await something()
            }
        let mail = try #require(try await world.mail(language))
        try GoldenMails.compare(mail, "digest-\(state)", language, edit: withoutTokens)
    }

    @Test("loads nothing, tracks nothing, and leads to this site, or where a post says that it leads")
    func noTracking() async throws {
        let mail = try #require(try await full().mail())
        #expect(!mail.html.contains("<img") && !mail.html.contains("url(") && !mail.html.contains("<script"))
        for match in mail.html.matches(of: /(?:href|src|action)="([^"]*)"[^>]*>([^<]*)/) {
            let isOurs = match.1 == "http://127.0.0.1:8080" || match.1.hasPrefix("http://127.0.0.1:8080/")
            #expect(isOurs || match.1 == "https://example.org/sheet?a=1&amp;b=2" && match.1 == match.2, "\(match.0)")
        }
        #expect(!mail.text.contains("\u{202E}") && !mail.html.contains("\u{202E}"))
        #expect(mail.text.components(separatedBy: "\n-- \n").count == 2)
    }

    @Test("carries the headers that lists have, one of each")
    func headers() async throws {
        let mail = try #require(try await full().mail())
        let names = mail.headers.map(\.name)
        #expect(
            Set(names) == [
                "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Help", "List-Archive", "Precedence",
            ] && names.count == 6
        )
        #expect(mail.headers.contains(Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")))
        #expect(mail.headers.contains(Header("List-Id", .list(name: "Riverside", id: "digest.127.0.0.1"))))
    }
}
