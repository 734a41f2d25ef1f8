import HTML
import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// The form in which a host writes to people by what they answered, with how many they are.
struct HostMessageFormPageView: PageView {
    let call: Call
    let writing: MessageWriting
    /// The words that are ticked, as they were sent.
    let chosen: [String]
    var state: ComposeState
    /// What it would be, if that was asked for.
    var preview: NewHostMessage?

    private var said: GatheringMessageWords { call.words.gatherings.messages }
    private var thread: ThreadID { writing.date.gathering.thread }

    var page: Page {
        var state = state
        state.preview = preview.map(seen)
        let crumbs: [Page.Crumb] = [
            .init(writing.date.title, Paths.thread(thread)),
            .init(call.words.gatherings.answers.title(), Paths.answers(thread)),
        ]
        var page = state.page(said.title(), form, at: crumbs, call)
        if !state.errors.isEmpty { page.banner = call.errorSummary(state.errors, ["body": said.field()]) }
        // The text is there as long as it has not been sent again.
        if call.query["done"] == "undone", writing.undone != nil { page.banner = call.banner(said.isUndone()) }
        page.lead = ReadersStrip(.members, "\(said.readers())", call.words).html
        page.current = Paths.communities
        return page
    }

    private var form: HTML {
        var text = Field("body", said.field(), value: state.typed.body, errors: state.errors)
        (text.hint, text.isArea) = (said.fieldHint(), true)
        text.style = "tall"
        let key = state.typed.key.isEmpty ? call.env.random.token() : state.typed.key, told = state.typed.told
        let time = GatheringTimeView(call: call, gathering: writing.date.gathering).time
        return """
            <p><strong dir="auto">\(writing.date.title)</strong><br>\(time)</p>
            <form class="card" method="post" action="\(Paths.message(thread))">\(call.tokenField)
            <input type="hidden" name="key" value="\(key)">\
            \(if: !told.isEmpty, "<input type=\"hidden\" name=\"told\" value=\"\(told)\">")
            \(choices)
            \(call.field(text))
            <p class="hint">\(leaving)</p>
            <div class="actions"><button class="btn" data-busy="\(said.sending())">\(told.isEmpty ? said.send() : said.sendAnyway())</button>\
            <button class="btn alt" name="preview" value="1">\(said.preview())</button>\(GoBackLink(call, Paths.answers(thread)).html)</div></form>
            """
    }

    private var choices: HTML {
        let sentence = call.sentence("to", state.errors)
        return """
            <fieldset id="to"\(if: sentence != nil, " class=\"bad\"")><legend>\(said.to())</legend>\
            \(sentence.map { "<span class=\"error\">\($0)</span>" as HTML })\
            \(each: MessageAudience.allCases, choice)</fieldset>
            """
    }

    private func choice(_ audience: MessageAudience) -> HTML {
        let count = writing.answers.people(audience, besides: writing.author).count
        return """
            <label class="choice"><input type="checkbox" name="to" value="\(audience.rawValue)"\
            \(if: chosen.contains(audience.rawValue), " checked")> \(said.name(audience)) (\(count))</label>
            """
    }

    /// What leaves by mail, and when.
    private var leaving: String {
        let mail =
            switch writing.detail {
            case .full: said.mailFull()
            case .title: said.mailTitle()
            case .something: said.mailSomething()
            }
        return "\(mail) \(said.held())"
    }

    private func seen(_ new: NewHostMessage) -> HTML {
        let count = writing.answers.people(new.audience, besides: writing.author).count
        return """
            <section class="card" aria-labelledby="preview-h" role="status"><h2 id="preview-h">\(said.previewHeading())</h2>
            <p><strong>\(said.goesTo(count))</strong> \(said.exceptOff())</p>
            <p class="meta">\(said.toThese(["people": said.names(new.audience)])) \(said.notSent())</p>
            <div class="prose" dir="auto">\(Markdown.render(new.body).html)</div></section>

            """
    }
}

/// What hosts wrote, on the page of who answered: to each reader what is for them, to hosts all of it.
struct HostMessagesView {
    let call: Call
    let read: AnswersWithMessages

    private var said: GatheringMessageWords { call.words.gatherings.messages }
    private var gathering: Gathering { read.answers.gathering }
    private var isHost: Bool { read.answers.isHost }

    var html: HTML {
        if read.messages.isEmpty { return HTML() }
        return "<h2 id=\"messages-h\">\(said.heading())</h2>\(each: read.messages, card)"
    }

    /// The way to the form, for hosts of a date that takes messages and that somebody answered.
    var button: HTML {
        let isAnswered = read.answers.rows.contains { $0.answer != .no }
        if !isHost || !isAnswered || !gathering.takesMessages(at: call.now) { return HTML() }
        return
            "<p class=\"no-print\"><a class=\"btn\" href=\"\(Paths.message(gathering.thread))\">\(said.write())</a></p>"
    }

    private func card(_ message: HostMessage) -> HTML {
        let people = said.names(message.addressed.audience), isHeld = message.isHeld(at: call.now)
        return """
            <section class="card"><p class="meta"><strong><bdi>\(message.name)</bdi></strong> · \(call.time(message.addressed.sentAt))<br>\
            \(said.toThese(["people": people])) \(said.whoReads())</p>\(if: isHost && isHeld, held(message))
            <div class="prose" dir="auto">\(Markdown.render(message.body).html)</div>\
            \(if: isHost && !isHeld, "<div class=\"no-print\">\(button(message, said.remove(), style: "btn quiet danger"))</div>")</section>

            """
    }

    /// That it leaves, and that it need not.
    private func held(_ message: HostMessage) -> HTML {
        """
        <div class="inset plain no-print"><p><strong>\(leaves(message))</strong></p>\(button(message, said.undo(), style: "btn alt"))</div>
        """
    }

    private func leaves(_ message: HostMessage) -> String {
        said.leaves(["time": call.words.time(LocalTime(message.addressed.leavesAt, in: call.zone))])
    }

    private func button(_ message: HostMessage, _ label: String, style: StaticString) -> HTML {
        call.button(
            Paths.withdrawMessage(gathering.thread),
            label,
            style: style,
            fields: [("message", message.id.description)],
            about: call.moment(message.addressed.sentAt)
        )
    }

    /// What a form before this page did.
    var banner: HTML {
        if !isHost { return HTML() }
        switch call.query["done"] {
        case "message":
            let own = read.messages.first { $0.isHeld(at: call.now) && $0.author == call.viewer.member }
            return own.map { call.banner(leaves($0), undo: button($0, said.undo(), style: "btn quiet")) } ?? HTML()
        case "message-undone": return call.banner(said.isUndoneOfOther())
        case "message-removed": return call.banner(said.isRemoved())
        default: return HTML()
        }
    }
}
