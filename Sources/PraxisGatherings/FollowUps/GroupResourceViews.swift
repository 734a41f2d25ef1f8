import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension PlaceSlot {
    /// The resources that came of a group's dates, beside it.
    static let resources = PlaceSlot { call, spot in
        var content = Content()
        guard let group = spot.facts.group?.id else { return content }
        let resources = try await call.read { try GroupResource.of(group, $0) }
        content.add(GroupResourcesView(call: call, resources: resources).html, at: 40)
        return content
    }
}

/// A few resources, each with how far it is, leading to the date that it came of.
private struct GroupResourcesView {
    let call: Call
    let resources: [GroupResource]

    private var said: GatheringFollowUpWords { call.words.gatherings.followUps }

    /// Nothing if there are none.
    var html: HTML {
        if resources.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(said.resources())</h2><ul class="links">\(each: resources, line)</ul></section>

            """
    }

    private func line(_ resource: GroupResource) -> HTML {
        """
        <li><a dir="auto" href="\(Paths.thread(resource.thread))"\(call.lang(resource.language))>\(resource.title)</a>\
        <p class="meta">\(state(resource))</p></li>
        """
    }

    private func state(_ resource: GroupResource) -> String {
        if resource.state == .done { return said.isDone() }
        guard let due = resource.due else { return said.isOpen() }
        // By the reader's own clock: the page that is kept for visitors is kept for a day of theirs.
        let today = LocalTime(call.now, in: call.zone)
        let day = call.words.day(LocalTime(dayNumber: due), today: today)
        return due < today.dayNumber ? said.overdue(["day": day]) : said.dueBy(["day": day])
    }
}
