import Foundation
import PraxisDigest
import PraxisDomain
import PraxisForum
import Testing

@Suite("The plan of digests")
struct DigestPlanTests {
    private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

    private func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }

    /// The due times between two moments, one after the other.
    private func dueTimes(
        _ cadence: Cadence,
        _ zone: TimeZone,
        from start: Timestamp,
        to end: Timestamp
    ) -> [DigestDueTime] {
        var dueTimes: [DigestDueTime] = [], last = start
        while let due = DigestPlan.next(after: last, cadence, in: zone), due.at <= end {
            dueTimes.append(due)
            last = due.at
        }
        return dueTimes
    }

    private static let nights: [(zone: String, day: String)] = [
        ("Europe/London", "2026-03-29"), ("Europe/London", "2026-10-25"), ("America/Halifax", "2026-03-08"),
        ("America/Halifax", "2026-11-01"), ("Australia/Adelaide", "2026-04-05"), ("Australia/Adelaide", "2026-10-04"),
        ("Australia/Lord_Howe", "2026-04-05"), ("Australia/Lord_Howe", "2026-10-04"),
        ("Pacific/Kiritimati", "2026-10-04"),
    ]

    @Test(
        "has one due time a local day over the nights on which the clocks change, at whatever hour",
        arguments: nights
    )
    func oneADay(zone name: String, day: String) throws {
        let zone = try zone(name), noon = try moment(day + "T12:00:00Z")
        let middle = try #require(LocalTime(date: day)).dayNumber
        for hour in 0..<24 {
            var cadence = Cadence()
            (cadence.days, cadence.hour) = (Set(0..<7), hour)
            let found = dueTimes(cadence, zone, from: noon - .days(4), to: noon + .days(4))
            let days = found.map(\.day).filter { abs($0 - middle) <= 2 }
            #expect(days == Array(middle - 2...middle + 2), "\(hour) o'clock")
            for due in found {
                let local = LocalTime(due.at, in: zone)
                #expect(local.dayNumber == due.day)
                // Only an hour that does not exist is replaced, by the next time that does.
                #expect(
                    local.hour == hour && local.minute == 0
                        || due.day == middle && (local.hour, local.minute) > (hour, 0)
                )
            }
        }
    }

    private static let exact: [(zone: String, hour: Int, after: String, at: String)] = [
        ("Europe/London", 1, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z"),  // 1:00 does not exist: 2:00 summer time
        ("Europe/London", 1, "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z"),  // 1:00 occurs twice: the first
        ("Europe/London", 7, "2026-10-24T12:00:00Z", "2026-10-25T07:00:00Z"),
        ("America/Halifax", 2, "2026-03-07T12:00:00Z", "2026-03-08T06:00:00Z"),  // 3:00 daylight time
        ("America/Halifax", 1, "2026-10-31T12:00:00Z", "2026-11-01T04:00:00Z"),
        ("Australia/Adelaide", 2, "2026-10-03T12:00:00Z", "2026-10-03T16:30:00Z"),  // 3:00 daylight time
        ("Australia/Lord_Howe", 2, "2026-10-03T12:00:00Z", "2026-10-03T15:30:00Z"),  // 2:30: a gap of half an hour
        ("Pacific/Kiritimati", 7, "2026-11-20T17:00:00Z", "2026-11-21T17:00:00Z"),  // strictly after
    ]

    @Test("leaves at the next time that exists, and at the first of two", arguments: exact)
    func gapsAndFolds(zone name: String, hour: Int, after: String, at: String) throws {
        var cadence = Cadence()
        (cadence.days, cadence.hour) = (Set(0..<7), hour)
        let due = DigestPlan.next(after: try moment(after), cadence, in: try zone(name))
        #expect(due?.at == (try moment(at)))
    }

    @Test("keeps to the days that were chosen")
    func days() throws {
        let zone = try zone("Europe/London"), friday = try moment("2026-11-20T12:00:00Z")
        #expect(DigestPlan.next(after: friday, Cadence(), in: zone)?.period == "2026-11-23")
        var weekly = Cadence()
        (weekly.rhythm, weekly.weekday) = (.weekly, 5)
        #expect(DigestPlan.next(after: friday, weekly, in: zone)?.period == "2026-11-21")
        weekly.rhythm = .none
        #expect(DigestPlan.next(after: friday, weekly, in: zone) == nil)
    }

    @Test("comes every other week to everybody alike")
    func fortnights() throws {
        var cadence = Cadence()
        (cadence.rhythm, cadence.weekday) = (.fortnightly, 2)
        let zone = try zone("Europe/London"), start = try moment("2026-12-01T00:00:00Z")
        let days = dueTimes(cadence, zone, from: start, to: start + .days(70)).map(\.day)
        #expect(days.count == 5)
        #expect(zip(days, days.dropFirst()).allSatisfy { $1 - $0 == 14 })
    }

    @Test("takes the last day of a month that is too short", arguments: [28, 30, 31])
    func monthEnds(day: Int) throws {
        var cadence = Cadence()
        (cadence.rhythm, cadence.monthDay) = (.monthly, day)
        let start = try moment("2027-12-31T23:00:00Z")
        let periods = dueTimes(cadence, try zone("UTC"), from: start, to: start + .days(366)).map(\.period)
        #expect(periods.count == 12)
        // 2028 has a leap day.
        #expect(periods[1] == (day == 28 ? "2028-02-28" : "2028-02-29"))
        #expect(periods[3] == (day == 31 ? "2028-04-30" : "2028-04-\(day)"))
        #expect(periods[11] == "2028-12-\(day)")
    }

    @Test("collapses what was missed into the latest due time")
    func collapses() throws {
        let zone = try zone("Europe/London"), due = try moment("2026-11-23T07:00:00Z")
        let now = try moment("2026-11-25T14:00:00Z")
        let round = DigestPlan.round(dueAt: due, now: now, lastDay: nil, Cadence(), in: zone)
        #expect(round.due?.period == "2026-11-25")
        #expect(round.next?.at == (try moment("2026-11-26T07:00:00Z")))
    }

    @Test("gives no day a second digest when its member travels west")
    func travels() throws {
        let halifax = try zone("America/Halifax"), now = try moment("2026-11-23T09:00:00Z")
        let today = try #require(LocalTime(date: "2026-11-23")).dayNumber
        let round = DigestPlan.round(dueAt: now, now: now + .hours(4), lastDay: today, Cadence(), in: halifax)
        #expect(round.due == nil)
        #expect(round.next?.period == "2026-11-24")
    }

    @Test("spreads members over ten minutes, each always alike")
    func spread() {
        let delays = (1...3_000).map { DigestPlan.delay(of: MemberID(rawValue: $0)) }
        #expect(delays.allSatisfy { $0 >= .seconds(0) && $0 < DigestPlan.spread })
        for minute in 0..<10 {
            let those = delays.count { $0 >= .minutes(Int64(minute)) && $0 < .minutes(Int64(minute + 1)) }
            #expect((250...350).contains(those), "\(those) in minute \(minute)")
        }
        #expect(DigestPlan.delay(of: MemberID(rawValue: 7)) == delays[6])
    }
}
