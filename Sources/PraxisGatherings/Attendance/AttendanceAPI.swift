import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Who was at a date, as JSON.
    static let attendanceAPI: [Route] = [
        .api(
            .get,
            APIPaths.attendance,
            needsMember: false,
            APIDescription(
                "How many were at a date and whether I was; people for those who can keep the list",
                response: AttendanceJSON.schema
            )
        ) { try await $0.attendanceAnswer() },
        .api(
            .put,
            APIPaths.attendance,
            APIDescription(
                "Says whether I was at a date, from its beginning on; with a code word, the one that was shown there",
                request: AttendBody.schema,
                response: AttendanceJSON.schema
            )
        ) { try await $0.attendByAPI() },
        .api(
            .put,
            APIPaths.attendanceOfMember,
            APIDescription(
                "Says whether a member was at a date and how long, as those who can keep the list; the date’s length if no minutes are given",
                request: AttendanceMarkBody.schema,
                response: AttendancePersonJSON.schema
            )
        ) { try await $0.keepAttendanceByAPI() },
    ]
}

private enum AttendBody {
    static let present = BodyField<Bool>.truth("present")
    static let code = BodyField<String?>.text("code", 0...Limits.codeWordScalars)
    static let schema = Schema.body(present, code)
}

private enum AttendanceMarkBody {
    static let present = BodyField<Bool>.truth("present")
    static let minutes = BodyField<Int?>.int("minutes", Limits.attendedMinutes)
    static let schema = Schema.body(present, minutes)
}

extension Call {
    fileprivate func attendanceAnswer() async throws -> Response {
        let thread: ThreadID = try id("thread")
        return try .json(AttendanceJSON(read: try await read { try ReadAttendance.load(thread, $0) }))
    }

    fileprivate func attendByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        let isPresent = try json[AttendBody.present], code = try json[AttendBody.code] ?? ""
        if isPresent, !code.isEmpty {
            try await attend(withCodeWord: code, on: thread)
        } else {
            try await community(of: thread).attend(isPresent ? .wasThere : .wasNotThere, on: thread, as: viewer)
        }
        return try await attendanceAnswer()
    }

    fileprivate func keepAttendanceByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), member: MemberID = try id("member"), json = try json()
        let kept = try await read { try KeptAttendance.load(thread, $0) }
        let minutes = try json[AttendanceMarkBody.minutes] ?? kept.date.gathering.minutes
        let mark = AttendanceMark(member, minutes: try json[AttendanceMarkBody.present] ? minutes : nil)
        try await community(of: thread).keepAttendance([mark], of: thread, as: viewer)
        let now = try await read { try KeptAttendance.load(thread, $0) }
        guard let person = now.people.first(where: { $0.member == member }) else { throw Denial.missing }
        return try .json(AttendancePersonJSON(person: person))
    }
}
