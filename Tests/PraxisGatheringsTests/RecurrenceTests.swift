import Foundation
import PraxisDomain
import PraxisGatherings
import Testing

/// One rule of the corpus with the days that it gives.
struct RecurrenceVector: Decodable, Sendable {
    let rrule: String
    let dtstart: String
    let instances: [String]
    let error: String?

    static let folder =
        ProcessInfo.processInfo.environment["PRAXIS_CORPORA"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../shared/corpora").standardized

    /// Nil without the corpus.
    static let all: [RecurrenceVector]? = {
        guard let json = try? Data(contentsOf: folder.appending(path: "rrule/vectors.json")) else { return nil }
        return try? JSONDecoder().decode([RecurrenceVector].self, from: json)
    }()

    /// Of `20261215T123000`.
    static func day(_ text: String) -> Int? {
        let digits = Array(text)
        guard digits.count >= 8 else { return nil }
        return LocalTime(date: "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")?.dayNumber
    }

    /// What the rule gives, as many as the corpus lists and one more.
    func days() throws -> [Int] {
        let first = try #require(Self.day(dtstart)), time = dtstart.dropFirst(9)
        let rule = try RecurrenceRule(rrule) { until in
            guard let day = Self.day(until) else { return nil }
            let ends = until.dropFirst(9).prefix(6)
            return ends.isEmpty || time.isEmpty || ends >= time ? day : day - 1
        }
        let most = instances.count + (rule.end == .never ? 0 : 1)
        return Array(RecurrencePlan(rule, from: first, through: first + 366 * 60).prefix(most))
    }
}

@Suite("A rule of recurrence")
struct RecurrenceTests {
    /// Yearly rules of a day of the month without a month: the corpus has them in the month of the start, RFC 5545 in each month, since
    /// `BYMONTHDAY` expands a year; python-dateutil reads them as we do.
    private static let differ = [
        "FREQ=YEARLY;BYMONTHDAY=29;COUNT=3": ["2024-02-29", "2024-03-29", "2024-04-29"],
        "FREQ=YEARLY;BYMONTHDAY=-29,-1;COUNT=4": ["2024-02-01", "2024-02-29", "2024-03-03", "2024-03-31"],
    ]

    @Test(
        "gives the days that the corpus lists, or is refused by name",
        .enabled(if: RecurrenceVector.all != nil, "the corpora are not beside this clone")
    )
    func vectors() throws {
        let all = try #require(RecurrenceVector.all)
        var right = 0, different = 0, refused: [String: Int] = [:]
        for vector in all {
            do {
                let days = try vector.days()
                if let ours = Self.differ[vector.rrule] {
                    #expect(days.prefix(ours.count).map { LocalTime(dayNumber: $0).date } == ours)
                    different += 1
                } else {
                    #expect(days == vector.instances.compactMap(RecurrenceVector.day), "\(vector.rrule)")
                    right += 1
                }
                #expect(vector.error == nil, "\(vector.rrule) must be refused")
            } catch let refusal as RecurrenceRule.Refusal {
                if case .notOffered(let name) = refusal {
                    refused[name, default: 0] += 1
                } else {
                    #expect(vector.error != nil, "\(vector.rrule) is not read")
                }
            }
        }
        #expect((all.count, right, different) == (100, 55, 2))
        #expect(
            Set(refused.keys).isSubset(of: [
                "BYWEEKNO", "BYYEARDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "SECONDLY", "MINUTELY", "HOURLY",
            ])
        )
        #expect(refused.values.reduce(0, +) == 43)
    }

    @Test(
        "without any day ends",
        arguments: [
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
            "FREQ=WEEKLY;INTERVAL=999;BYMONTH=2;BYSETPOS=7;BYDAY=MO,TU", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
        ]
    )
    func withoutDays(rule: String) throws {
        let read = try RecurrenceRule(rule) { _ in nil }
        var days = RecurrencePlan(read, from: 20_000, through: 20_000 + 36_525)
        #expect(days.next() == nil)
    }

    @Test("that ends before it begins has no day")
    func endsBefore() throws {
        var rule = RecurrenceRule(.weekly)
        rule.end = .day(20_801)
        var days = RecurrencePlan(rule, from: 20_802, through: 30_000)
        #expect(days.next() == nil)
    }

    @Test(
        "is written as it was read",
        arguments: [
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20271231", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=12",
            "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=17", "FREQ=WEEKLY;WKST=SU;BYDAY=MO,WE",
        ]
    )
    func text(rule: String) throws {
        #expect(try RecurrenceRule(rule) { RecurrenceVector.day($0) }.text == rule)
    }

    @Test(
        "that cannot be read is refused",
        arguments: [
            "", "FREQ", "FREQ=", "FREQ=WEEKLY;FREQ=WEEKLY", "INTERVAL=2", "FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=WEEKLY;COUNT=1;UNTIL=20270101", "FREQ=WEEKLY;UNTIL=soon", "FREQ=MONTHLY;BYDAY=0TU",
            "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=WEEKLY;WKST=X", "FREQ=WEEKLY;INTERVAL=99999999999999999999",
        ]
    )
    func unreadable(rule: String) {
        #expect(throws: RecurrenceRule.Refusal.unreadable) { try RecurrenceRule(rule) { RecurrenceVector.day($0) } }
    }
}

@Suite("A rhythm")
struct RhythmTests {
    private static let day = LocalTime(dayNumber: 20_802)  // Tuesday 15 December 2026, the third and last but two

    @Test("is known again by its rule", arguments: Rhythm.allCases)
    func again(rhythm: Rhythm) {
        for number in 20_802..<20_802 + 31 {
            let day = LocalTime(dayNumber: number), rule = rhythm.rule(on: day, end: .count(5))
            // The last of four weekdays is the fourth one and the last one.
            #expect(Rhythm(rule, on: day) == rhythm)
            var days = RecurrencePlan(rule, from: number, through: number)
            let isLast = LocalTime(dayNumber: number + 7).month != day.month
            #expect((days.next() == number) == (rhythm.anchor != .last || isLast), "\(rhythm) on \(day.date)")
        }
    }

    @Test(
        "is known by other spellings of its rule",
        arguments: [
            ("FREQ=WEEKLY", Rhythm.weekly), ("FREQ=WEEKLY;BYDAY=TU;WKST=SU", .weekly),
            ("FREQ=WEEKLY;INTERVAL=2", .fortnightly), ("FREQ=MONTHLY", .monthlyOnDay),
            ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=3", .monthlyOnWeekday), ("FREQ=MONTHLY;BYDAY=-1TU", .monthlyOnLast),
            ("FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", .quarterlyOnWeekday), ("FREQ=YEARLY", .yearlyOnDay),
            ("FREQ=YEARLY;BYMONTH=12;BYDAY=TU;BYSETPOS=-1", .yearlyOnLast),
        ]
    )
    func spellings(text: String, rhythm: Rhythm) throws {
        #expect(Rhythm(try RecurrenceRule(text) { _ in nil }, on: Self.day) == rhythm)
    }

    @Test(
        "does not know rules that its form cannot say",
        arguments: [
            "FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;INTERVAL=2", "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=YEARLY;INTERVAL=2",
            "FREQ=YEARLY;BYDAY=20MO", "FREQ=MONTHLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=3TU;BYMONTH=1,2",
        ]
    )
    func notOffered(text: String) throws {
        #expect(Rhythm(try RecurrenceRule(text) { _ in nil }, on: Self.day) == nil)
    }
}
