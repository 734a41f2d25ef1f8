import Foundation
import HTML
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisTriage
import PraxisWords
import Testing

private final class PlanWords: WordSection {
    static let name = "plans"
    let queueItems: [String: Phrase]
    let queueEnds: [String: Phrase]
    let queueDone: [String: Phrase]
    let queueDecisions: [String: Phrase]
}

@Suite("An action on queue items that a capability brings")
struct QueueActionTests {
    /// A capability of nothing else: plans, which can also be postponed.
    private static let brought = Capability(
        "plans",
        migrations: [Migration(9901, "plans", "CREATE TABLE plan (id \(.key), state TEXT NOT NULL \(.rows);")],
        parts: [kind],
        words: [WordFile(PlanWords.self, english: words, french: words)]
    )

    private static let words = Array(
        """
        {
          "queueItems": {"plan": "a plan"}, "queueEnds": {"postponed": "{name} postponed <this>"},
          "queueDone": {"postponed": "Postponed."}, "queueDecisions": {"postponed": "Postponed {item}"}
        }
        """.utf8
    )

    private static let kind = QueueKind(
        "plan",
        { _ in "Plans" },
        heading: { _, _ in "A plan" },
        begun: { "\($1) made a plan" },
        QueueChoices(
            actions: { _ in [.approve, .dismiss, "postpone"] },
            verbs: { _, _ in [.accept, QueueVerb("postpone", .quiet) { _ in "Postpone <it>" }, .decline] },
            end: { action, _ in action == "postpone" ? "postponed" : action == .approve ? .accepted : .declined }
        ),
        effect: QueueEffect(
            decide: { db, matter, decision, _ in
                try db.run("UPDATE plan SET state = \(decision.action.rawValue) WHERE id = \(matter.subject?.id)")
            },
            undo: { db, matter, _, _ in try db.run("UPDATE plan SET state = 'new' WHERE id = \(matter.subject?.id)") }
        ),
        why: { _, _ in { _ in "<p>Why</p>" } }
    )

    private let world: TriageWorld
    private let item: QueueItemID

    init() async throws {
        let world = try await TriageWorld(capabilities: Capabilities(Forum.capabilities.all + [Self.brought]))
        self.world = world
        item = try await world.actor.command { [ann = world.ann, community = world.community] db in
            try db.run("INSERT INTO plan (id, state) VALUES (1, 'new')")
            let item = try db.addItem("plan", about: Subject("plan", 1), of: ann, in: community)
            try db.record(.reported, about: item, by: Permit.system(in: Place(community: community)).mandate)
            return item
        }
    }

    private var state: String {
        get async throws { try await world.site.value("SELECT state FROM plan") }
    }

    @Test("is offered by its name, taken from the form, and told in its words everywhere")
    func form() async throws {
        let browser = try await world.site.browser(world.max), path = "/c/nursing/queue/\(item)"
        let page = try await browser.get(path).text
        #expect(page.contains("<button class=\"btn alt\" name=\"action\" value=\"postpone\""))
        #expect(page.contains(">Postpone &lt;it&gt;</button>"))
        let version: Int = try await world.site.value("SELECT version FROM queueItem")
        let fields = [("action", "postpone"), ("version", String(version))]
        let decided = try await browser.post(path + "/resolve", fields, from: path)
        #expect(decided.status == 303)
        #expect(try await state == "postpone")
        #expect(try await browser.get(decided.location ?? "").text.contains("Postponed."))
        #expect(try await browser.get(path).text.contains("Max Manager postponed &lt;this&gt;"))
        #expect(try await browser.get("/c/nursing/audit").text.contains("Postponed a plan"))
        let late = try await browser.post(path + "/resolve", fields, from: path)
        #expect(late.text.contains("Max Manager postponed &lt;this&gt;"))
        try await world.actor.undo(item, as: world.viewer(world.max))
        #expect(try await state == "new")
    }

    @Test("is taken and answered by the API, whose document names it behind triage's own")
    func api() async throws {
        let version: Int = try await world.site.value("SELECT version FROM queueItem")
        let answer = try await world.api(
            world.max,
            .post,
            "/queue/\(item)/resolve",
            #"{"action":"postpone","version":\#(version)}"#
        )
        #expect(answer.status == 200 && answer.json["action"] as? String == "postpone")
        let document = try await Browser(world.site).get("/api/v1/openapi.json").text
        #expect(document.contains(#"{"enum":["approve","hide","return","dismiss","postpone"],"type":"string"}"#))
    }

    @Test("is refused for items of other kinds, and by name where no one brings it")
    func refused() async throws {
        let other = try await TriageWorld(heldPosts: 1),
            nora = try await other.site.newcomer("Nora New", other.community)
        _ = try await other.post("The held heron.", by: nora)
        let id: QueueItemID = try await other.site.value("SELECT id FROM queueItem")
        await #expect(throws: Denial.input([FieldError("action", .notAChoice(["approve", "return", "hide"]))])) {
            try await other.resolve(id, "postpone", by: other.mo)
        }
        let answer = try await other.api(
            other.mo,
            .post,
            "/queue/\(id)/resolve",
            #"{"action":"postpone","version":0}"#
        )
        #expect(answer.status == 422)
    }
}
