import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Where members find the secret address of a calendar: folded, since pages are shown to others in meetings.
struct CalendarCard {
    let call: Call
    let address: String
    /// Where it is renewed.
    let renewal: String
    let explanation: String

    private var said: GatheringCalendarWords { call.words.gatherings.calendar }

    var html: HTML {
        var field = Field("calendar", said.address())
        (field.value, field.hint) = (address, said.addressHint())
        field.attributes = " readonly"
        return """
            <section class="card no-print" aria-labelledby="calendar-h"><h2 id="calendar-h">\(said.heading())</h2>
            <p>\(explanation)</p>
            <details><summary>\(said.show())</summary>
            \(call.field(field))
            <p class="meta">\(said.renewHint())</p>
            <div class="actions">\(call.button(renewal, said.renew(), style: "btn alt"))</div></details></section>
            """
    }
}

extension PlaceSlot {
    /// The calendar of a group, on its page.
    static let calendar = PlaceSlot { call, spot in
        var content = Content()
        guard call.session != nil, let slug = spot.groupSlug, let group = spot.facts.group?.id,
            Policy.allows(SubscribeToGroup.self, spot.facts)
        else { return content }
        let said = call.words.gatherings.calendar
        let card = CalendarCard(
            call: call,
            address: try await call.calendarAddress(of: group),
            renewal: PlacePaths(community: spot.communitySlug, group: slug).renewCalendar,
            explanation: said.explainGroup()
        )
        content.add(card.html, at: 60)
        if call.query["done"] == "renewed" { content.banner = call.banner(said.isRenewed()) }
        return content
    }
}
