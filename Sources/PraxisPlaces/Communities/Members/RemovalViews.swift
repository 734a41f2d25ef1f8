import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Asks for confirmation before another member's membership ends.
struct RemovalPageView: PageView {
    let call: Call
    let person: PlaceMember
    let place: PlaceOfPeople
    let errors: [FieldError]

    var page: Page {
        let said = call.words.peoplePage, paths = place.paths
        var page = Page(
            said.removeTitle(["name": person.name]),
            main: """
                <p>\(said.removeFrom(["place": place.name]))</p>\
                <div class="inset danger"><p>\(place.group == nil ? said.removeText() : said.removeGroupText())</p></div>
                <form method="post" action="\(paths.removal(of: person.id))">\(call.tokenField)<div class="actions" id="role">\
                <button class="btn danger">\(said.remove())</button>\(call.cancel(paths.members))</div></form>
                """
        )
        (page.crumbs, page.place) = (call.communityCrumbs(place.community), place.name)
        if place.group != nil { page.crumbs.append(.init(place.name, paths.home)) }
        page.lead = place.managers(call.words).html
        page.banner = call.errorSummary(errors)
        return page
    }
}
