import HTTPTypes
import Hummingbird
import PraxisDomain
import PraxisThreads
import PraxisWeb

extension Route {
    /// Taking who was at a date from the list of the tool in which people met.
    static let attendanceFileRoutes: [Route] = [
        .memberPage(Paths.attendanceFile) { call in
            let kept = try await call.keptAttendance()
            return AttendanceFilePageView(call: call, kept: kept).response()
        },
        .form(Paths.attendanceFile) { try await $0.readCallList() },
    ]
}

extension Call {
    /// The list comes twice: to be looked at, and with what its host has decided; nothing of it is kept in between.
    fileprivate func readCallList() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form(), kept = try await keptAttendance()
        var view = AttendanceFilePageView(call: self, kept: kept)
        view.list = form.text("list")
        do {
            if let problem = AttendancePlan.refusal(kept.date.gathering, at: now) {
                throw Denial.input([FieldError("list", problem)])
            }
            if TypedText.normalised(view.list).isEmpty { throw Denial.input([FieldError("list", .missing)]) }
            let match = CallMatchPlan(try CallListPlan.rows(view.list), among: kept.people)
            if match.doubts.count > Limits.callListDoubts { throw Denial.input([FieldError("list", .listIsDoubtful)]) }
            view.match = match
            if !form.isTicked("decided") { return view.response() }
            view.decided = match.doubts.indices.map { form.text(AttendanceFilePageView.field($0)) }
            let marks = match.marks(try kept.decided(view.decided), length: kept.date.gathering.minutes)
            try await community(of: thread).keepAttendance(marks, .file, of: thread, as: viewer)
            return .seeOther(Paths.attendance(thread) + "?done=attendance")
        } catch Denial.input(let errors) {
            view.errors = errors
            return view.response(.unprocessableContent)
        }
    }
}

extension KeptAttendance {
    /// Whom each line is, as it was chosen; nil for nobody.
    /// - Throws: `Denial.input` for what is no choice of the form.
    fileprivate func decided(_ chosen: [String]) throws(Denial) -> [MemberID?] {
        let known = Set(people.map(\.member))
        var errors: [FieldError] = [], all: [MemberID?] = []
        for (number, text) in chosen.enumerated() {
            let member = MemberID(text)
            if !text.isEmpty, !(member.map(known.contains) ?? false) {
                errors.append(FieldError(AttendanceFilePageView.field(number), .notAChoice([])))
            }
            all.append(member)
        }
        if !errors.isEmpty { throw .input(errors) }
        return all
    }
}
