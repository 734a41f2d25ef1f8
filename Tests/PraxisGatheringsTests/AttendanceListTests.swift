import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("Who was at a date: the host’s list")
struct AttendanceListTests {
    @Test("is for the hosts of the group alone, with those who said they come first")
    func order() async throws {
        let world = try await GatheringWorld()
        _ = try await world.answer("yes", .moderator)
        _ = try await world.answer("maybe", .guest)
        _ = try await world.answer("no", .manager)
        #expect(try await world.page(world.list, .facilitator).has("The gathering has not begun yet"))
        try await world.site.begin(world.gathering)
        for persona in Persona.allCases where persona != .facilitator {
            #expect(try await world.page(world.list, persona).status != 200, "\(persona)")
            #expect(try await world.tick([.member: 60], shown: [.member: nil], as: persona).status != 303, "\(persona)")
        }
        let page = try await world.page(world.list, .facilitator)
        let names = ["Moderator", "Guest", "Facilitator", "Manager", "Member", "Silenced"].map { "<bdi>\($0) Person" }
        let places = names.map { page.text.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        for absent in ["Stranger", "Former", "Suspended", "Pending"] { #expect(!page.has("<bdi>\(absent) Person")) }
        #expect(page.has("value=\"60\"") && Markup.faults(page.text) == [])
        #expect(try await world.attended() == [])
    }

    @Test("writes what was changed in it alone, so that two hosts at once keep what the other has said")
    func saving() async throws {
        let world = try await GatheringWorld.begun()
        let first = try await world.tick(
            [.member: 60, .moderator: 45],
            shown: [.member: nil, .moderator: nil, .manager: nil]
        )
        #expect(first.location == world.list + "?done=attendance")
        #expect(try await world.attended() == ["Member Person 1 60 host 1", "Moderator Person 1 45 host 1"])
        #expect(try await world.page(world.list + "?done=attendance", .facilitator).has("Who was there is saved."))
        // Another host, whose page is older: nobody was ticked when it was shown.
        _ = try await world.tick([.manager: 60], shown: [.member: nil, .moderator: nil, .manager: nil])
        #expect(try await world.attended().count == 3)
        _ = try await world.tick([.moderator: 50], shown: [.member: 60, .moderator: 45])
        #expect(try await world.attended().last == "Moderator Person 1 50 host 2")
        #expect(try await world.attended().contains("Member Person 0 60 host 2"))
        let page = try await world.page("/t/\(world.gathering)", .member)
        #expect(page.has("The facilitators have said that you were not there.") && page.has("2 people were there."))
        let refused = try await world.people.post(world.attend, [("present", "yes")], as: .member)
        #expect(refused.status == 422)
        let lines: Int = try await world.site.value("SELECT count(*) FROM audit WHERE act = 'attendance-kept'")
        #expect(lines == 3)
    }

    @Test("says which minutes are wrong, keeps what was typed and writes nothing")
    func wrong() async throws {
        let world = try await GatheringWorld.begun(), member = try world.people.member(.member)
        for typed in ["0", "2000", "an hour"] {
            let fields = [
                ("shown", "\(member): \(try world.people.member(.guest)):"), ("present", "\(member)"),
                ("present", "\(try world.people.member(.guest))"), ("m\(member)", typed),
            ]
            let refused = try await world.people.post(world.list, fields, as: .facilitator)
            #expect(
                refused.status == 422 && refused.has("value=\"\(typed)\"") && refused.has("Minutes of Member Person")
            )
            #expect(Markup.faults(refused.text) == [])
        }
        let elsewhere = [("shown", "\(try world.people.member(.stranger)): 99999: x:y"), ("present", "99999")]
        #expect(try await world.people.post(world.list, elsewhere, as: .facilitator).status == 404)
        #expect(try await world.attended() == [])
    }

    @Test("has pages and a search where many people are")
    func pages() async throws {
        let world = try await GatheringWorld.begun(), site = world.site
        for number in 10..<60 {
            try await site.join(try await site.member("Zed Number\(number)"), world.people.community)
        }
        let first = try await world.page(world.list, .facilitator),
            second = try await world.page(world.list + "?page=2", .facilitator)
        #expect(first.has("Zed Number10") && !first.has("Zed Number59") && second.has("Zed Number59"))
        let found = try await world.page(world.list + "?find=NUMBER42", .facilitator)
        #expect(found.has("Zed Number42") && !found.has("Zed Number41") && Markup.faults(found.text) == [])
        #expect(
            try await world.page(world.list + "?find=nobody", .facilitator).has(
                "No one in the group has a name like that."
            )
        )
        #expect(try await world.page(world.list + "?page=3", .facilitator).status == 404)
        let member: MemberID = try await site.value("SELECT id FROM member WHERE name = 'Zed Number42'")
        let fields = [("shown", "\(member):"), ("present", "\(member)"), ("page", "2"), ("find", "number")]
        let saved = try await world.people.post(world.list, fields, as: .facilitator)
        #expect(saved.location == world.list + "?done=attendance&page=2&find=number")
    }

    @Test("is audited for each person once a week has passed")
    func late() async throws {
        let world = try await GatheringWorld.begun(ago: .days(8), ended: .days(7))
        _ = try await world.tick([.member: 60, .moderator: 45], shown: [.member: nil, .moderator: nil])
        let lines = try await world.site.audited().filter { $0.act == .attendanceCorrected }
        #expect(lines.count == 2)
        #expect(
            Set(lines.compactMap(\.subject))
                == Set([try world.people.member(.member).subject, try world.people.member(.moderator).subject])
        )
        _ = try await world.tick([.member: 60], shown: [.member: 60])
        #expect(
            try await world.site.audited().filter { $0.act == .attendanceCorrected }.count == 2,
            "nothing was changed"
        )
    }

    @Test("keeps those who have left, and no longer knows them as members")
    func leaving() async throws {
        let world = try await GatheringWorld.begun()
        _ = try await world.people.post(world.attend, [("present", "yes")], as: .member)
        #expect(try await world.people.post("/c/nursing/leave", [], as: .member).status == 303)
        #expect(try await world.page(world.list, .facilitator).has("<bdi>Member Person"))
        #expect(try await world.page(world.list, .member).status == 404)
        #expect(try await world.attended() == ["Member Person 1 60 own 1"])
    }
}
