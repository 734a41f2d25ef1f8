import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("Series in a corpus file")
struct SeriesLineTests {
    private static let before = [
        #"{"type":"member","id":1,"display_name":"Ann Okafor","email":"ann@example.org"}"#,
        #"{"type":"community","id":1,"slug":"nursing","name":"Nursing"}"#,
        #"{"type":"group","id":1,"slug":"winter","name":"Winter","community":1}"#,
        #"{"type":"series","id":1,"group_id":1,"author_id":1,"name":"Evening rounds","zone":"Europe/London","minutes":60,"mode":"online","created_at":"-P9D"}"#,
    ]

    @Test("get their dates when the site is served, so many days from the import on")
    func made() async throws {
        let site = try TestSite()
        let rhythm = #"{"type":"series_rhythm","series_id":1,"start":"-P25DT12H30M","repeats":"fortnightly"}"#
        let refused = try await Corpus(Self.before + [rhythm, rhythm]).take(into: site).refused
        #expect(refused.isEmpty)
        for tick in Forum.capabilities.ticks where tick.name == "dates of series" {
            try await tick.run(site.env)
            try await tick.run(site.env)
        }
        let dates: [String] = try await site.all("SELECT localStart FROM gathering ORDER BY startAt")
        #expect(dates.prefix(3) == ["2026-10-27T12:30", "2026-11-10T12:30", "2026-11-24T12:30"])
        #expect(dates.count == 54)
    }

    @Test(
        "are refused with a reason",
        arguments: [
            #"{"type":"series_rhythm","series_id":1,"start":"2027-03-09T12:30","rule":"FREQ=DAILY"}"#,
            #"{"type":"series_rhythm","series_id":1,"start":"2027-03-09T12:30","rule":"often"}"#,
            #"{"type":"series_rhythm","series_id":1,"start":"2027-03-09T12:30"}"#,
            #"{"type":"series_rhythm","series_id":1,"start":"soon","rule":"FREQ=WEEKLY"}"#,
            #"{"type":"series_rhythm","series_id":2,"start":"2027-03-09T12:30","rule":"FREQ=WEEKLY"}"#,
            #"{"type":"series_rhythm","series_id":1,"from":"soon","start":"2027-03-09T12:30","rule":"FREQ=WEEKLY"}"#,
            #"{"type":"series","id":2,"group_id":1,"author_id":1,"name":"No","zone":"Europe/London","minutes":60,"mode":"online","created_at":"-P9D"}"#,
            #"{"type":"series","id":2,"group_id":1,"author_id":1,"name":"Evenings","zone":"Mars/Olympus","minutes":60,"mode":"online","created_at":"-P9D"}"#,
            #"{"type":"series","id":2,"group_id":1,"author_id":1,"name":"Evenings","zone":"Europe/London","minutes":60,"mode":"in-person","join_link":"https://x.example","created_at":"-P9D"}"#,
        ]
    )
    func refused(line: String) async throws {
        #expect(try await Corpus(Self.before + [line]).take(into: TestSite()).refused.count == 1)
    }
}
