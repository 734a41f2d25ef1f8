import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension PlaceSlot {
    /// The discussions of a community or a group: the list, the way to start one, and how to hear from the group.
    static let threads = PlaceSlot { call, spot in
        guard let place = ThreadListScope(spot) else { return Content() }
        var content = Content()
        if spot.groups.contains(where: { Policy.allows(StartThread.self, $0) }) {
            content.action = place.startButton(call.words)
        }
        // An unknown one shows all.
        let filter = call.query["filter"].flatMap(ThreadFilter.init) ?? .all
        let list = try await ThreadListView.load(place, filter: filter, before: call.query["before"], call)
        content.main = list?.html ?? HTML()
        guard let group = place.group else {
            content.news = try await place.news(call)
            return content
        }
        if call.query["done"] == "follow" { content.banner = call.banner(call.words.threads.read.followGroupSaved()) }
        if let member = call.viewer.member, Policy.capacities(of: spot.facts).contains(.groupMember) {
            let level = try await FollowLevel.ofGroup(group, member, call.env)
            let paths = PlacePaths(community: spot.communitySlug, group: spot.groupSlug)
            content.add(FollowCard(call: call).ofGroup(paths, level), at: 50)
        }
        return content
    }
}

extension ThreadListScope {
    fileprivate init?(_ spot: PlaceSlot.Spot) {
        guard let community = spot.facts.community?.id else { return nil }
        self.init(
            community: community,
            communitySlug: spot.communitySlug,
            group: spot.facts.group?.id,
            groupSlug: spot.groupSlug
        )
    }

    /// What is new to a member in the groups of the community.
    fileprivate func news(_ call: Call) async throws -> [GroupID: Int] {
        if call.viewer.member == nil { return [:] }
        return try await call.read { reading in
            let news = try reading.all(GroupNews.all(in: community, for: reading.viewer, at: reading.now))
            return Dictionary(uniqueKeysWithValues: news.map { ($0.group, $0.count) })
        }
    }

    fileprivate func startButton(_ words: Words) -> HTML {
        let path = Paths.newThread(communitySlug, group: groupSlug)
        return "<div class=\"row\"><a class=\"btn\" href=\"\(path)\">\(words.communities.startDiscussion())</a></div>"
    }
}
