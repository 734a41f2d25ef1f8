import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Silencing, suspending or reinstating a member in one place.
struct StandingPageView: PageView {
    let call: Call
    let place: StandingPlace
    let view: StandingView
    var typed = Fields()
    var errors: [FieldError] = []
    /// Whether someone else has changed it since the form was shown.
    var isStale = false

    private var standing: StandingWords { call.words.standing }

    var page: Page {
        var page = Page(
            (view.isReached ? standing.title : standing.titleOutOfReach)(["name": view.member.name]),
            main: """
                \(current)
                \(if: view.isReached, form)\(history)
                """
        )
        (page.crumbs, page.place) = (call.communityCrumbs(place.community), place.name)
        if let group = place.group { page.crumbs.append(.init(group.name, place.paths.home)) }
        page.crumbs.append(.init(people, place.paths.members))
        page.lead = "<p class=\"meta\">\(standing.inPlace(["place": place.name]))</p>\(readers)"
        switch call.query["done"] {
        case "held": page.banner = call.banner(standing.doneHeld())
        case "lifted": page.banner = call.banner(standing.doneLifted())
        default: break
        }
        page.banner += call.errorSummary(errors, ["text": standing.reason(), "note": standing.privateReason()])
        if isStale { page.banner += call.staleSummary }
        return page
    }

    private var people: String {
        place.group == nil ? call.words.communities.people() : call.words.groups.members()
    }

    /// Not those of the place: what stands here is not for its members.
    private var readers: HTML { ReadersStrip(.members, "\(standing.readers())", call.words).html }

    /// How things are now, and the way back.
    private var current: HTML {
        guard view.standing == .silenced || view.standing == .suspended else {
            let sentence = view.isReached ? standing.notHeld() : standing.outOfReach()
            let back: HTML =
                "<p><a class=\"btn alt\" href=\"\(place.paths.members)\">\(standing.back(["page": people]))</a></p>"
            return "<div class=\"inset plain\"><p>\(sentence)</p></div>\(if: !view.isReached, back)"
        }
        let end: HTML =
            view.isReached
            ? """
            <form method="post" action="\(place.paths.standingEnd(of: view.member.id))">\(call.tokenField)<div class="actions">\
            <button class="btn alt" data-busy="\(call.words.common.saving())">\(standing.lift())</button></div></form>
            """ : "<p>\(standing.outOfReach())</p>"
        let facts = view.current.map { restrictionFacts($0) } ?? "<p>\(call.words.name(of: view.standing))</p>"
        return "<section class=\"card\"><h2>\(standing.now())</h2>\(facts)\(end)</section>"
    }

    private func restrictionFacts(_ restriction: Restriction) -> HTML {
        """
        <dl class="facts"><dt>\(standing.what())</dt><dd>\(call.words.name(of: restriction.kind.standing))</dd>\
        <dt>\(standing.until())</dt><dd>\(ending(restriction))</dd>\
        <dt>\(standing.by())</dt><dd>\(restriction.actor), \(call.time(restriction.at))</dd>\
        <dt>\(standing.reason())</dt><dd>\(restriction.reason)</dd>\
        \(if: !restriction.privateReason.isEmpty, "<dt>\(standing.privateReason())</dt><dd>\(restriction.privateReason)</dd>")</dl>
        """
    }

    private func ending(_ restriction: Restriction) -> HTML {
        restriction.until.map { call.time($0) } ?? "\(standing.noEnd())"
    }

    private var form: HTML {
        let isGroup = place.group != nil
        let kinds = [
            FormChoice(RestrictionKind.silenced, standing.silence(), hint: standing.silenceHint()),
            FormChoice(
                RestrictionKind.suspended,
                standing.suspend(),
                hint: isGroup ? standing.suspendGroupHint() : standing.suspendHint()
            ),
        ]
        var reason = Field("text", standing.reason(), value: typed.text("text"), errors: errors)
        (reason.hint, reason.isArea) = (standing.reasonHint(), true)
        var note = Field(
            "note",
            "\(standing.privateReason()) \(call.words.common.optional())",
            value: typed.text("note"),
            errors: errors
        )
        (note.hint, note.isArea) = (isGroup ? standing.privateGroupHint() : standing.privateHint(), true)
        let replaced = view.current.map { String($0.id.rawValue) } ?? ""
        return """
            <form class="card" method="post" action="\(place.paths.standing(of: view.member.id))">\(call.tokenField)\
            <h2>\(view.current == nil ? standing.form() : standing.formAgain())</h2>\
            <input type="hidden" name="replaces" value="\(replaced)">\
            \(call.radios("kind", standing.what(), kinds, chosen: typed["kind"] ?? RestrictionKind.silenced.rawValue, errors))\
            \(lengths)\(call.field(reason))\(call.field(note))<div class="actions">\
            <button class="btn danger" data-busy="\(call.words.common.saving())">\(standing.send())</button> \
            <a class="btn alt" href="\(place.paths.members)">\(call.words.common.cancel())</a></div></form>
            """
    }

    private var lengths: HTML {
        let problem = errors.first { $0.field == "days" }?.problem
        let choices = StandingPlan.days.map { (String($0), standing.days($0)) } + [("no-end", standing.noEnd())]
        let chosen = typed["days"] ?? "7"
        return """
            <div class="field\(if: problem != nil, " bad")"><label for="days">\(standing.length())</label>\
            \(problem.map { "<span class=\"error\" id=\"days-error\">\(call.words.sentence($0, of: "days"))</span>" as HTML })\
            <select id="days" name="days"\(if: problem != nil, " aria-invalid=\"true\" aria-describedby=\"days-error\"")>\
            \(each: choices, { "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }

    private var history: HTML {
        let earlier = view.history.filter { $0.id != view.current?.id }
        if earlier.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(standing.earlier())</h2>\
            \(each: earlier, { "\(restrictionFacts($0))\(lifting($0))" as HTML })</section>
            """
    }

    private func lifting(_ restriction: Restriction) -> HTML {
        guard let at = restriction.liftedAt, let lifter = restriction.lifter else { return HTML() }
        return "<p class=\"meta\">\(standing.liftedBy(["name": lifter])) \(call.time(at))</p>"
    }
}

extension Words {
    /// What the audit log says of a standing: "Active → Silenced", "Silenced, 7 days".
    func standingChange(_ spelt: [String]) -> String {
        let names = spelt.map { word in Standing(rawValue: word).map { name(of: $0) } }
        if !names.contains(nil) { return names.compactMap { $0 }.joined(separator: " → ") }
        return zip(spelt, names).map { word, name in
            name ?? Int(word).map { standing.days($0) } ?? (word == "no-end" ? standing.noEnd() : word)
        }
        .joined(separator: ", ")
    }
}
