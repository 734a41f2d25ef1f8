import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// Four people of a group: who came by the code word, who was ticked with minutes that are wrong, who said maybe, and who said nothing.
    static let attendance = StyleSample("attendance", { $0.gatherings.attendance.heading() }) { call, texts in
        let date = Gathering(sample: 8, call.now - .days(1), call)
        let people = [
            AttendancePerson(0, texts, .yes, Attended(by: .code)), .init(1, texts, .yes, Attended(by: .host)),
            .init(2, texts, .maybe, nil), .init(3, texts, nil, nil),
        ]
        let kept = KeptAttendance(date: TitledGathering(texts.titles[2], date), people: people)
        var view = AttendanceListPageView(call: call, kept: kept, page: AttendanceListPage(people, find: ""))
        view.errors = [FieldError(TypedAttendance.field(people[1].member), .notANumber)]
        return view.page.main
    }
}

extension AttendancePerson {
    fileprivate init(_ index: Int, _ texts: StyleSample.Texts, _ answer: GatheringAnswer?, _ attended: Attended?) {
        member = MemberID(rawValue: -1 - Int64(index))
        name = texts.names[index]
        (folded, email) = ("", "")
        (self.answer, self.attended) = (answer, attended)
    }
}

extension Attended {
    fileprivate init(by way: AttendanceWay) {
        (isPresent, minutes) = (true, 60)
        (self.way, version) = (way, 1)
    }
}
