import HTML
import HTTPTypes
import Hummingbird
import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisWeb

extension Route {
    /// Writing to people by what they answered.
    static let hostMessageRoutes: [Route] = [
        .memberPage(Paths.message) { try await $0.showMessageForm() },
        .form(Paths.message) { try await $0.sendMessage() },
        .form(Paths.withdrawMessage) { try await $0.withdrawMessage() },
    ]
}

extension Call {
    fileprivate func messageWriting() async throws -> MessageWriting {
        let thread: ThreadID = try id("thread")
        return try await read { try MessageWriting.load(thread, $0) }
    }

    /// The form, with what was taken back last.
    fileprivate func showMessageForm() async throws -> Response {
        let writing = try await messageWriting(), undone = writing.undone
        var typed = TypedPost()
        typed.body = undone?.body ?? ""
        let problem = writing.date.gathering.messageProblem(at: now).map { Denial.input([$0]) }
        let chosen = (undone?.addressed.audience ?? []).map(\.rawValue)
        return HostMessageFormPageView(
            call: self,
            writing: writing,
            chosen: chosen,
            state: ComposeState(typed, problem)
        )
        .response()
    }

    fileprivate func sendMessage() async throws -> Response {
        let writing = try await messageWriting(), form = try form(), typed = TypedPost(form)
        let thread = writing.date.gathering.thread, chosen = form.all("to")
        var page = HostMessageFormPageView(call: self, writing: writing, chosen: chosen, state: ComposeState(typed))
        do {
            let new = try NewHostMessage(to: chosen, body: typed.body)
            try new.check(writing.date.gathering, writing.answers, by: writing.author, at: now)
            if form["preview"] != nil {
                page.preview = new
                return page.response()
            }
            if let warning = ComposeState(warningOf: [new.body], in: typed, self) {
                page.state = warning
                return page.response()
            }
            let key = try formOnceKey(typed.key, chosen + [new.body])
            try await community(of: thread).send(new, of: thread, as: viewer, once: key)
            return .seeOther(Paths.answers(thread) + "?done=message")
        } catch let denial as Denial where denial.leavesComposer {
            page.state = ComposeState(typed, denial)
            return page.response(after: denial)
        }
    }

    fileprivate func withdrawMessage() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form()
        guard let message = HostMessageID(form.text("message")) else { throw Denial.missing }
        let isHeld = try await community(of: thread).withdraw(message, of: thread, as: viewer)
        if !isHeld { return .seeOther(Paths.answers(thread) + "?done=message-removed") }
        let hasText = try await messageWriting().undone?.id == message
        return .seeOther(
            hasText ? Paths.message(thread) + "?done=undone" : Paths.answers(thread) + "?done=message-undone"
        )
    }
}
