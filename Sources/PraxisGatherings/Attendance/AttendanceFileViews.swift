import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Where a host pastes the list of a call, and decides what is doubtful in it before anything is saved.
struct AttendanceFilePageView: PageView {
    let call: Call
    let kept: KeptAttendance
    /// As it was pasted.
    var list = ""
    /// Who is in it; nil until it is read.
    var match: CallMatchPlan?
    /// What was chosen for each doubt.
    var decided: [String] = []
    var errors: [FieldError] = []

    private var said: GatheringAttendanceWords { call.words.gatherings.attendance }
    private var path: String { Paths.attendanceFile(kept.date.gathering.thread) }

    /// The field of a doubt.
    static func field(_ number: Int) -> String { "who\(number)" }

    var page: Page {
        let thread = kept.date.gathering.thread
        let labels = (match?.doubts ?? []).enumerated().map { (Self.field($0), said.fileRow(["name": name($1.row)])) }
        let time = GatheringTimeView(call: call, gathering: kept.date.gathering).time
        var page = Page(
            said.fileTitle(),
            main: """
                <p><strong dir="auto">\(kept.date.title)</strong><br>\
                \(time)</p>
                \(match.map(decision) ?? pasting)
                """
        )
        page.banner = call.errorSummary(errors, Dictionary(labels) { first, _ in first })
        page.lead = ReadersStrip(.members, "\(said.listReaders())", call.words).html
        page.crumbs = [
            .init(kept.date.title, Paths.thread(thread)), .init(said.heading(), Paths.attendance(thread)),
        ]
        page.current = Paths.communities
        return page
    }

    private var pasting: HTML {
        var field = Field("list", said.fileField(), value: list, errors: errors)
        (field.hint, field.isArea) = (said.fileHint(), true)
        field.attributes = " rows=\"12\" spellcheck=\"false\""
        return """
            <form class="card" method="post" action="\(path)">\(call.tokenField)
            \(call.field(field))
            <div class="actions"><button class="btn">\(said.fileRead())</button>\
            \(GoBackLink(call, Paths.attendance(kept.date.gathering.thread)).html)</div></form>
            """
    }

    private func decision(_ match: CallMatchPlan) -> HTML {
        let people = Dictionary(kept.people.map { ($0.member, $0) }) { first, _ in first }
        let known: HTML = """
            <section class="card"><h2>\(said.fileKnown(match.known.count))</h2>
            <ul>\(each: match.known, { line($0, people) })</ul></section>
            """
        let doubtful: HTML = """
            <section class="card"><h2>\(said.fileDoubtful(match.doubts.count))</h2>
            \(each: match.doubts.enumerated(), { choice($0.offset, $0.element, people) })</section>
            """
        return """
            <form method="post" action="\(path)">\(call.tokenField)<input type="hidden" name="decided" value="yes">\
            <textarea name="list" hidden>\n\(list)</textarea>
            \(if: !match.known.isEmpty, known)\(if: !match.doubts.isEmpty, doubtful)
            <p>\(said.fileNotHere())</p>
            <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(said.fileSave())</button> \
            <a class="btn alt" href="\(path)">\(said.fileAgain())</a></div></form>
            """
    }

    private func line(_ known: CallMatchPlan.Known, _ people: [MemberID: AttendancePerson]) -> HTML {
        let parts = [
            known.minutes.map { said.fileMinutes($0) }, known.isByName ? said.fileByName() : nil,
        ]
        .compactMap { $0 }.joined(separator: " · ")
        return
            "<li><bdi>\(people[known.member]?.name ?? "")</bdi>\(if: !parts.isEmpty, " <span class=\"meta\">\(parts)</span>")</li>\n"
    }

    private func name(_ row: CallRow) -> String {
        row.name.isEmpty ? row.email : row.email.isEmpty ? row.name : "\(row.name) <\(row.email)>"
    }

    /// Those whose name is like it come first.
    private func choice(
        _ number: Int,
        _ doubt: CallMatchPlan.Doubt,
        _ people: [MemberID: AttendancePerson]
    ) -> HTML {
        let likely = doubt.likely.compactMap { people[$0] }
        let others = kept.people.filter { !doubt.likely.contains($0.member) }.sorted { $0.folded < $1.folded }
        let choices = [("", said.fileNobody())] + (likely + others).map { ($0.member.description, $0.name) }
        let label = said.fileRow(["name": name(doubt.row)])
        return call.select(
            Self.field(number),
            label,
            choices,
            chosen: number < decided.count ? decided[number] : "",
            errors
        )
    }
}
