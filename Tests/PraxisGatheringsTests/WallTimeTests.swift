import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisGatherings
import PraxisWords
import Testing

@Suite("Wall time")
struct WallTimeTests {
    private func moment(_ text: String, _ zone: String) throws -> String? {
        let zone = try #require(Zones.named(zone)), wall = try #require(WallTimePlan.wall(text))
        return WallTimePlan.moment(wall, in: zone)?.rfc3339
    }

    @Test(
        "is the moment at which clocks of its zone show it, the first of two, and none that they skip",
        arguments: [
            ("2026-12-15T12:30", "Europe/London", "2026-12-15T12:30:00.000Z"),
            ("2026-07-15T12:30", "Europe/London", "2026-07-15T11:30:00.000Z"),
            ("2026-12-15T00:00", "Pacific/Kiritimati", "2026-12-14T10:00:00.000Z"),
            ("2026-12-15T23:59", "Pacific/Pago_Pago", "2026-12-16T10:59:00.000Z"),
            ("2027-10-31T01:30", "Europe/London", "2027-10-31T00:30:00.000Z"),
            ("2027-03-28T01:30", "Europe/London", nil),
            ("2027-03-28T00:59", "Europe/London", "2027-03-28T00:59:00.000Z"),
            ("2027-03-28T02:00", "Europe/London", "2027-03-28T01:00:00.000Z"),
            ("2027-03-14T02:30", "America/Halifax", nil),
            ("2026-12-15T12:30", "Asia/Kathmandu", "2026-12-15T06:45:00.000Z"),
        ] as [(String, String, String?)]
    )
    func moments(wall: String, zone: String, expected: String?) throws { #expect(try moment(wall, zone) == expected) }

    @Test(
        "is read as programs spell it, and as nothing else",
        arguments: [
            "2026-02-30T12:00", "2026-12-15", "2026-12-15T24:00", "2026-12-15T9:00", "2026-12-15 12:00",
            "2026-12-15T12:60",
            "2026-12-15T12:00Z", "",
        ]
    )
    func refused(text: String) { #expect(WallTimePlan.wall(text) == nil) }
}
