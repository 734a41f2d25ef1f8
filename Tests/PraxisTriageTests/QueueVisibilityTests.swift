import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

/// A repeatable source of worlds.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite("The list of a queue")
struct QueueVisibilityTests {
    @Test("holds exactly what the policy lets its reader decide, over generated worlds", arguments: 1...5)
    func agreesWithPolicy(seed: UInt64) async throws {
        let site = try TestSite()
        var dice = Dice(state: seed &* 104_729)
        let community = try await site.community(
            "guild",
            visibility: dice.pick(CommunityVisibility.allCases) ?? .members
        )
        let author = try await site.member("Ann Author"), reporter = try await site.member("Rob Reporter")
        let manager = try await site.member("Mia Manager"), asker = try await site.member("Ash Asker")
        for (member, role) in [(author, Role.moderator), (reporter, .moderator), (manager, .manager)] {
            try await site.join(member, community, as: role)
        }
        var members = [author, reporter, manager, asker]
        for number in 0..<10 { members.append(try await site.member("Member Number\(number)")) }
        try await build(site, community, author, reporter, members, &dice)
        let contact = members.filter { $0 != asker }.randomElement(using: &dice)
        _ = try await site.env.communities[community].command { db in
            try db.run(
                "INSERT INTO communityCare (communityId, heldPosts, contactId, crisis, version) VALUES (\(community), 0, \(contact), '', 1)"
            )
        }
        let items = try await site.all("SELECT id FROM queueItem ORDER BY id" as SQL<QueueItemID>)
        #expect(items.count >= 6)
        for member in members {
            let allowed = try await site.env.store.read { [now = site.now] db in
                items.filter { (try? Access.item($0, Reading(Viewer(member: member), db, at: now))) != nil }
            }
            let token = try await site.bearer(member)
            let answer = try await Browser(site).get(
                "/api/v1/communities/guild/queue?limit=100",
                headers: [("Authorization", "Bearer " + token)]
            )
            let json = try? JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
            let listed = (json?["items"] as? [[String: Any]] ?? []).compactMap {
                ($0["id"] as? String).flatMap { QueueItemID($0) }
            }
            #expect(listed.sorted() == allowed, "\(member), status \(answer.status)")
        }
    }

    /// Groups of every kind with a reported thread each, some of it old or passed on, and people with every role.
    private func build(
        _ site: TestSite,
        _ community: CommunityID,
        _ author: MemberID,
        _ reporter: MemberID,
        _ members: [MemberID],
        _ dice: inout Dice
    ) async throws {
        let actor = site.env.communities[community]
        for number in 0..<6 {
            let group = try await site.group(
                "g\(number)",
                in: community,
                kind: dice.pick(GroupKind.allCases) ?? .topic,
                access: dice.pick(GroupAccess.allCases) ?? .open,
                isListed: Bool.random(using: &dice)
            )
            for member in [author, reporter] { try await site.join(member, group: group, of: community) }
            let thread = try await site.thread("About number \(number)", in: group, of: community, by: author)
            let post: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
            _ = try await actor.report(post, NewReport(.spam, note: ""), as: Viewer(member: reporter))
            if Bool.random(using: &dice) { site.pass(.hours(Int64.random(in: 1...30, using: &dice))) }
            if Int.random(in: 0..<4, using: &dice) == 0 {
                _ = try await actor.command { db in
                    try db.run(
                        "UPDATE queueItem SET level = 'safeguarding' WHERE subjectKind = 'post' AND subjectId = \(post)"
                    )
                }
            }
            for member in members.dropFirst(4) where Int.random(in: 0..<3, using: &dice) == 0 {
                let role = dice.pick([Role.member, .facilitator, .facilitator]) ?? .member
                try await site.join(member, group: group, of: community, as: role, standing: dice.standing())
            }
        }
        for member in members.dropFirst(4) where Int.random(in: 0..<4, using: &dice) > 0 {
            try await site.join(member, community, as: dice.pick(Role.allCases) ?? .member, standing: dice.standing())
        }
        _ = try? await actor.join(agreeing: nil, note: "", as: Viewer(member: members[3]))
    }
}

extension Dice {
    fileprivate mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &self) }

    fileprivate mutating func standing() -> Standing {
        pick(Standing.allCases + [.active, .active, .active]) ?? .active
    }
}
