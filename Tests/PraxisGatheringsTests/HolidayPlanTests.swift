import Foundation
import PraxisDomain
import PraxisGatherings
import PraxisTesting
import Testing

private func day(_ text: String) -> Int { LocalTime(date: text)?.dayNumber ?? 0 }

@Suite("Holidays as lines of text")
struct HolidayTextTests {
    @Test(
        "are a day or a span and a name, also as rows of a table; empty lines say nothing, and the days come in their order"
    )
    func read() throws {
        let typed = """

            2027-01-01 New Year’s Day
            2026-12-21 to 2027-01-02 Winter break
              2026-10-12\t2026-10-12\tThanksgiving, and Monday
            2026-11-11,Remembrance Day

            2027-03-15 au 2027-03-19 Relâche
            2027-05-24 – 2027-05-25  Long weekend
            2027-06-01 to be decided
            """
        let holidays = try HolidayTextPlan.holidays(typed.replacing("\n", with: "\r\n"))
        #expect(
            HolidayTextPlan.text(holidays, to: "to") == """
                2026-10-12 Thanksgiving, and Monday
                2026-11-11 Remembrance Day
                2026-12-21 to 2027-01-02 Winter break
                2027-01-01 New Year’s Day
                2027-03-15 to 2027-03-19 Relâche
                2027-05-24 to 2027-05-25 Long weekend
                2027-06-01 to be decided
                """
        )
        #expect(try HolidayTextPlan.holidays(HolidayTextPlan.text(holidays, to: "au")) == holidays)
    }

    @Test("are refused for each line that is wrong, by its number")
    func refused() {
        let typed = """

            Winter break
            2026-02-30 No such day
            2026-12-25
            2027-01-02 to 2026-12-21 Backwards
            2026-12-26 Boxing Day
            2026-12-26 2026-12-26 Again
            2026-01-01 to 2027-06-01 Years
            2026-12-27 \(String(repeating: "a", count: 101))
            2026-1-1 Short
            """
        let wrong = [
            ("holiday-without-day", "2"), ("holiday-without-day", "3"), ("holiday-without-name", "4"),
            ("holiday-ends-early", "5"), ("holiday-given-twice", "7"), ("holiday-is-long", "8"),
            ("holiday-name-is-long", "9"), ("holiday-without-day", "10"),
        ]
        do {
            _ = try HolidayTextPlan.holidays(typed)
            Issue.record("taken")
        } catch {
            guard case .input(let errors) = error else {
                Issue.record("\(error)")
                return
            }
            let found = errors.map { error in
                if case .own(let name, let values) = error.problem {
                    return "\(error.field) \(name) \(values["line"] ?? "")"
                }
                return "\(error)"
            }
            #expect(found == wrong.map { "entries \($0.0) \($0.1)" })
        }
        #expect(throws: Denial.input([FieldError("entries", .missing)])) { try HolidayTextPlan.holidays(" \n ") }
        let many = (0...200).map { "\(LocalTime(dayNumber: 20_000 + $0).date) A day" }.joined(separator: "\n")
        #expect(throws: Denial.input([FieldError("entries", .own("too-many-holidays"))])) {
            try HolidayTextPlan.holidays(many)
        }
    }
}

@Suite("The day to which a date is proposed to move")
struct HolidayPlanTests {
    private let london = TimeZone(identifier: "Europe/London") ?? .gmt

    private func wall(_ text: String) -> LocalTime { WallTimePlan.wall(text) ?? LocalTime(dayNumber: 0) }

    @Test("is a week later, or the next such day that is no holiday and not beside another date; none after four weeks")
    func weeks() {
        let break2 = day("2026-12-15")...day("2026-12-23")
        func proposed(_ holidays: [ClosedRange<Int>], _ others: [String]) -> String? {
            var plan = HolidayPlan(holidays: holidays, days: others.map(day) + [day("2026-12-15")])
            return plan.propose(wall("2026-12-15T12:30"), in: london).map { LocalTime(dayNumber: $0).date }
        }
        #expect(proposed([day("2026-12-15")...day("2026-12-15")], []) == "2026-12-22")
        #expect(proposed([break2], []) == "2026-12-29")
        #expect(proposed([break2], ["2026-12-29"]) == "2027-01-05")
        for beside in ["2026-12-28", "2026-12-30"] { #expect(proposed([break2], [beside]) == "2027-01-05") }
        #expect(proposed([break2], ["2026-12-27", "2026-12-31"]) == "2026-12-29")
        #expect(proposed([day("2026-12-15")...day("2027-01-12")], []) == nil)
        #expect(proposed([break2], ["2026-12-22", "2026-12-29", "2027-01-05", "2027-01-12"]) == nil)
    }

    @Test("keeps the clock over a change of the clocks, and leaves out a day on which they skip that time")
    func clocks() {
        var plan = HolidayPlan(holidays: [], days: [])
        // The clocks of London go forward on 28 March 2027, at 1:00.
        let first = plan.propose(wall("2027-03-23T12:30"), in: london)
        #expect(first == day("2027-03-30"))
        let skipped = plan.propose(wall("2027-03-21T01:30"), in: london)
        #expect(skipped == day("2027-04-04"))
    }

    @Test(
        "is for no date a holiday or beside a date of the series, old or moved, whatever the lists and the rhythm are"
    )
    func property() {
        var random = Seeded(number: 108), proposed = 0, refused = 0
        for _ in 0..<400 {
            let start = 20_800 + Int(random.next() % 300), step = [7, 14, 28, 35, 5][Int(random.next() % 5)]
            let days = (0..<20).map { start + step * $0 }
            let holidays = (0..<Int(random.next() % 12) + 1).map { _ in
                let first = start + Int(random.next() % UInt64(step * 20))
                return first...first + Int(random.next() % 25)
            }
            var plan = HolidayPlan(holidays: holidays, days: days), taken = days
            for day in days where holidays.contains(where: { $0.contains(day) }) {
                let wall = WallTimePlan.wall(LocalTime(dayNumber: day), Int(random.next() % 1_440))
                guard let new = plan.propose(wall, in: london) else {
                    refused += 1
                    continue
                }
                proposed += 1
                #expect(!holidays.contains { $0.contains(new) })
                #expect((new - day) % 7 == 0 && (7...28).contains(new - day))
                #expect(!taken.contains { abs($0 - new) <= 1 })
                taken.append(new)
            }
        }
        #expect(proposed > 500 && refused > 50)
    }
}

/// A generator of the same numbers each time (xorshift).
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(number: UInt64) { state = number &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
