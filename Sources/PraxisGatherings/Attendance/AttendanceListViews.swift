import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The list on which hosts tick who was at a date.
struct AttendanceListPageView: PageView {
    let call: Call
    let kept: KeptAttendance
    /// The part of it that is shown.
    let shown: AttendanceListPage
    /// What was typed, if it is shown again.
    var typed: TypedAttendance?
    var errors: [FieldError] = []

    init(call: Call, kept: KeptAttendance, page: AttendanceListPage) {
        (self.call, self.kept) = (call, kept)
        shown = page
    }

    private var said: GatheringAttendanceWords { call.words.gatherings.attendance }
    private var gathering: Gathering { kept.date.gathering }
    private var path: String { Paths.attendance(gathering.thread) }

    var page: Page {
        let labels = Dictionary(
            shown.people.map { (TypedAttendance.field($0.member), said.minutesOf(["name": $0.name])) }
        ) {
            first,
            _ in first
        }
        let time = GatheringTimeView(call: call, gathering: gathering).time
        var page = Page(
            said.heading(),
            main: """
                <p><strong dir="auto">\(kept.date.title)</strong><br>\(time)</p>
                \(content)
                """
        )
        if call.query["done"] == "attendance" { page.banner = call.banner(said.isSaved()) }
        page.banner += call.errorSummary(errors, labels)
        page.lead = ReadersStrip(.members, "\(said.listReaders())", call.words).html
        page.crumbs = [.init(kept.date.title, Paths.thread(gathering.thread))]
        page.current = Paths.communities
        return page
    }

    private var content: HTML {
        if let problem = AttendancePlan.refusal(gathering, at: call.now) {
            return "<p class=\"empty\">\(call.words.sentence(problem, of: "present"))</p>"
        }
        let present = kept.people.count(where: \.isPresent)
        return """
            <p>\(present == 0 ? said.nobody() : said.present(present))</p>
            <div class="row no-print"><a class="btn alt" href="\(Paths.attendanceFile(gathering.thread))">\(said.file())</a></div>
            \(if: kept.people.count > Limits.attendanceRows || !shown.find.isEmpty, search)\(list)
            \(call.pagination(shown.number, of: shown.count) { "\(path)?page=\($0)\(find)" })
            """
    }

    private var find: String { shown.find.isEmpty ? "" : "&find=" + Fields.encode(shown.find) }

    private var search: HTML {
        let field = Field("find", said.find(), value: shown.find, errors: [])
        return """
            <form class="filters no-print" role="search" method="get" action="\(path)">\(call.field(field))\
            <button class="btn alt">\(said.findButton())</button></form>
            """
    }

    private var list: HTML {
        if shown.people.isEmpty { return "<p class=\"empty\">\(said.nobodyFound())</p>" }
        return """
            <form class="card" method="post" action="\(path)">\(call.tokenField)
            <input type="hidden" name="shown" value="\(typed?.before ?? shown.before)">\
            <input type="hidden" name="page" value="\(shown.number)"><input type="hidden" name="find" value="\(shown.find)">
            <fieldset id="present"><legend>\(said.legend())</legend>\
            <table class="stack attend"><thead><tr><th scope="col">\(said.name())</th><th scope="col">\(said.minutes())</th></tr></thead>
            <tbody>\(each: shown.people, line)</tbody></table></fieldset>
            <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button>\
            \(GoBackLink(call, Paths.thread(gathering.thread)).html)</div></form>
            """
    }

    private func line(_ person: AttendancePerson) -> HTML {
        let isTicked = typed?.isTicked(person.member) ?? person.isPresent
        return """
            <tr><td><label class="choice"><input type="checkbox" name="present" value="\(person.member.description)"\(if: isTicked, " checked")> \
            <bdi>\(person.name)</bdi>\(about(person))</label></td><td data-label="\(said.minutes())">\(minutes(of: person))</td></tr>

            """
    }

    private func minutes(of person: AttendancePerson) -> HTML {
        let name = TypedAttendance.field(person.member), sentence = call.sentence(name, errors)
        let known = person.isPresent ? person.attended?.minutes : nil
        let value = typed?.minutes(person.member) ?? String(known ?? gathering.minutes)
        return """
            <div class="inline"><div class="field\(if: sentence != nil, " bad")"><label class="vh" for="\(name)">\(said.minutesOf(["name": person.name]))</label>\
            \(sentence.map { "<span class=\"error\" id=\"\(name)-error\">\($0)</span>" as HTML })\
            <input type="number" class="short" id="\(name)" name="\(name)" value="\(value)"\
            \(if: sentence != nil, " aria-invalid=\"true\" aria-describedby=\"\(name)-error\"")></div></div>
            """
    }

    /// What they had said before, and how it is known that they were there.
    private func about(_ person: AttendancePerson) -> HTML {
        let answer = person.answer.flatMap { $0 == .yes ? said.saidYes() : $0 == .maybe ? said.saidMaybe() : nil }
        let way = person.attended.flatMap { $0.isPresent ? said.tag($0.way) : nil }
        let parts = [answer, way].compactMap { $0 }
        return parts.isEmpty ? HTML() : " <span class=\"hint\">\(parts.joined(separator: " · "))</span>"
    }
}
