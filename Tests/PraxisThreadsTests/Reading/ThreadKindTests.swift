import Foundation
import HTTPTypes
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisImport
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

/// Begins a thread of a kind that only these tests know.
private enum SendBulletin: Act, AuditedAct, PostingAct {
    static let name = "sendBulletin", allowed: Capacities = [.facilitator], scope = ActScope.group
}

@Suite("A kind of thread that a capability brings")
struct ThreadKindTests {
    /// A capability of nothing else: assemblies, which no one chooses in the composer, and surveys, which wait for an answer.
    private static let brought = Capability(
        "assemblies",
        threadKinds: [
            ThreadKindPart(
                "assembly",
                { _ in "Assembly <" },
                plural: { _ in "Assemblies <" },
                begun: { _ in "New assembly" },
                tag: .info
            ),
            ThreadKindPart(
                "survey",
                { _ in "Survey" },
                plural: { _ in "Surveys" },
                begun: { _ in "New survey" },
                awaits: .answer,
                choice: .init { _ in "Ask everyone" }
            ),
            ThreadKindPart(
                "bulletin",
                { _ in "Bulletin" },
                plural: { _ in "Bulletins" },
                begun: { _ in "New bulletin" },
                choice: .init(by: .init(SendBulletin.self, audited: "bulletin-sent")) { _ in "For the whole group" }
            ),
        ]
    )

    private let site: TestSite
    private let ann: MemberID
    private let community: CommunityID
    private let commons: GroupID

    init() async throws { self = try await ThreadKindTests(Forum.capabilities.all + [Self.brought]) }

    private init(_ capabilities: [Capability]) async throws {
        site = try TestSite(capabilities: Capabilities(capabilities))
        ann = try await site.member("Ann Okafor")
        community = try await site.community("nursing")
        try await site.join(ann, community)
        commons = try await site.commons(of: community)
    }

    private func thread(_ title: String, _ kind: ThreadKind) async throws -> ThreadID {
        try await site.thread(title, kind: kind, in: commons, of: community, by: ann)
    }

    private func start(_ kind: String) async throws -> (status: Int, text: String) {
        let answer = try await Browser(site).send(
            .post,
            "/api/v1/communities/nursing/threads",
            body: #"{"title":"Winter","body":"A text.","kind":"\#(kind)"}"#,
            headers: [("Authorization", "Bearer " + site.bearer(ann)), ("Content-Type", "application/json")]
        )
        return (answer.status, answer.text)
    }

