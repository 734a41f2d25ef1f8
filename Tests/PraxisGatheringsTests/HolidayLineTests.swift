import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("Holidays in a corpus file")
struct HolidayLineTests {
    private static let before = [
        #"{"type":"member","id":1,"display_name":"Ann Okafor","email":"ann@example.org"}"#,
        #"{"type":"community","id":1,"slug":"nursing","name":"Nursing"}"#,
        #"{"type":"community","id":2,"slug":"school","name":"School"}"#,
        #"{"type":"group","id":1,"slug":"winter","name":"Winter","community":1}"#,
        #"{"type":"holiday_list","id":1,"community_id":1,"name":"Schools"}"#,
        #"{"type":"holiday_list","id":2,"name":"Everywhere"}"#,
        #"{"type":"holiday_list","id":3,"community_id":2,"name":"Of the other"}"#,
        #"{"type":"holiday","list_id":1,"first":"P18D","last":"P22D","name":"Half-term"}"#,
        #"{"type":"holiday","list_id":2,"first":"2026-12-25","name":"Christmas"}"#,
        #"{"type":"series","id":1,"group_id":1,"author_id":1,"name":"Evening rounds","zone":"Europe/London","minutes":60,"mode":"online","created_at":"-P9D"}"#,
        #"{"type":"series_holidays","series_id":1,"list_id":1}"#,
        #"{"type":"series_holidays","series_id":1,"list_id":2}"#,
    ]

    @Test("are days or so many days from the import, and taken once")
    func taken() async throws {
        let site = try TestSite()
        for _ in 1...2 {
            let refused = try await Corpus(Self.before).take(into: site).refused
            #expect(refused.isEmpty)
        }
        let today = LocalTime(site.now, in: .gmt).dayNumber
        let days: [String] = try await site.all("SELECT firstDay || ' ' || lastDay FROM holiday ORDER BY listId")
        #expect(
            days == [
                "\(LocalTime(dayNumber: today + 18).date) \(LocalTime(dayNumber: today + 22).date)",
                "2026-12-25 2026-12-25",
            ]
        )
        #expect(try await site.value("SELECT count(*) FROM seriesHolidays" as SQL<Int>) == 2)
    }

    @Test("are refused with a reason, and a list that was deleted since is not made again")
    func refused() async throws {
        for line in [
            #"{"type":"holiday","list_id":1,"first":"soon","name":"No"}"#,
            #"{"type":"holiday","list_id":1,"first":"2026-12-25","last":"2026-12-24","name":"No"}"#,
            #"{"type":"holiday","list_id":1,"first":"2026-12-25","last":"P3D","name":"No"}"#,
            #"{"type":"holiday","list_id":9,"first":"2026-12-25","name":"No"}"#,
            #"{"type":"holiday","list_id":1,"first":"2026-12-25","name":""}"#,
            #"{"type":"holiday_list","id":4,"community_id":9,"name":"No"}"#,
            #"{"type":"series_holidays","series_id":1,"list_id":3}"#,
            #"{"type":"holiday_kept","thread_id":1,"list_id":1,"first":"P18D","last":"P22D"}"#,
        ] {
            #expect(try await Corpus(Self.before + [line]).take(into: TestSite()).refused.count == 1, "\(line)")
        }
        let site = try TestSite()
        _ = try await Corpus(Self.before).take(into: site)
        let list: HolidayListID = try await site.value("SELECT id FROM holidayList WHERE name = 'Schools'")
        let admin = Viewer(
            member: try await site.member("Sam Admin", isSiteAdministrator: true),
            isSiteAdministrator: true
        )
        let community: CommunityID = try await site.value("SELECT id FROM community WHERE slug = 'nursing'")
        try await site.env.communities[community].deleteHolidayList(list, as: admin)
        #expect(try await Corpus(Self.before).take(into: site).refused.isEmpty)
        #expect(try await site.value("SELECT count(*) FROM holidayList" as SQL<Int>) == 2)
    }
}
