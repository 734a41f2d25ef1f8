import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// The next dates of seven days, each in a line with what the member said.
    static let gatherings = HomeSlot(16) { reading, _ in
        let upcoming = try UpcomingGatherings.ofMember(reading)
        return { call in
            upcoming.dates.map { date in
                let time = GatheringTimeView(call: call, gathering: date.gathering), words = call.words.gatherings
                let isPlanned = date.gathering.state == .planned
                let own = date.tally.own.map { words.sentence($0, isOpen: true) } ?? words.home.ask()
                let line = words.home.line(["when": time.sentence, "title": date.title])
                return (Paths.thread(date.gathering.thread), line + " " + (isPlanned ? own : words.home.cancelled()))
            }
        }
    }
}

extension PlaceSlot {
    /// The next dates of a community or a group.
    static let nextGatherings = PlaceSlot { call, spot in
        let community = spot.facts.community?.id, group = spot.facts.group?.id
        guard let community, call.session != nil || spot.facts.community?.visibility == .public else {
            return Content()
        }
        let upcoming = try await call.read { try UpcomingGatherings.of(community, group, $0) }
        let view = UpcomingView(
            call: call,
            upcoming: upcoming,
            path: PlacePaths(community: spot.communitySlug).gatherings,
            namesGroup: group == nil
        )
        var content = Content()
        content.add(view.html, at: 20)
        return content
    }
}

/// A few dates, each with when it is, where, and what the reader said.
struct UpcomingView {
    let call: Call
    let upcoming: UpcomingGatherings
    /// To all of them, from the title.
    let path: String
    let namesGroup: Bool

    private var said: GatheringHomeWords { call.words.gatherings.home }

    /// Nothing if there are none.
    var html: HTML {
        if upcoming.dates.isEmpty { return HTML() }
        return """
            <section class="card"><h2><a href="\(path)">\(said.next())</a></h2><ul class="links">\(each: upcoming.dates, line)</ul></section>

            """
    }

    private func line(_ date: ListedGathering) -> HTML {
        let time = GatheringTimeView(call: call, gathering: date.gathering)
        let below = [place(date), answer(to: date)].compactMap { $0 }.withPoints
        return """
            <li><a dir="auto" href="\(Paths.thread(date.gathering.thread))"\(call.lang(date.language))>\(date.title)</a>\
            <p class="meta">\(time.cancelled)\(time.sentence)\(if: !below.isEmpty, "<br>")\(below)</p></li>
            """
    }

    private func place(_ date: ListedGathering) -> HTML? {
        let group = date.group
        return namesGroup && !group.isCommons
            ? "\(ThreadTags(call: call).readers(group.readers))\(group.name)" : nil
    }

    /// What the reader said, who is asked if they have not.
    private func answer(to date: ListedGathering) -> HTML? {
        if call.session == nil || date.gathering.state != .planned { return nil }
        return "\(date.tally.own.map { call.words.gatherings.sentence($0, isOpen: true) } ?? said.ask())"
    }
}
