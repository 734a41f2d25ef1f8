import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisVerify
import Testing

/// What a capability does whose thread begins without a post, and whose texts are posts with a place of their own.
@Suite("Threads of a capability")
struct PostRoleTests {
    private static let notes: PostRole = "notes"

    private func start(_ world: WritingWorld, hasFacet: Bool = false) async throws -> ThreadID {
        let (group, community, ann) = (world.commons, world.community, world.ann)
        return try await world.site.env.communities[community].command { db in
            try db.insertThread(
                Title("Autumn gathering"),
                .discussion,
                in: group,
                of: community,
                attributedTo: ann,
                hasFacet: hasFacet,
                by: Permit.system()
            )
        }
    }

    private func write(
        _ body: String,
        as role: PostRole,
        in thread: ThreadID,
        _ world: WritingWorld
    ) async throws -> PostID {
        let (group, community, ann) = (world.commons, world.community, world.ann)
        return try await world.site.env.communities[community].command { db in
            let permit = try Policy.permit(Reply.self, try db.facts(of: thread, for: Viewer(member: ann)))
            var place = PostTarget(community: community, group: group, thread: thread)
            place.role = role
            return try db.appendPost(RenderedPost(try PostText(body)), to: place, by: permit.mandate)
        }
    }

    private static let lists = ["/", "/new", "/c/nursing", "/c/nursing/g/everyone", "/search?q=marmalade"]

    private func threadsOfAPI(_ member: MemberID, _ world: WritingWorld) async throws -> String {
        "\(try await world.api(member, "GET", "/communities/nursing/threads").json)"
    }

    @Test(
        "a thread without a post stands in no list, and its page is there only if it has a facet",
        arguments: [false, true]
    )
    func withoutPost(hasFacet: Bool) async throws {
        let world = try await WritingWorld()
        let thread = try await start(world, hasFacet: hasFacet)
        for member in [world.ann, world.bob, world.fay, world.eve] {
            let browser = try await world.site.browser(member)
            for list in Self.lists where member != world.eve || !list.hasPrefix("/c/") {
                let page = try await browser.get(list)
                #expect(page.status == 200 && !page.text.contains("Autumn gathering"), "\(list)")
            }
            #expect(try await !threadsOfAPI(member, world).contains("Autumn"))
            let page = try await browser.get("/t/\(thread)")
            #expect(page.status == (hasFacet && member != world.eve ? 200 : 404))
            #expect(try await browser.get("/t/\(thread)?page=2").status == 404)
        }
        #expect(try await Browser(world.site).get("/t/\(thread)").status == 404)
    }

    @Test(
        "a thread with a facet stays while its first post is held or hidden, one without goes with it",
        arguments: [false, true]
    )
    func firstPostHidden(hasFacet: Bool) async throws {
        let world = try await WritingWorld()
        let thread = try await start(world, hasFacet: hasFacet)
        let post = try await write("Marmalade.", as: Self.notes, in: thread, world)
        try await world.site.env.communities[world.community].command { db in
            try db.moderate(post, to: .hidden, by: Permit.system().mandate)
        }
        let bob = try await world.site.browser(world.bob)
        let page = try await bob.get("/t/\(thread)")
        #expect(page.status == (hasFacet ? 200 : 404) && !page.text.contains("Marmalade"))
    }

    @Test("its first post shows it to all who may read there, whatever the post's role")
    func withRole() async throws {
        let world = try await WritingWorld()
        let thread = try await start(world)
        let post = try await write("What we agreed on: marmalade.", as: Self.notes, in: thread, world)
        let bob = try await world.site.browser(world.bob)
        for list in Self.lists.dropFirst(2) {
            #expect(try await bob.get(list).text.contains("gathering"), "\(list)")
        }
        #expect(try await threadsOfAPI(world.bob, world).contains("Autumn"))
        #expect(try await bob.get("/t/\(thread)").text.contains("marmalade"))
        #expect(try await world.found("marmalade") == [post.rawValue])
        var findings: [VerifyFinding] = []
        _ = try await Verify.content(world.site.env) { findings.append($0) }
        #expect(findings.isEmpty)
    }

    @Test("an edit keeps the role")
    func edited() async throws {
        let world = try await WritingWorld()
        let thread = try await start(world)
        let post = try await write("Notes.", as: Self.notes, in: thread, world)
        try await world.site.env.communities[world.community]
            .edit(post, to: PostText("Better notes."), basedOn: 1, as: Viewer(member: world.ann))
        #expect(try await world.site.value("SELECT role FROM post WHERE id = \(post)") as String == "notes")
        var findings: [VerifyFinding] = []
        _ = try await Verify.content(world.site.env) { findings.append($0) }
        #expect(findings.isEmpty)
    }
}
