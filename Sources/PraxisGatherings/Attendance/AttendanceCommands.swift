package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

/// What a member says about themselves at a date.
package enum AttendanceClaim: Sendable {
    case wasThere
    /// Takes it back.
    case wasNotThere
    /// The code word as it was typed, and the key of the site that it is made from.
    case codeWord(String, key: [UInt8])
}

/// What a host says about one member at a date.
package struct AttendanceMark: Equatable, Sendable {
    package let member: MemberID
    /// Nil if they were not there.
    package let minutes: Int?

    package init(_ member: MemberID, minutes: Int?) { (self.member, self.minutes) = (member, minutes) }
}

extension Community {
    /// Says that the viewer was at a date, or takes that back; what is so already changes nothing.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.input` naming `present` or `code` before it begins, too long after its
    ///   end, for a wrong code word and where a host has said it; what the policy says.
    package func attend(_ claim: AttendanceClaim, on thread: ThreadID, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            let date = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(Attend.self, facts), member = try permit.author()
            let mark = try claim.mark(of: member, at: date, now: db.now)
            let old = try db.first(Attended.of(member, at: thread))
            let way: AttendanceWay = claim.isCodeWord ? .code : .own
            if old?.isPresent ?? false == (mark.minutes != nil), !(way == .code && old?.way == .own) { return }
            if old?.way.isHosts ?? false { throw Denial.input([FieldError(claim.field, .attendanceIsHosts)]) }
            try db.set(mark, old, way, by: member, at: date)
            try db.correctCertificate(of: member, at: date)
            try db.record(.attendanceChanged, thread.subject, by: permit)
        }
    }

    /// Says who was at a date and who was not: all of it, or nothing.
    ///
    /// What is so already changes nothing; that members had said of themselves it becomes the host's word.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads, and for a member who is not on its list; `.input` before it begins, for
    ///   one that does not take place, and for minutes out of range; what the policy says.
    package func keepAttendance(
        _ marks: [AttendanceMark],
        _ way: AttendanceWay = .host,
        of thread: ThreadID,
        as viewer: Viewer
    ) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            let date = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(KeepAttendance.self, facts), host = try permit.author()
            if let problem = AttendancePlan.refusal(date, at: db.now) {
                throw Denial.input([FieldError("present", problem)])
            }
            let listed = try db.all(AttendancePerson.of(thread, facts))
            let known = Dictionary(listed.map { ($0.member, $0) }) { first, _ in first }
            var changed: [MemberID] = []
            for mark in marks {
                guard let person = known[mark.member] else { throw Denial.missing }
                try mark.check()
                guard mark.changes(person.attended) else { continue }
                try db.set(mark, person.attended, way, by: host, at: date)
                try db.correctCertificate(of: mark.member, at: date)
                changed.append(mark.member)
            }
            try db.note(changed, of: date, by: permit)
        }
    }
}

extension AttendanceClaim {
    fileprivate var isCodeWord: Bool { if case .codeWord = self { true } else { false } }

    fileprivate var field: String { isCodeWord ? "code" : "present" }

    /// - Throws: `Denial.input`.
    fileprivate func mark(of member: MemberID, at date: Gathering, now: Timestamp) throws(Denial) -> AttendanceMark {
        if let problem = AttendancePlan.refusal(date, at: now) { throw .input([FieldError(field, problem)]) }
        switch self {
        case .codeWord(let typed, let key):
            if !AttendancePlan.takesCodeWord(date, at: now) { throw .input([FieldError(field, .codeWordIsOver)]) }
            guard CodeWord(of: date.thread, key: key).matches(typed) else {
                throw .input([FieldError(field, .codeWordIsWrong)])
            }
        case .wasThere, .wasNotThere:
            if !AttendancePlan.takesDeclarations(date, at: now) {
                throw .input([FieldError(field, .attendanceIsClosed)])
            }
        }
        if case .wasNotThere = self { return AttendanceMark(member, minutes: nil) }
        return AttendanceMark(member, minutes: date.minutes)
    }
}

extension AttendanceMark {
    fileprivate func check() throws(Denial) {
        let range = Limits.attendedMinutes
        guard let minutes, !range.contains(minutes) else { return }
        throw .input([FieldError("minutes", .notBetween(range.lowerBound, range.upperBound))])
    }

    /// Whether it says something else than is known, or says as a host's what the member had said.
    fileprivate func changes(_ old: Attended?) -> Bool {
        guard let old, old.isPresent || minutes == nil else { return minutes != nil }
        guard let minutes else { return old.isPresent }
        return old.minutes != minutes || !old.way.isHosts
    }
}

extension WriteDB {
    /// Of somebody who was not there the minutes stay as they were.
    fileprivate func set(
        _ mark: AttendanceMark,
        _ old: Attended?,
        _ way: AttendanceWay,
        by author: MemberID,
        at date: Gathering
    ) throws {
        try run(
            """
            INSERT INTO attendance (threadId, memberId, isPresent, minutes, way, authorId, saidAt, version)
            VALUES (\(date.thread), \(mark.member), \(mark.minutes != nil), \(mark.minutes ?? old?.minutes ?? date.minutes), \(way), \(author),
                \(now), 1)
            ON CONFLICT (threadId, memberId) DO UPDATE SET isPresent = excluded.isPresent, minutes = excluded.minutes, way = excluded.way,
                authorId = excluded.authorId, saidAt = excluded.saidAt, version = attendance.version + 1
            """
        )
    }

    /// One line of the audit log for a sitting; a week after the end of the date, one for each person of whom something else is said.
    fileprivate func note(
        _ changed: [MemberID],
        of date: Gathering,
        by permit: borrowing Permit<KeepAttendance>
    ) throws {
        guard let first = changed.first else { return }
        let isLate = AttendancePlan.isLate(date, at: now), thread = date.thread.subject
        let mandate =
            try isLate
            ? audit(.attendanceCorrected, first.subject, by: permit) : audit(.attendanceKept, thread, by: permit)
        if isLate { for member in changed.dropFirst() { try audit(.attendanceCorrected, member.subject, by: permit) } }
        try record(.attendanceChanged, thread, by: mandate)
    }
}
