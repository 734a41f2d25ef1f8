import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisWords
import Testing

@Suite("The mail about a standing")
struct StandingMailTests {
    private struct Queued: RowDecodable, Sendable {
        let member: MemberID
        let period: String
        let about: [Int64]

        init(_ columns: inout Columns) throws {
            (member, period) = (try columns.id(), try columns.text())
            about = try columns.text().split(separator: " ").compactMap { Int64($0) }
        }
    }

    private func queued(_ site: TestSite) async throws -> [Queued] {
        try await site.all("SELECT memberId, period, about FROM outbox WHERE kind = 'standing' ORDER BY id")
    }

    private func content(
        _ queued: Queued,
        _ site: TestSite,
        _ language: Language = .english
    ) async throws -> MailContent? {
        let template = try #require(Forum.mails.first { $0.kind == .standing })
        let words = try #require(try Dictionaries()[language])
        let (now, settings) = (site.now, site.env.settings)
        return try await site.env.store.read { db in
            try template.make(
                MailOrder(
                    period: queued.period,
                    about: queued.about,
                    recipient: .init(
                        id: queued.member,
                        name: "Member",
                        timeZone: "Europe/London",
                        isSiteAdministrator: false
                    ),
                    db: db,
                    now: now,
                    words: words,
                    settings: settings
                )
            )
        }
    }

    @Test("says what, where, until when and why, and nothing that was meant for others", arguments: Language.allCases)
    func restricted(language: Language) async throws {
        let made = try await StandingWorld(visibility: .hidden)
        _ = try await made.hold(.member, .suspended)
        let mails = try await queued(made.site)
        #expect(try mails.map(\.member) == [made.world.member(.member)])
        let content = try #require(try await content(mails[0], made.site, language))
        #expect(content.subject.contains("Nursing"))
        for text in [content.text, content.html] {
            #expect(text.contains("reasonxq") && !text.contains("privatexq") && !text.contains("{"))
            #expect(!text.contains("Moderator Person"))
        }
        #expect(content.text.contains(language == .english ? "Saturday 28 November" : "samedi 28 novembre"))
    }

    @Test("goes out once for each time, and not at all for one that was lifted before")
    func lifted() async throws {
        let made = try await StandingWorld()
        _ = try await made.hold(.member, .silenced)
        _ = try await made.lift(.member)
        let mails = try await queued(made.site)
        #expect(mails.count == 2)
        #expect(try await content(mails[0], made.site) == nil)
        #expect(try await content(mails[1], made.site)?.subject == "You can take part in Nursing again")
    }

    @Test("tells nobody else, and escapes what was typed")
    func others() async throws {
        let made = try await StandingWorld(), path = try made.path(.member)
        let fields = [("kind", "silenced"), ("days", "1"), ("text", "<script>alert(1)</script>\r\nBcc: a@b.example")]
        #expect(try await made.world.post(path, fields, as: .moderator).status == 303)
        let mails = try await queued(made.site)
        let content = try #require(try await content(mails[0], made.site))
        #expect(!content.html.contains("<script>") && !content.subject.contains("Bcc"))
        #expect(Markup.faults(content.html) == [])
    }
}
