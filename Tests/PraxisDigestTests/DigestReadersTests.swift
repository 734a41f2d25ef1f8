import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisReactions
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("Who can read what is in a digest")
struct DigestReadersTests {
    private static let open: [Language: String] = [
        .english: "All members of Nursing can read this group.",
        .french: "Ce groupe est lisible par l’ensemble des membres : Nursing.",
    ]
    private static let joined: [Language: String] = [
        .english: "Only people who have joined can read this group.",
        .french: "Seules les personnes qui l’ont rejoint peuvent lire ce groupe.",
    ]
    private static let everyone: [Language: String] = [
        .english: "Anyone on the internet can read this group.",
        .french: "Tout le monde sur Internet peut lire ce groupe.",
    ]

    private func monday(_ world: DigestWorld, _ language: Language = .english) async throws -> MailContent {
        world.becomeMonday()
        try await world.round()
        return try #require(try await world.mail(language))
    }

    /// How often a part of a mail says it, its lines joined.
    private func count(_ sentence: String?, in part: String) -> Int {
        let line = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let words = (sentence ?? "?").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.components(separatedBy: words).count - 1
    }

    @Test("stands at each item, as the strip of its page says it, in both parts", arguments: Language.allCases)
    func each(language: Language) async throws {
        let world = try await DigestWorld(), site = world.site
        let board = try await site.group("board", in: world.community, access: .invite)
        for member in [world.ann, world.sam] { try await site.join(member, group: board, of: world.community) }
        let street = try await site.community("street", visibility: .public)
        for member in [world.ann, world.sam] { try await site.join(member, street) }
        let square = try await site.commons(of: street)
        try await world.thread("Of all")
        try await world.thread("Of all, too", "I ask @Ann Okafor.")
        try await world.thread("Of the board", in: board)
        _ = try await site.thread("Of the street", in: square, of: street, by: world.sam)
        let mail = try await monday(world, language)
        for part in [mail.text, mail.html] {
            #expect(count(Self.open[language], in: part) == 2)
            #expect(count(Self.joined[language], in: part) == 1)
            #expect(count(Self.everyone[language], in: part) == 1)
        }
        // Loudest where it is widest.
        #expect(count(Self.everyone[language].map { "<strong>\($0)</strong>" }, in: mail.html) == 1)
    }

    @Test("is what the page of the discussion's group says, word for word", arguments: Language.allCases)
    func asOnPages(language: Language) async throws {
        let world = try await DigestWorld()
        let group = try await world.site.group("board", in: world.community, access: .request)
        try await world.site.join(world.ann, group: group, of: world.community)
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE member SET language = \(language) WHERE id = \(world.ann)")
        }
        let browser = try await world.site.browser(world.ann)
        let page = { (group: String) in try await browser.get("/c/nursing/g/\(group)") }
        let (board, all) = (try await page("board").text, try await page("everyone").text)
        #expect(count(Self.joined[language], in: board) == 1 && count(Self.open[language], in: all) == 1)
    }

    @Test("is not said of a group that is not named, confidential or not")
    func unnamed() async throws {
        let world = try await DigestWorld(), site = world.site
        try await site.join(world.sam, world.community, as: .manager)
        let circle = try await site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
        let quiet = try await site.group("quiet", in: world.community, access: .invite)
        for group in [circle, quiet] {
            for member in [world.ann, world.sam] { try await site.join(member, group: group, of: world.community) }
        }
        try await site.env.communities[world.community]
            .setMailRule(of: quiet, .something, neutralName: "", as: Viewer(member: world.sam))
        try await world.thread("In the circle", in: circle)
        try await world.thread("In the quiet", in: quiet)
        let mail = try await monday(world)
        for sentence in [Self.open, Self.joined, Self.everyone] {
            #expect(count(sentence[.english], in: mail.everything) == 0)
        }
        #expect(mail.text.contains("2 new posts in one of your groups."))
    }

    @Test("stands where titles alone may leave, and at posts that helped people")
    func others() async throws {
        let world = try await DigestWorld(), site = world.site
        try await site.join(world.sam, world.community, as: .manager)
        try await site.env.communities[world.community]
            .setMailRule(of: world.commons, .title, neutralName: "", as: Viewer(member: world.sam))
        let own = try await world.thread("What Ann asked", by: world.ann)
        let post: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(own)")
        try await site.env.communities[world.community].react(.thanks, to: post, as: Viewer(member: world.sam))
        try await world.thread("A title")
        let mail = try await monday(world)
        #expect(count(Self.open[.english], in: mail.text) == 2 && count(Self.open[.english], in: mail.html) == 2)
    }

    @Test("follows a group that is opened or closed before the mail leaves")
    func changed() async throws {
        let world = try await DigestWorld()
        let board = try await world.site.group("board", in: world.community)
        for member in [world.ann, world.sam] {
            try await world.site.join(member, group: board, of: world.community)
        }
        try await world.thread("Of the board", in: board)
        let before = try await monday(world).text
        try await world.site.write { try $0.run("UPDATE \"group\" SET access = 'request' WHERE id = \(board)") }
        let after = try #require(try await world.mail()).text
        #expect(count(Self.open[.english], in: before) == 1 && count(Self.joined[.english], in: after) == 1)
    }
}
