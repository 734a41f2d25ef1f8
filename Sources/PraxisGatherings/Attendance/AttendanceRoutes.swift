import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Saying who was at a date.
    static let attendanceRoutes: [Route] = [
        .memberPage(Paths.attend) { call in
            let date = try await call.attendedDate(), typed = Fields([("word", call.query.text("code"))])
            return AttendFormPageView(call: call, date: date, typed: typed).response()
        },
        .form(Paths.attend) { try await $0.attend() },
        .memberPage(Paths.attendance) { call in
            let kept = try await call.keptAttendance(), page = try call.listPage(of: kept)
            return AttendanceListPageView(call: call, kept: kept, page: page).response()
        },
        .form(Paths.attendance) { try await $0.keepAttendance() },
    ]
}

extension Call {
    /// A date at which the viewer may have been.
    /// - Throws: `Denial.missing`; what the policy says.
    fileprivate func attendedDate() async throws -> TitledGathering {
        let thread: ThreadID = try id("thread")
        return try await read { try TitledGathering.admitted(to: Attend.self, thread, $0).date }
    }

    func keptAttendance() async throws -> KeptAttendance {
        let thread: ThreadID = try id("thread")
        return try await read { try KeptAttendance.load(thread, $0) }
    }

    /// For its hosts.
    func codeWord(of date: ThreadID) -> CodeWord { CodeWord(of: date, key: env.store.siteKey) }

    /// By the code word that was typed; how many wrong ones are tried is limited.
    func attend(withCodeWord typed: String, on thread: ThreadID) async throws {
        let key = Limiter.Key("code words", "member \(try member())")
        // Counted beforehand, so that many at once are no more tries.
        try env.limiter.use(key, Rate.wrongCodeWords)
        try await community(of: thread).attend(.codeWord(typed, key: env.store.siteKey), on: thread, as: viewer)
        env.limiter.giveBack(key, Rate.wrongCodeWords)
    }

    fileprivate func attend() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form()
        do {
            if let present = form["present"] {
                guard ["yes", "no"].contains(present) else {
                    throw Denial.input([FieldError("present", .notAChoice(["yes", "no"]))])
                }
                let claim: AttendanceClaim = present == "yes" ? .wasThere : .wasNotThere
                try await community(of: thread).attend(claim, on: thread, as: viewer)
            } else {
                let typed = form.text("word")
                _ = try await attendedDate()
                if typed.isEmpty { throw Denial.input([FieldError("word", .missing)]) }
                try await attend(withCodeWord: typed, on: thread)
            }
            return .seeOther(Paths.gathering(thread, done: "attended"))
        } catch Denial.input(let errors) {
            let date = try await attendedDate()
            // What the API calls `code`: a form has that name for the codes of mails.
            let errors = errors.map { $0.field == "code" ? FieldError("word", $0.problem) : $0 }
            return AttendFormPageView(call: self, date: date, typed: form, errors: errors)
                .response(.unprocessableContent)
        }
    }

    /// Which part of the list was asked for.
    /// - Throws: `Denial.missing` for a page that there is not.
    fileprivate func listPage(of kept: KeptAttendance) throws(Denial) -> AttendanceListPage {
        let found = query.text("find"), number = query["page"].map { Int($0) ?? 0 } ?? 1
        guard let page = AttendanceListPage(kept.found(found), find: found, number: number) else { throw .missing }
        return page
    }

    fileprivate func keepAttendance() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form(), kept = try await keptAttendance()
        let typed = TypedAttendance(form, kept)
        do {
            try await community(of: thread).keepAttendance(typed.marks(), of: thread, as: viewer)
            return .seeOther(Paths.attendance(thread) + typed.query(done: "attendance"))
        } catch Denial.input(let errors) {
            var view = AttendanceListPageView(call: self, kept: kept, page: typed.page)
            (view.typed, view.errors) = (typed, errors)
            return view.response(.unprocessableContent)
        }
    }
}