    @Test("is called by its name in lists, on its page and in the search, and listed in the document of the API")
    func shown() async throws {
        let id = try await thread("Winter round", "assembly"), browser = try await site.browser(ann)
        let tag = "<span class=\"tag info\">Assembly &lt;</span>"
        #expect(try await browser.get("/c/nursing").text.contains(tag))
        #expect(try await browser.get("/t/\(id)").text.contains(tag))
        let found = try await browser.get("/search?kind=assembly").text
        #expect(
            found.contains("Winter round") && found.contains("<option value=\"assembly\" selected>Assemblies &lt;")
        )
        let document = try await browser.get("/api/v1/openapi.json").text
        let all =
            #"{"enum":["discussion","question","story","notice","gathering","assembly","survey","bulletin"],"type":"string"}"#
        #expect(document.contains(#""kind":\#(all)"#))
        let offered = #"{"enum":["discussion","question","story","notice","survey","bulletin"],"type":"string"}"#
        #expect(document.contains(#""kind":\#(offered)"#))
    }

    @Test("is offered in the composer if people may choose it, and refused by name otherwise")
    func typed() async throws {
        let browser = try await site.browser(ann), path = "/c/nursing/new-thread"
        let form = try await browser.get(path).text
        #expect(
            form.contains("value=\"survey\"> Survey <span class=\"hint\">Ask everyone") && !form.contains("assembly")
        )
        for (kind, status) in [("survey", 303), ("assembly", 422), ("poem", 422)] {
            let fields = [("title", "Winter"), ("body", "A text."), ("group", "everyone"), ("kind", kind)]
            #expect(try await browser.post(path, fields).status == status, "\(kind)")
        }
        #expect(try await start("survey").status == 201)
        for kind in ["assembly", "poem"] {
            let (status, text) = try await start(kind)
            #expect(status == 422 && text.contains(#""field":"kind""#), "\(kind)")
        }
    }

    @Test("that needs more than a member's right is begun by those who have it alone, and stands in the audit log")
    func privileged() async throws {
        let lines: SQL<Int> = """
            SELECT count(*) FROM audit a JOIN thread t ON t.id = a.threadId
            WHERE a.act = 'bulletin-sent' AND t.kind = 'bulletin' AND a.groupId = t.groupId AND a.subjectId = t.id
            """
        let form = try await site.browser(ann).get("/c/nursing/new-thread").text
        #expect(form.contains("value=\"survey\"") && !form.contains("value=\"bulletin\""))
        #expect(try await start("bulletin").status == 403)
        #expect(try await start("survey").status == 201)
        #expect(try await site.count("SELECT count(*) FROM audit WHERE act = 'bulletin-sent'") == 0)
        #expect(try await site.count("SELECT count(*) FROM thread WHERE kind = 'bulletin'") == 0)
        try await site.join(ann, group: commons, of: community, as: .facilitator)
        #expect(try await start("bulletin").status == 201)
        #expect(try await site.count(lines) == 1)
        #expect(try await site.count("SELECT count(*) FROM audit WHERE act = 'notice-started'") == 0)
        let offered = try await site.browser(ann).get("/c/nursing/new-thread").text
        #expect(offered.contains("value=\"bulletin\""))
    }

    @Test("waits for another member's answer if it says so")
    func waits() async throws {
        for (title, kind) in [("A survey", ThreadKind("survey")), ("A assembly", "assembly")] {
            _ = try await site.reply("And this.", to: thread(title, kind), of: community, by: ann)
        }
        let browser = try await site.browser(ann)
        let list = try await browser.get("/c/nursing?filter=unanswered").text
        #expect(list.contains("A survey") && !list.contains("A assembly"))
        let found = try await browser.get("/search?status=unanswered").text
        #expect(found.contains("A survey") && !found.contains("A assembly"))
    }

    @Test("is read under its word once its capability is gone, and no one can choose it")
    func gone() async throws {
        let other = try await ThreadKindTests(Forum.capabilities.all)
        let id = try await other.thread("Winter round", "assembly"), browser = try await other.site.browser(other.ann)
        for path in ["/c/nursing", "/t/\(id)"] {
            #expect(try await browser.get(path).text.contains("<span class=\"tag\">assembly</span>"), "\(path)")
        }
        let bearer = [("Authorization", "Bearer " + (try await other.site.bearer(other.ann)))]
        let thing = try await Browser(other.site).get("/api/v1/threads/\(id)", headers: bearer).text
        #expect(thing.contains(#""kind":"assembly""#), "\(thing)")
        #expect(try await other.start("survey").status == 422)
    }

    @Test("is taken by an import where it is brought, and refused by name elsewhere")
    func imported() async throws {
        let lines = """
            {"type":"community","id":9,"slug":"trees","name":"Trees"}
            {"type":"group","id":9,"community":9,"slug":"all","name":"All"}
            {"type":"member","id":9,"display_name":"Oak","email":"oak@example.org"}
            {"type":"thread","id":9,"group_id":9,"author_id":9,"title":"Winter","kind":"assembly","created_at":"2026-05-01T09:00:00Z"}
            {"type":"post","id":9,"thread_id":9,"author_id":9,"number":1,"body":"A text.","created_at":"2026-05-01T09:00:00Z"}

            """
        let path = NSTemporaryDirectory() + "kinds-\(UUID().uuidString).jsonl"
        try Data(lines.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let other = try await ThreadKindTests(Forum.capabilities.all)
        let bad = RefusedLine(4, .wrong(field: "kind", expected: "discussion, question, story, notice, gathering"))
        for (site, isBrought) in [(site, true), (other.site, false)] {
            var refused: [RefusedLine] = []
            _ = try await CorpusImport(path, site.env).run(refused: { refused.append($0) }, progress: { _ in })
            #expect(isBrought ? refused.isEmpty : refused.contains(bad), "\(refused)")
        }
    }
}
