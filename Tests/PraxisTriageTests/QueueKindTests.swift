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

private enum Proposal: Identified { static let kind: SubjectKind = "proposal" }

private final class ProposalWords: WordSection {
    static let name = "proposals"
    let queueItems: [String: Phrase]
}

@Suite("A kind of thing that a capability brings into the queue")
struct QueueKindTests {
    /// A capability of nothing else: members propose groups.
    private static let brought = Capability(
        "proposals",
        migrations: [
            Migration(
                9901,
                "proposals",
                """
                CREATE TABLE proposal (
                    id \(.key),
                    title TEXT NOT NULL,
                    isAccepted \(.integer)
                \(.rows);
                """
            )
        ],
        parts: [kind],
        words: [words]
    )

    private static let words = WordFile(
        ProposalWords.self,
        english: Array(#"{"queueItems": {"proposal": "a proposal of a group"}}"#.utf8),
        french: Array(#"{"queueItems": {"proposal": "une proposition de groupe"}}"#.utf8)
    )

    private static let kind = QueueKind(
        "proposal",
        { _ in "Proposals" },
        heading: { _, _ in "A group is proposed" },
        begun: { "\($1) proposed a group" },
        effect: QueueEffect(
            decide: { db, matter, decision, _ in
                let isAccepted = decision.action == .approve
                try db.run("UPDATE proposal SET isAccepted = \(isAccepted) WHERE id = \(matter.subject?.id)")
            },
            undo: { db, matter, _, _ in
                try db.run("UPDATE proposal SET isAccepted = NULL WHERE id = \(matter.subject?.id)")
            }
        ),
        why: { matter, db in
            let title = try db.first("SELECT title FROM proposal WHERE id = \(matter.subject?.id)" as SQL<String>)
            return { _ in "<p class=\"kept\">\(title ?? "")</p>" }
        }
    )

    /// Ann has proposed a group, and Bob's post is held.
    private func world() async throws -> (TriageWorld, item: QueueItemID) {
        let capabilities = Capabilities(Forum.capabilities.all + [Self.brought])
        let world = try await TriageWorld(heldPosts: 1, capabilities: capabilities)
        let ann = world.ann, community = world.community
        let item = try await world.actor.command { db in
            let proposal: ID<Proposal> = try db.insert(
                "INSERT INTO proposal (title) VALUES ('Night <shift>') RETURNING id"
            )
            let item = try db.addItem("proposal", about: proposal.subject, of: ann, in: community)
            try db.record(.reported, about: item, by: Permit.system(in: Place(community: community)).mandate)
            return item
        }
        let newcomer = try await world.site.newcomer("Nora New", community)
        _ = try await world.post("The held heron.", by: newcomer)
        return (world, item)
    }

    private func isAccepted(in world: TriageWorld) async throws -> Int {
        try await world.site.value("SELECT coalesce(isAccepted, -1) FROM proposal")
    }

    @Test("is listed for those who decide on requests there, on the page and as JSON, alone by its word")
    func listed() async throws {
        let (world, item) = try await world()
        let browser = try await world.site.browser(world.max)
        let all = try await browser.get("/c/nursing/queue").text
        #expect(all.contains("A group is proposed") && all.contains("?kind=proposal\">Proposals</a>"))
        #expect(try await browser.get("/c/nursing/queue?kind=proposal").text.contains("data-item=\"\(item)\""))
        #expect(!(try await browser.get("/c/nursing/queue?kind=request").text.contains("data-item=\"\(item)\"")))
        let json = try await world.api(world.max, .get, "/communities/nursing/queue?kind=proposal").json
        let items = json["items"] as? [[String: Any]] ?? []
        #expect(items.map { $0["kind"] as? String } == ["proposal"] && items.map { $0["id"] as? String } == ["\(item)"])
        #expect(try await world.api(world.max, .get, "/communities/nursing/queue?kind=poem").status == 422)
        let document = try await browser.get("/api/v1/openapi.json").text
        #expect(document.contains(#"{"enum":["report","held","request","proposal"],"type":"string"}"#))
        for other in [world.mo, world.bob, world.con, world.ann] {
            let page = try await world.site.browser(other).get("/c/nursing/queue/\(item)")
            #expect(page.status == 404)
        }
    }

    @Test("shows on its page why it is here, how it began, and what it offers")
    func page() async throws {
        let (world, item) = try await world()
        let page = try await world.site.browser(world.max).get("/c/nursing/queue/\(item)").text
        #expect(page.contains("Night &lt;shift") && page.contains("Ann Okafor proposed a group"))
        #expect(page.contains("value=\"approve\"") && page.contains("value=\"dismiss\""))
        #expect(!page.contains("value=\"hide\"") && !page.contains("/pass-on\""))
    }

    @Test("is decided and undone by what the capability says, and told in its words", arguments: [true, false])
    func decided(accepts: Bool) async throws {
        let (world, item) = try await world()
        await #expect(throws: Denial.input([FieldError("action", .notAChoice(["approve", "dismiss"]))])) {
            try await world.resolve(item, .hide, by: world.max)
        }
        await #expect(throws: Denial.missing) { try await world.resolve(item, .approve, by: world.mo) }
        #expect(try await isAccepted(in: world) == -1)
        try await world.resolve(item, accepts ? .approve : .dismiss, by: world.max)
        #expect(try await isAccepted(in: world) == (accepts ? 1 : 0))
        #expect(try await world.item(item).state == .decided)
        let browser = try await world.site.browser(world.max)
        let said = accepts ? "accepted" : "declined"
        #expect(try await browser.get("/c/nursing/queue/\(item)").text.contains("Max Manager \(said) this request"))
        #expect(try await browser.get("/c/nursing/queue?state=decided").text.contains("A group is proposed"))
        let log = try await browser.get("/c/nursing/audit").text
        #expect(log.contains("\(said.capitalized) a proposal of a group"))
        try await world.actor.undo(item, as: world.viewer(world.max))
        #expect(try await isAccepted(in: world) == -1)
        #expect(try await world.item(item).state == .open)
    }

    @Test("is called by its word and offers nothing once its capability is gone")
    func unknown() async throws {
        let world = try await TriageWorld(), ann = world.ann, community = world.community
        let item = try await world.actor.command { db in
            try db.addItem("proposal", about: Subject("proposal", 1), of: ann, in: community)
        }
        let browser = try await world.site.browser(world.max)
        #expect(try await browser.get("/c/nursing/queue").text.contains(">proposal</button>"))
        let page = try await browser.get("/c/nursing/queue/\(item)")
        #expect(page.status == 200 && !page.text.contains("name=\"action\""))
        await #expect(throws: Denial.self) { try await world.resolve(item, .approve, by: world.max) }
    }
}
