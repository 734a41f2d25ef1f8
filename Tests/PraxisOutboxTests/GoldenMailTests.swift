import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("Golden mails about decisions")
struct GoldenMailTests {
    /// The first mail of a kind, by the name of its golden files.
    private static let kinds: [(String, MailKind)] = [
        ("post-decision", .postDecision), ("report-outcome", .reportOutcome), ("worried", .worried),
        ("standing", .standing), ("duty", .duty),
    ]

    @Test(
        "are what the files in Tests/Golden/mail say, with words that mean no good in them; of a confidential group without them",
        arguments: [true, false],
        Language.allCases
    )
    func golden(isConfidential: Bool, language: Language) async throws {
        let world = try await MailWorld(isConfidential ? nil : .full)
        let injection = MailWorld.injection
        try await world.site.write { db in
            try db.run("UPDATE \"group\" SET name = \(injection) WHERE id = \(world.group)")
            try db.run("UPDATE community SET name = \(injection)")
        }
        for (name, kind) in Self.kinds {
            let queued = try await world.site.queued(kind)
            let first = try #require(queued.first)
            let mail = try #require(try await world.site.content(of: first, language))
            try GoldenMails.compare(mail, isConfidential ? name + "-confidential" : name, language)
        }
        let lifted = try #require(try await world.site.queued(.standing).last)
        let mail = try #require(try await world.site.content(of: lifted, language))
        try GoldenMails.compare(mail, isConfidential ? "standing-lifted-confidential" : "standing-lifted", language)
    }

    @Test("to an administrator who wants to see whether mail arrives", arguments: Language.allCases)
    func test(language: Language) async throws {
        let site = try TestSite(), email = try #require(EmailAddress("sam.admin@example.org"))
        var administrator = NewMember(email: email, name: "Sam <b>Admin</b>")
        administrator.isSiteAdministrator = true
        let sam = try await site.add(administrator)
        try await site.env.site.sendTestMail(as: Viewer(member: sam, isSiteAdministrator: true))
        let queued = try #require(try await site.queued(.test).first)
        try GoldenMails.compare(try #require(try await site.content(of: queued, language)), "test", language)
    }
}
