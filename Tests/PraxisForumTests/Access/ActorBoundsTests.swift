import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisReactions
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("The actor of a community")
struct ActorBoundsTests {
    @Test(
        "knows nothing of the groups, threads, posts, items, requests and links of another",
        arguments: commands.map(\.name)
    )
    func bounds(name: String) async throws {
        let world = try await BoundsWorld()
        let command = try #require(Self.commands.first { $0.name == name })
        let before = try await world.rows()
        await #expect(throws: Denial.missing) { try await command.run(world.other, world) }
        #expect(try await world.rows() == before)
    }

    /// Without it the first test could not fail for a command that finds nothing anywhere.
    @Test("knows its own", arguments: commands.map(\.name))
    func own(name: String) async throws {
        let world = try await BoundsWorld()
        let command = try #require(Self.commands.first { $0.name == name })
        try await command.run(world.own, world)
    }

    private typealias Command = (name: String, run: @Sendable (Community, BoundsWorld) async throws -> Void)

    private static let commands: [Command] = ofPlaces + ofThreads + ofPosts + ofTriage

    private static let ofPlaces: [Command] = [
        ("join", { _ = try await $0.join($1.door, note: "", as: $1.manager) }),
        ("leave", { try await $0.leave($1.circle, as: $1.facilitator) }),
        ("invite", { _ = try await $0.invite(to: $1.circle, token: "another", uses: 1, as: $1.facilitator) }),
        ("revoke", { try await $0.revoke($1.invitation, to: $1.circle, as: $1.facilitator) }),
        ("decide", { _ = try await $0.decide($1.request, accepting: true, as: $1.facilitator) }),
        (
            "restrict",
            {
                let restriction = try NewRestriction(.silenced, days: 7, reason: "A reason.")
                _ = try await $0.restrict($1.member, in: $1.circle, restriction, as: $1.facilitator)
            }
        ),
        ("reinstate", { try await $0.reinstate($1.member, in: $1.circle, as: $1.facilitator) }),
    ]

    private static let ofThreads: [Command] = [
        (
            "start",
            {
                let text = NewThread(title: try Title("A title"), kind: .discussion, body: try PostText("A text."))
                _ = try await $0.startThread(text, in: $1.group, as: $1.manager)
            }
        ),
        ("reply", { _ = try await $0.reply(to: $1.thread, try PostText("A reply."), as: $1.manager) }),
        (
            "retitle",
            {
                var change = ThreadChange()
                change.title = try Title("Another title")
                try await $0.change($1.thread, change, as: $1.manager)
            }
        ),
        ("follow", { try await $0.follow($1.thread, .muted, as: $1.manager) }),
        ("follow a group", { try await $0.follow(group: $1.group, .muted, as: $1.manager) }),
        ("set the reading place", { try await $0.setReadingPlace(in: $1.thread, to: 1, as: $1.manager) }),
        ("read", { try await $0.read($1.thread, 1...2, from: ReadingPlace(ReadingPlace.Marks()), as: $1.manager) }),
    ]

    private static let ofPosts: [Command] = [
        ("edit", { try await $0.edit($1.question, to: try PostText("Another text."), basedOn: 1, as: $1.manager) }),
        (
            "redact",
            {
                let text = try PostText("A text.")
                _ = try await $0.redact($1.question, to: text, mark: "removed", basedOn: 1, as: $1.manager)
            }
        ),
        ("withdraw", { try await $0.withdraw($1.question, basedOn: nil, as: $1.manager) }),
        ("mark as what helped", { try await $0.markHelped($1.answer, as: $1.manager) }),
        ("react", { try await $0.react(.thanks, to: $1.answer, as: $1.manager) }),
        ("take a reaction back", { try await $0.unreact(.thanks, to: $1.answer, as: $1.manager) }),
        ("report", { _ = try await $0.report($1.answer, NewReport(.other, note: "A note."), as: $1.manager) }),
    ]

    private static let ofTriage: [Command] = [
        ("claim", { _ = try await $0.claim($1.item, as: $1.moderator, at: $1.site.now) }),
        ("release", { try await $0.release($1.item, as: $1.moderator) }),
        ("note", { try await $0.note("A note.", on: $1.item, as: $1.moderator) }),
        ("pass on", { try await $0.passOn($1.item, as: $1.moderator) }),
        (
            "resolve",
            { _ = try await $0.resolve($1.item, Decision(.hide, reason: "A reason.", version: nil), as: $1.moderator) }
        ),
        ("undo", { try await $0.undo($1.decided, as: $1.moderator) }),
    ]
}
