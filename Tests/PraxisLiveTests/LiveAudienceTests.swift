import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

/// What only facilitators and moderators do in the capability of this file.
private enum MoveGathering: Act, PlainAct {
    static let name = "move-gathering", allowed: Capacities = [.facilitator, .moderator], scope = ActScope.group
}

extension Event {
    fileprivate static let gatheringMoved: Event = "gathering-moved"
    fileprivate static let gatheringPlanned: Event = "gathering-planned"
}

extension LiveEvent {
    fileprivate static let gathering = LiveEvent("gathering", ["what", "gathering"], for: "those who move them")
}

@Suite("A live event that a capability brings")
struct LiveAudienceTests {
    private static let gatherings = Capability(
        "gatherings",
        acts: [MoveGathering.self],
        events: [
            EventKind(.gatheringMoved, stales: EventKind.nothing) { entry, _ in
                message(entry, to: .allowed(MoveGathering.self))
            },
            EventKind(.gatheringPlanned, stales: EventKind.nothing) { entry, _ in
                message(entry, to: .allowed(MoveGathering.self) { _ in throw Denial.missing })
            },
        ],
        live: [.gathering]
    )

    private static func message(_ entry: JournalEntry, to audience: LiveAudience) -> LiveMessage? {
        entry.subject.map { subject in
            let members = [("what", entry.event.rawValue), ("gathering", String(subject.id))]
            return LiveMessage(.gathering, members, in: entry.group, to: audience)
        }
    }

    private let world: WritingWorld

    init() async throws {
        world = try await WritingWorld(capabilities: Capabilities(Forum.capabilities.all + [Self.gatherings]))
        try await world.site.join(world.fay, world.community, as: .moderator)
    }

    @Test("is heard by those whom the policy allows its act in the place, and by no one else")
    func heard() async throws {
        let (site, community) = (world.site, world.community)
        let circle = try await site.group("circle", in: community, kind: .peerSupport, access: .invite, isListed: false)
        try await site.join(world.bob, group: circle, of: community, as: .facilitator)
        let fay = try await site.subscription(world.fay, "nursing"),
            bob = try await site.subscription(world.bob, "nursing")
        let ann = try await site.subscription(world.ann, "nursing")
        for (id, group) in [(1, world.commons), (2, circle)] as [(Int64, GroupID)] {
            try await site.journal(
                .gatheringMoved,
                community: community,
                group: group,
                subject: Subject("gathering", id)
            )
        }
        try await site.journal(.gatheringMoved, community: community, subject: Subject("gathering", 3))
        try await site.journal(
            .gatheringPlanned,
            community: community,
            group: world.commons,
            subject: Subject("gathering", 4)
        )
        let post = try await world.reply("After that.", by: world.ann)
        let heard = { (subscription: Subscription) async -> [String] in
            var heard: [String] = []
            while let event = await subscription.next(), let data = event.data {
                if data.contains("\"post\":\"\(post)\"") { break }
                heard.append("\(event.event ?? ""): \(data)")
            }
            return heard
        }
        let data = { (id: Int) in "gathering: {\"what\":\"gathering-moved\",\"gathering\":\"\(id)\"}" }
        #expect(await heard(fay) == [data(1), data(3)])
        #expect(await heard(bob) == [data(2)])
        #expect(await heard(ann) == [])
    }

    @Test("is not heard any more by those who have lost the right")
    func lost() async throws {
        let (site, community) = (world.site, world.community)
        let fay = try await site.subscription(world.fay, "nursing")
        try await site.journal(.gatheringMoved, community: community, subject: Subject("gathering", 1))
        #expect(await fay.next()?.data?.contains("\"gathering\":\"1\"") == true)
        try await site.join(world.fay, community, as: .member)
        #expect(await fay.next() == nil)
        let again = try await site.subscription(world.fay, "nursing")
        try await site.journal(.gatheringMoved, community: community, subject: Subject("gathering", 2))
        let post = try await world.reply("After that.", by: world.ann)
        #expect(await again.next()?.data?.contains("\"post\":\"\(post)\"") == true)
    }

    @Test("is named, with its data and its listeners, in the document of the API")
    func documented() async throws {
        let document = try await Browser(world.site).get("/api/v1/openapi.json").text
        #expect(document.contains(#""event":{"enum":["thread","queue","gathering","reset"],"type":"string"}"#))
        let told =
            "queue (what, item, by) for those who may decide, gathering (what, gathering) for those who move them, "
        #expect(document.contains(told + "and reset"))
    }
}
