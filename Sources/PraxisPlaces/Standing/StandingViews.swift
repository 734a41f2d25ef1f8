package import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// Silencing, suspending or reinstating a member in one place.
    func standingPage(
        _ place: StandingPlace,
        _ view: StandingView,
        typed: Fields,
        _ errors: [FieldError],
        isStale: Bool = false
    ) -> Page {
        let standing = words.standing
        var page = Page(
            standing.title(["name": view.member.name]),
            main: """
                \(errorSummary(errors, ["text": standing.reason(), "note": standing.privateReason()]))\(if: isStale, staleSummary)\(now(place, view))
                \(if: view.isReached, restrictionForm(place, view, typed: typed, errors))\(history(view))
                """
        )
        (page.crumbs, page.place) = (communityCrumbs(place.community), place.name)
        if let group = place.group { page.crumbs.append(.init(group.name, place.paths.home)) }
        let members = place.group == nil ? words.communities.people() : words.groups.members()
        page.crumbs.append(.init(members, place.paths.members))
        page.lead = "<p class=\"meta\">\(standing.inPlace(["place": place.name]))</p>"
        switch query["done"] {
        case "held": page.banner = banner(standing.doneHeld())
        case "lifted": page.banner = banner(standing.doneLifted())
        default: break
        }
        return page
    }

    /// How things are now, and the way back.
    private func now(_ place: StandingPlace, _ view: StandingView) -> HTML {
        let standing = words.standing
        guard view.standing == .silenced || view.standing == .suspended else {
            let sentence = view.isReached ? standing.notHeld() : standing.outOfReach()
            return "<div class=\"inset plain\"><p>\(sentence)</p></div>"
        }
        let end: HTML =
            view.isReached
            ? """
            <form method="post" action="\(place.paths.standingEnd(of: view.member.id))">\(tokenField)<div class="actions">\
            <button class="btn alt" data-busy="\(words.common.saving())">\(standing.lift())</button></div></form>
            """ : "<p>\(standing.outOfReach())</p>"
        let facts = view.current.map { restrictionFacts($0) } ?? "<p>\(words.name(of: view.standing))</p>"
        return "<section class=\"card\"><h2>\(standing.now())</h2>\(facts)\(end)</section>"
    }

    private func restrictionFacts(_ restriction: Restriction) -> HTML {
        let standing = words.standing
        return """
            <dl class="facts"><dt>\(standing.what())</dt><dd>\(words.name(of: restriction.kind.standing))</dd>\
            <dt>\(standing.until())</dt><dd>\(ending(restriction))</dd>\
            <dt>\(standing.by())</dt><dd>\(restriction.actor), \(time(restriction.at))</dd>\
            <dt>\(standing.reason())</dt><dd>\(restriction.reason)</dd>\
            \(if: !restriction.privateReason.isEmpty, "<dt>\(standing.privateReason())</dt><dd>\(restriction.privateReason)</dd>")</dl>
            """
    }

    private func ending(_ restriction: Restriction) -> HTML {
        restriction.until.map { time($0) } ?? "\(words.standing.noEnd())"
    }

    private func restrictionForm(
        _ place: StandingPlace,
        _ view: StandingView,
        typed: Fields,
        _ errors: [FieldError]
    ) -> HTML {
        let standing = words.standing
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
            "\(standing.privateReason()) \(words.common.optional())",
            value: typed.text("note"),
            errors: errors
        )
        (note.hint, note.isArea) = (isGroup ? standing.privateGroupHint() : standing.privateHint(), true)
        let replaced = view.current.map { String($0.id.rawValue) } ?? ""
        return """
            <form class="card" method="post" action="\(place.paths.standing(of: view.member.id))">\(tokenField)\
            <h2>\(view.current == nil ? standing.form() : standing.formAgain())</h2>\
            <input type="hidden" name="replaces" value="\(replaced)">\
            \(radios("kind", standing.what(), kinds, chosen: typed["kind"] ?? RestrictionKind.silenced.rawValue, errors))\
            \(lengths(typed, errors))\(field(reason))\(field(note))<div class="actions">\
            <button class="btn danger" data-busy="\(words.common.saving())">\(standing.send())</button> \
            <a class="btn alt" href="\(place.paths.members)">\(words.common.cancel())</a></div></form>
            """
    }

    private func lengths(_ typed: Fields, _ errors: [FieldError]) -> HTML {
        let standing = words.standing, problem = errors.first { $0.field == "days" }?.problem
        let choices = StandingPlan.days.map { (String($0), standing.days($0)) } + [("no-end", standing.noEnd())]
        let chosen = typed["days"] ?? "7"
        return """
            <div class="field\(if: problem != nil, " bad")"><label for="days">\(standing.length())</label>\
            \(problem.map { "<span class=\"error\" id=\"days-error\">\(words.sentence($0, of: "days"))</span>" as HTML })\
            <select id="days" name="days"\(if: problem != nil, " aria-invalid=\"true\" aria-describedby=\"days-error\"")>\
            \(each: choices, { "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }

    private func history(_ view: StandingView) -> HTML {
        let earlier = view.history.filter { $0.id != view.current?.id }
        if earlier.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(words.standing.earlier())</h2>\
            \(each: earlier, { "\(restrictionFacts($0))\(lifting($0))" as HTML })</section>
            """
    }

    private func lifting(_ restriction: Restriction) -> HTML {
        guard let at = restriction.liftedAt, let lifter = restriction.lifter else { return HTML() }
        return "<p class=\"meta\">\(words.standing.liftedBy(["name": lifter])) \(time(at))</p>"
    }

    /// Tells the viewer that they are restricted here, until when and why.
    package func heldBackInset(_ restriction: Restriction?) -> HTML {
        guard let restriction else { return HTML() }
        return "<div class=\"inset warn\">\(heldBack(restriction))</div>"
    }

    private func heldBack(_ restriction: Restriction) -> HTML {
        let standing = words.standing, place = restriction.placeName
        let sentence =
            restriction.kind == .silenced
            ? standing.youAreSilenced(["place": place]) : standing.youAreSuspended(["place": place])
        let end: HTML =
            restriction.until.map { "\(standing.endsAt()) \(time($0))." } ?? "\(standing.endsNever())"
        return """
            <p><strong>\(sentence).</strong> \(end)</p><p>\(standing.reason()): \(restriction.reason)</p>
            """
    }

    /// On the settings page: everywhere the member is restricted.
    func heldBackCard(_ restrictions: [Restriction]) -> HTML {
        if restrictions.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(words.standing.yours())</h2>\(each: restrictions, { heldBack($0) })</section>
            """
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
