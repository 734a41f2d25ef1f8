import PraxisDomain
import PraxisWeb

/// A part of the list of who was at a date: those whose name was looked for, and of these one page.
struct AttendanceListPage: Sendable {
    let people: [AttendancePerson]
    /// What was looked for; empty for nothing.
    let find: String
    /// Counted from 1.
    let number: Int
    let count: Int

    /// Returns nil for a page that there is not.
    init?(_ found: [AttendancePerson], find: String, number: Int) {
        let rows = Limits.attendanceRows, count = max(1, (found.count + rows - 1) / rows)
        guard (1...count).contains(number) else { return nil }
        self.find = find
        (self.number, self.count) = (number, count)
        people = Array(found.dropFirst((number - 1) * rows).prefix(rows))
    }

    /// Those people, whatever page they stand on.
    init(_ people: [AttendancePerson], find: String) {
        (self.people, self.find) = (people, find)
        (number, count) = (1, 1)
    }

    /// What the form says of each person as they were when it was shown: `12:60` was there for an hour, `13:` was not.
    var before: String {
        people.map { "\($0.member):\($0.isPresent ? "\($0.attended?.minutes ?? 0)" : "")" }.joined(separator: " ")
    }
}

/// The list of who was at a date, as its form was sent.
///
/// What stands as it was shown changes nothing, so that two hosts at once do not undo what the other has said.
struct TypedAttendance: Sendable {
    private let form: Fields
    private let kept: KeptAttendance
    private let shown: [Shown]

    private struct Shown: Sendable {
        let member: MemberID
        /// Nil if they were not there.
        let minutes: Int?

        /// Returns nil for what no form says.
        init?(_ text: Substring) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let member = MemberID(parts[0]) else { return nil }
            (self.member, minutes) = (member, Int(parts[1]))
        }
    }

    init(_ form: Fields, _ kept: KeptAttendance) {
        (self.form, self.kept) = (form, kept)
        shown = form.text("shown").split(separator: " ").prefix(Limits.attendanceRows).compactMap(Shown.init)
    }

    /// The people of the form.
    var page: AttendanceListPage {
        let there = Set(shown.map(\.member))
        return AttendanceListPage(kept.people.filter { there.contains($0.member) }, find: form.text("find"))
    }

    /// As the form said it.
    var before: String { form.text("shown") }

    func isTicked(_ member: MemberID) -> Bool { form.all("present").contains(member.description) }

    func minutes(_ member: MemberID) -> String { form.text(Self.field(member)) }

    /// The field with the minutes of a member.
    static func field(_ member: MemberID) -> String { "m\(member)" }

    /// - Throws: `Denial.input` naming each field of minutes that is wrong.
    func marks() throws(Denial) -> [AttendanceMark] {
        let people = Dictionary(kept.people.map { ($0.member, $0) }) { first, _ in first }
        var errors: [FieldError] = [], marks: [AttendanceMark] = []
        for was in shown {
            let mark = errors.collect(nil as AttendanceMark?) { () throws(Denial) in try self.mark(was.member) }
            guard let mark else { continue }
            let known = people[was.member]
            let isAsKnown = known.map { $0.isPresent && $0.attended?.minutes == mark.minutes } ?? false
            if mark.minutes != was.minutes || isAsKnown { marks.append(mark) }
        }
        guard errors.isEmpty else { throw .input(errors) }
        return marks
    }

    private func mark(_ member: MemberID) throws(Denial) -> AttendanceMark {
        guard isTicked(member) else { return AttendanceMark(member, minutes: nil) }
        let typed = TypedText.normalised(minutes(member)), range = Limits.attendedMinutes, field = Self.field(member)
        if typed.isEmpty { return AttendanceMark(member, minutes: kept.date.gathering.minutes) }
        guard let minutes = Int(typed) else { throw .input([FieldError(field, .notANumber)]) }
        guard range.contains(minutes) else {
            throw .input([FieldError(field, .notBetween(range.lowerBound, range.upperBound))])
        }
        return AttendanceMark(member, minutes: minutes)
    }

    /// Back to the page of the list from which it came.
    func query(done: String) -> String {
        let page = Int(form.text("page")).map { "&page=\($0)" } ?? ""
        let find = form.text("find")
        return "?done=\(done)\(page)\(find.isEmpty ? "" : "&find=" + Fields.encode(find))"
    }
}
