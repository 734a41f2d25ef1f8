import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The actor of a community")
struct ActorBoundsTests {
    /// Two communities and somebody who may do everything in both.
    struct World {
        let site: TestSite
        let viewer: Viewer
        let own: Community
        let group: GroupID
        let thread: ThreadID
        let post: PostID

        init() async throws {
            site = try TestSite()
            let ann = try await site.member("Ann Okafor"), ben = try await site.member("Ben Achebe")
            let nursing = try await site.community("nursing"), school = try await site.community("school")
            for community in [nursing, school] {
                try await site.join(ann, community, as: .manager)
                try await site.join(ben, community)
            }
            group = try await site.commons(of: school)
            thread = try await site.thread("Who signs?", in: group, of: school, by: ann)
            post = try await site.reply("The guardian.", to: thread, of: school, by: ann)
            (viewer, own) = (Viewer(member: ann), site.env.communities[nursing])
        }
    }

    private static let commands: [(name: String, run: @Sendable (World) async throws -> Void)] = [
        ("join", { _ = try await $0.own.join($0.group, note: "", as: $0.viewer) }),
        ("leave", { try await $0.own.leave($0.group, as: $0.viewer) }),
        ("invite", { _ = try await $0.own.invite(to: $0.group, token: "token", uses: 1, as: $0.viewer) }),
        (
            "start",
            {
                let text = NewThread(title: try Title("A title"), kind: .discussion, body: try PostText("A text."))
                _ = try await $0.own.startThread(text, in: $0.group, as: $0.viewer)
            }
        ),
        ("reply", { _ = try await $0.own.reply(to: $0.thread, try PostText("A reply."), as: $0.viewer) }),
        ("edit", { try await $0.own.edit($0.post, to: try PostText("Another text."), basedOn: 1, as: $0.viewer) }),
        ("withdraw", { try await $0.own.withdraw($0.post, basedOn: nil, as: $0.viewer) }),
        ("follow", { try await $0.own.follow($0.thread, .muted, as: $0.viewer) }),
        ("follow a group", { try await $0.own.follow(group: $0.group, .muted, as: $0.viewer) }),
    ]

    @Test("knows nothing of the groups, threads and posts of another", arguments: commands.map(\.name))
    func bounds(name: String) async throws {
        let world = try await World()
        let command = try #require(Self.commands.first { $0.name == name })
        await #expect(throws: Denial.missing) { try await command.run(world) }
        #expect(
            try await world.site.all("SELECT state FROM post WHERE id = \(world.post)" as SQL<String>) == ["published"]
        )
    }
}
