import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What is to be done after a date, above its posts, and what still is after those before it.
struct FollowUpsView {
    let call: Call
    let gathering: Gathering
    let followUps: FollowUps
    /// Of the thread; nil for a visitor.
    let facts: Facts?

    private var said: GatheringFollowUpWords { call.words.gatherings.followUps }
    private var adds: Bool { allows(AddFollowUp.self) }
    private var today: LocalTime { LocalTime(dayNumber: call.today(at: gathering)) }
    /// Other dates may be read by fewer people than this one; those who take part in the group read them all.
    ///
    /// On one that does not take place nothing comes up again.
    private var earlier: [EarlierFollowUp] {
        gathering.state == .planned && allows(AnswerGathering.self) ? followUps.earlier : []
    }

    private func allows(_ act: any Act.Type) -> Bool { facts.map { Policy.allows(act, $0) } ?? false }

    /// Empty where there are none and the reader adds none.
    var html: HTML {
        let isFull = followUps.own.count >= Limits.followUps
        // Before people meet there is nothing to follow up, unless somebody has said so.
        let takesPlace = gathering.state == .planned && gathering.startAt <= call.now
        if followUps.own.isEmpty, earlier.isEmpty, !adds || !takesPlace { return HTML() }
        let add: HTML = """
            <p class="no-print"><a class="btn alt" href="\(Paths.newFollowUp(gathering.thread))">\(said.add())</a></p>
            """
        return """
            <section class="card" aria-labelledby="follow-ups-h"><h2 id="follow-ups-h">\(said.heading())</h2>
            \(if: followUps.own.isEmpty && earlier.isEmpty, "<p>\(said.none())</p>")\(list(followUps.own))\(stillOpen)\
            \(if: adds && !isFull, add)</section>

            """
    }

    private func list(_ items: [FollowUp]) -> HTML {
        items.isEmpty ? HTML() : "<ul class=\"spaced\">\(each: items, line)</ul>"
    }

    /// Those of earlier dates, under the day of each.
    private var stillOpen: HTML {
        var html = HTML(), rest = earlier[...]
        while let first = rest.first {
            let same = rest.prefix { $0.followUp.thread == first.followUp.thread }
            rest = rest.dropFirst(same.count)
            let zone = Zones.stored(first.zone, orElse: call.env.settings.timeZone)
            let day = call.words.fullDate(first.startAt, in: zone)
            html += """
                <h3><a href="\(Paths.thread(first.followUp.thread))">\(said.stillOpen(["title": first.title, "day": day]))</a></h3>\(list(same.map(\.followUp)))
                """
        }
        return html
    }

    private func line(_ item: FollowUp) -> HTML {
        // That it is something else says nothing.
        let kind = item.kind == .other ? nil : said.name(of: item.kind)
        let about = [kind, owner(item)].compactMap { $0 }.joined(separator: " · ")
        let facts = [state(item), "\(if: !about.isEmpty, "<span class=\"meta\"><bdi>\(about)</bdi></span>")"].withPoints
        return """
            <li><strong dir="auto">\(item.title)</strong><br>\(facts)\(buttons(item))</li>

            """
    }

    /// Names are for full members of the group.
    private func owner(_ item: FollowUp) -> String? {
        if item.owner != nil {
            if !allows(SeeComing.self) { return nil }
            return item.state == .open ? said.ownedBy(["name": item.ownerName]) : item.ownerName
        }
        if item.state != .open { return nil }
        return item.isLeft ? said.ownerLeft() : said.free()
    }

    private func state(_ item: FollowUp) -> HTML {
        switch item.state {
        case .done: return "<span class=\"tag ok\">\(said.isDone())</span>"
        case .dropped: return "<span class=\"tag\">\(said.isDropped())</span>"
        case .open:
            guard let due = item.due else { return HTML() }
            let day = call.words.day(LocalTime(dayNumber: due), today: today)
            return due < today.dayNumber
                ? "<span class=\"tag warn\">\(said.overdue(["day": day]))</span>"
                : "<span class=\"tag info\">\(said.dueBy(["day": day]))</span>"
        }
    }

    private func buttons(_ item: FollowUp) -> HTML {
        guard item.isOf(facts?.viewer.member) && adds || allows(SettleFollowUps.self) else { return HTML() }
        let choices: [(FollowUpState, String)] =
            item.state == .open ? [(.done, said.done()), (.dropped, said.drop())] : [(.open, said.reopen())]
        return """
            <div class="row no-print">\(each: choices, { button(item.id, $0.0, item.version, $0.1, about: item.title) })</div>
            """
    }

    private func button(
        _ id: FollowUpID,
        _ state: FollowUpState,
        _ version: Int,
        _ label: String,
        about: String = ""
    ) -> HTML {
        let fields = [("state", state.rawValue), ("version", "\(version)"), ("at", "\(gathering.thread)")]
        return call.button(Paths.followUp(id), label, fields: fields, about: about)
    }

    /// What the form before this page did, with the way back from it.
    func banner(_ word: String) -> HTML {
        if word == "follow-up" { return call.banner(said.isAdded()) }
        guard let state = FollowUpState(rawValue: String(word.dropFirst("follow-up-".count))) else { return HTML() }
        let back: FollowUpState = state == .open ? .done : .open
        let id = FollowUpID(call.query.text("item")), version = Int(call.query.text("version"))
        let undo = id.flatMap { id in version.map { button(id, back, $0, call.words.common.undo()) } }
        return call.banner(said.sentence(state), undo: undo ?? HTML())
    }
}
