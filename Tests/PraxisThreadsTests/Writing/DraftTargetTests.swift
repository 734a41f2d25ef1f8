import Foundation
import HTML
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisWeb
import PraxisWords
import Testing

/// The agenda of an outing in a group: what a capability of this file lets people write.
private struct AgendaTarget: DraftTarget {
    static let kind: SubjectKind = "outing"
    static let pattern = "[1-9][0-9]{0,17}"
    static let address: SQL<Void> = "subjectId"
    let id: Int64

    init?(spelling: String) {
        guard let id = Int64(spelling), id > 0 else { return nil }
        self.id = id
    }

    var spelling: String { String(id) }
    var subjectID: SQL<Void> { "(SELECT id FROM outing WHERE id = \(id))" }
    var path: String { "/outings/\(id)/agenda" }

    func facts(_ reading: Reading) throws -> Facts {
        let group = try reading.first("SELECT groupId FROM outing WHERE id = \(id)" as SQL<GroupID>)
        guard let group else { throw Denial.missing }
        let facts = try Access.group(group, reading)
        if let denial = Policy.refusal(ReadGroup.self, facts) { throw denial }
        return facts
    }

    func name(_ reading: Reading) throws -> String? {
        try reading.first("SELECT title FROM outing WHERE id = \(id)" as SQL<String>)
    }

    func heading(_ words: Words, _ name: String) -> String { "Agenda of " + name }

    func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm {
        DraftForm(problem: typed.problem, readers: facts) { AgendaPageView(call: call, state: $0) }
    }
}

private struct AgendaPageView: PageView {
    let call: Call
    let state: ComposeState

    var page: Page {
        let form: HTML = "<form id=\"reply\"><textarea name=\"body\">\(state.typed.body)</textarea></form>"
        return state.page("Agenda", "\(form)\(if: state.denial != nil, "<p>Refused</p>")", at: [], call)
    }
}

@Suite("A draft’s target that a capability brings")
struct DraftTargetTests {
    private static let outings = Capability(
        "outings",
        migrations: [
            Migration(
                9_901,
                "outings",
                "CREATE TABLE outing (id \(.key), groupId \(.integer) NOT NULL, title TEXT NOT NULL)"
            )
        ],
        parts: [DraftTargetKind(AgendaTarget.self)]
    )

    private let world: WritingWorld
    private let circle: GroupID

    init() async throws {
        world = try await WritingWorld(capabilities: Capabilities(Forum.capabilities.all + [Self.outings]))
        circle = try await world.site.group("circle", in: world.community, kind: .peerSupervision, access: .invite)
        try await world.site.join(world.ann, group: circle, of: world.community)
        let circle = circle
        _ = try await world.site.env.site.command { db in
            try db.run("INSERT INTO outing (id, groupId, title) VALUES (7, \(circle), 'Winter <meeting>')")
        }
    }

    private func fields(_ body: String, revision: Int) -> [(String, String)] {
        [("place", "outing:7"), ("body", body), ("revision", String(revision))]
    }

    @Test("is saved by the form, called by its name in the list, and continued at its own address")
    func listed() async throws {
        let ann = try await world.site.browser(world.ann)
        let saved = try await ann.post("/drafts", fields("First point", revision: 0))
        #expect(saved.location == "/outings/7/agenda?done=draft-saved#reply")
        let list = try await ann.get("/drafts").text
        #expect(
            list.contains("<a href=\"/outings/7/agenda#reply\">Agenda of Winter &lt;meeting&gt;</a>")
                && list.contains("First point")
        )
        let discarded = try await ann.post("/drafts/discard", [("place", "outing:7")])
        let id = try #require(
            try await ann.get(discarded.location ?? "").text.firstMatch(of: /name="draft" value="(\d+)"/)
        )
        let restored = try await ann.post("/drafts/restore", [("draft", String(id.1))], from: "/drafts")
        #expect(restored.location == "/drafts?done=draft-restored")
        #expect(try await ann.get("/drafts").text.contains("Agenda of Winter"))
    }

    @Test("shows its own form again where a save is refused, and with a preview")
    func again() async throws {
        let ann = try await world.site.browser(world.ann)
        _ = try await ann.post("/drafts", fields("First point", revision: 0))
        let conflict = try await ann.post("/drafts", fields("Other", revision: 0))
        #expect(conflict.status == 409 && conflict.text.contains("First point"))
        #expect(conflict.text.contains("<textarea name=\"body\">Other</textarea></form><p>Refused</p>"))
        let preview = try await ann.post("/preview", fields("**Bold** @\"Ann Okafor\"", revision: 1), from: "/drafts")
        #expect(preview.status == 200 && preview.text.contains("<strong>Bold</strong>"))
        let empty = try await ann.post("/preview", fields("", revision: 1), from: "/drafts")
        #expect(empty.status == 422 && empty.text.contains("<p>Refused</p>"))
    }

    @Test("is read, saved and listed by the API, whose document says how it is spelt")
    func api() async throws {
        let path = "/me/drafts/outing:7"
        let saved = try await world.api(world.ann, "PUT", path, ["body": "First", "revision": 0])
        #expect(saved.status == 200 && saved.json["place"] as? String == "outing:7")
        let items = try await world.api(world.ann, "GET", "/me/drafts").json["items"] as? [[String: Any]]
        #expect(items?.map { $0["place"] as? String } == ["outing:7"])
        let answer = try await world.api(
            world.ann,
            "PUT",
            path,
            ["body": "A", "revision": 1, "replyTo": "\(world.first)"]
        )
        #expect(answer.status == 422)
        #expect(try await world.api(world.ann, "DELETE", path).status == 204)
        let document = try await Browser(world.site).get("/api/v1/openapi.json").text
        #expect(document.contains("|outing:[1-9][0-9]{0,17}"))
    }

    @Test("is missing for members who do not read its place, and its name is not told to them any more")
    func closed() async throws {
        let path = "/me/drafts/outing:7"
        #expect(try await world.api(world.bob, "PUT", path, ["body": "x", "revision": 0]).status == 404)
        _ = try await world.api(world.ann, "PUT", path, ["body": "Mine", "revision": 0])
        try await world.site.join(world.ann, world.community, standing: .suspended)
        let list = try await world.site.browser(world.ann).get("/drafts").text
        #expect(list.contains("Mine") && !list.contains("Winter") && !list.contains("/outings/7"))
        #expect(try await world.api(world.ann, "PUT", path, ["body": "y", "revision": 1]).status == 404)
    }

    @Test(
        "is spelt in one way, and missing on a site that has no such kind",
        arguments: ["7", "07", "x", "", "7/8", "-7"]
    )
    func unknown(spelling: String) async throws {
        let path = "/me/drafts/outing:" + spelling
        let status = try await world.api(world.ann, "PUT", path, ["body": "x", "revision": 0]).status
        #expect(status == (spelling == "7" ? 200 : 404))
        let other = try await WritingWorld()
        #expect(try await other.api(other.ann, "PUT", path, ["body": "x", "revision": 0]).status == 404)
        let form = try await other.site.browser(other.ann).post(
            "/drafts",
            [("place", "outing:" + spelling), ("body", "x")]
        )
        #expect(form.status == 404 || form.status == 403)
    }
}
