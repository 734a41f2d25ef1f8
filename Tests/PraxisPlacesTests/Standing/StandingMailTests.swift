import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisTesting
import Testing

@Suite("The mail about a standing")
struct StandingMailTests {
    @Test("says what, where, until when and why, and nothing that was meant for others", arguments: Language.allCases)
    func restricted(language: Language) async throws {
        let made = try await StandingWorld(visibility: .hidden)
        _ = try await made.hold(.member, .suspended)
        let mails = try await made.site.queued(.standing)
        #expect(try mails.map(\.member) == [made.world.member(.member)])
        let content = try #require(try await made.site.content(of: mails[0], language))
        #expect(content.subject.contains("Nursing"))
        for text in [content.text, content.html.replacing(/<style>.*<\/style>/, with: "")] {
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
        let mails = try await made.site.queued(.standing)
        #expect(mails.count == 2)
        #expect(try await made.site.content(of: mails[0]) == nil)
        #expect(try await made.site.content(of: mails[1])?.subject == "You can take part again: Nursing")
    }

    @Test("tells nobody else, and escapes what was typed")
    func others() async throws {
        let made = try await StandingWorld(), path = try made.path(.member)
        let fields = [("kind", "silenced"), ("days", "1"), ("text", "<script>alert(1)</script>\r\nBcc: a@b.example")]
        #expect(try await made.world.post(path, fields, as: .moderator).status == 303)
        let mails = try await made.site.queued(.standing)
        let content = try #require(try await made.site.content(of: mails[0]))
        #expect(!content.html.contains("<script>") && !content.subject.contains("Bcc"))
        #expect(Markup.faults(content.html) == [])
    }
}
