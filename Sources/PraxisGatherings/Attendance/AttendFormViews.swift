import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Where a member types the code word of a date, or says without one that they were there.
struct AttendFormPageView: PageView {
    let call: Call
    let date: TitledGathering
    let typed: Fields
    var errors: [FieldError] = []

    private var said: GatheringAttendanceWords { call.words.gatherings.attendance }

    var page: Page {
        let thread = date.gathering.thread
        let main: HTML = """
            <p><strong dir="auto">\(date.title)</strong><br>\
            \(GatheringTimeView(call: call, gathering: date.gathering).time)</p>
            <form class="card" method="post" action="\(Paths.attend(thread))">\(call.tokenField)
            \(Self.codeField(call, typed.text("word"), errors))
            <div class="actions"><button class="btn">\(said.enterCode())</button>\(GoBackLink(call, Paths.thread(thread)).html)</div></form>
            <form id="present" class="card" method="post" action="\(Paths.attend(thread))">\(call.tokenField)\
            <input type="hidden" name="present" value="yes">\
            \(call.sentence("present", errors).map { "<span class=\"error\">\($0)</span>" as HTML })<p>\(said.withoutCode())</p>
            <div class="actions"><button class="btn alt">\(said.wasThere())</button></div></form>
            """
        var page = Page(said.question(), main: main)
        page.banner = call.errorSummary(errors)
        page.lead = ReadersStrip(.members, "\(said.readers())", call.words).html
        page.crumbs = [.init(date.title, Paths.thread(thread))]
        page.current = Paths.communities
        return page
    }

    static func codeField(_ call: Call, _ typed: String, _ errors: [FieldError]) -> HTML {
        let said = call.words.gatherings.attendance
        var field = Field("word", said.codeField(), value: typed, errors: errors)
        (field.hint, field.style) = (said.codeFieldHint(), "short")
        field.attributes = " autocapitalize=\"none\" spellcheck=\"false\""
        field.autocomplete = "off"
        return call.field(field)
    }
}
