import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Saying whether one comes, and who does.
    static let answerRoutes: [Route] = [
        .page(Paths.answers) { call in
            let thread: ThreadID = try call.id("thread")
            let read = try await call.read { try AnswersWithMessages.load(thread, $0) }
            return AnswersPageView(call: call, read: read).response()
        },
        .memberPage(Paths.answer) { call in
            let asked = try await call.askedGathering(), own = asked.own
            let typed = Fields([("answer", own?.answer.rawValue ?? ""), ("needs", own?.needs ?? "")])
            return AnswerFormPageView(call: call, asked: asked, typed: typed).response()
        },
        .form(Paths.answer) { try await $0.answerGathering() },
    ]
}

extension Call {
    /// - Throws: `Denial.missing`; what the policy says.
    fileprivate func askedGathering() async throws -> AskedGathering {
        let thread: ThreadID = try id("thread")
        return try await read { reading in
            let date = try TitledGathering.admitted(to: AnswerGathering.self, thread, reading).date
            let own = try reading.viewer.member.flatMap { try reading.first(AnswerRow.of($0, to: thread)) }
            let answers = try Answers.load(thread, capacity: date.gathering.capacity, reading.db)
            return AskedGathering(date: date, own: own, answers: answers)
        }
    }

    fileprivate func answerGathering() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form()
        do {
            guard let answer = try form.word("answer", GatheringAnswer.self) else {
                throw Denial.input([FieldError("answer", .missing)])
            }
            let needs = try form["needs"].map { text throws(Denial) in try AccessNeeds(text) }
            try await community(of: thread).answer(answer, needs: needs, to: thread, as: viewer)
            return .seeOther(Paths.gathering(thread, done: "answered"))
        } catch Denial.input(let errors) {
            return AnswerFormPageView(call: self, asked: try await askedGathering(), typed: form, errors: errors)
                .response(.unprocessableContent)
        }
    }
}
