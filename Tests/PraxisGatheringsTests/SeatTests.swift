import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisMail
import PraxisStore
import PraxisTesting
import Testing

@Suite("The seats of a date")
struct SeatTests {
    @Test("are given in the order of answers; a freed one goes to the first of the waiting list, who is told by mail")
    func freed() async throws {
        let world = try await GatheringWorld { $0.capacity = "1" }
        let path = "/t/\(world.gathering)"
        for persona in [Persona.member, .moderator, .manager] { _ = try await world.answer("yes", persona) }
        let waiting = try await world.page(path, .manager)
        #expect(waiting.has("You are number 2 on the waiting list.") && waiting.has("1 of 1 places is taken."))
        #expect(waiting.has("2 people are on the waiting list.") && waiting.has("On the waiting list</button>"))
        #expect(!waiting.has("meet.example") && waiting.has("You get the link here once a place is yours."))
        let json = try await world.people.api(.get, "/gatherings/\(world.gathering)", as: .manager).json
        #expect(json["joinLink"] == nil)
        let asked = try await world.page(path, .facilitator)
        #expect(
            asked.has("Join the waiting list</button>") && asked.has("class=\"btn alt\" name=\"answer\" value=\"yes\"")
        )
        #expect(try await world.page(path, .member).has("I am coming</button>"))
        #expect(try await world.site.queued(.seat).isEmpty)
        _ = try await world.answer("no", .member)
        #expect(try await world.page(path, .moderator).has("You are coming."))
        #expect(try await world.page(path, .manager).has("You are number 1 on the waiting list."))
        let mails = try await world.site.queuedMails(.seat)
        #expect(mails.map(\.to) == [try world.people.member(.moderator)])
        let text = try #require(mails.first?.content).text.replacing("\n", with: " ")
        #expect(text.contains("Winter round") && text.contains("15 December") && text.contains(path))
        // Who takes a seat again stands behind all others.
        _ = try await world.answer("yes", .member)
        #expect(try await world.page(path, .member).has("You are number 2 on the waiting list."))
    }

    @Test("are not spoken of in a mail that is made when the seat is given back, or the date is cancelled")
    func stale() async throws {
        let world = try await GatheringWorld { $0.capacity = "1" }
        for persona in [Persona.member, .moderator] { _ = try await world.answer("yes", persona) }
        _ = try await world.answer("no", .member)
        _ = try await world.answer("no", .moderator)
        #expect(try await world.site.queuedMails(.seat).map { $0.content == nil } == [true])
        _ = try await world.answer("yes", .member)
        _ = try await world.answer("yes", .moderator)
        _ = try await world.answer("no", .member)
        #expect(try await world.site.queuedMails(.seat).count { $0.content != nil } == 2, "both say the same")
        try await world.change { $0.state = .cancelled }
        #expect(try await world.site.queuedMails(.seat).allSatisfy { $0.content == nil })
    }

    @Test("cannot be fewer than are taken; more of them go down the waiting list at once")
    func capacity() async throws {
        let world = try await GatheringWorld { $0.capacity = "2" }
        let path = "/gatherings/\(world.gathering)"
        for persona in [Persona.member, .moderator, .manager] { _ = try await world.answer("yes", persona) }
        let fewer = try await world.people.api(.patch, path, #"{"capacity":1,"version":1}"#, as: .facilitator)
        #expect(fewer.status == 422)
        let browser = try await world.people.browser(.facilitator)
        let form = try await browser.get("/t/\(world.gathering)/gathering")
        #expect(form.has("name=\"capacity\"") && form.has("value=\"2\""))
        let more = try await world.people.api(.patch, path, #"{"capacity":3,"version":1}"#, as: .facilitator)
        #expect(more.status == 200 && more.json["capacity"] as? Int == 3 && more.json["waiting"] as? Int == 0)
        #expect(try await world.site.queued(.seat).count == 1)
        let all = try await world.people.api(.patch, path, #"{"capacity":0,"version":2}"#, as: .facilitator)
        #expect(all.status == 200 && all.json["capacity"] is NSNull)
    }

    @Test("are ten for a hundred who answer at the same time: ten come, ninety wait in order, and none is lost")
    func parallel() async throws {
        let world = try await GatheringWorld { $0.capacity = "10" }
        let site = world.site, community = site.env.communities[world.people.community], gathering = world.gathering
        var members: [MemberID] = []
        for number in 1...100 {
            let member = try await site.member("Person Number\(number)")
            try await site.join(member, world.people.community)
            members.append(member)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for member in members {
                group.addTask { try await community.answer(.yes, to: gathering, as: Viewer(member: member)) }
            }
            try await group.waitForAll()
        }
        let order: [MemberID] = try await site.all("SELECT memberId FROM gatheringAnswer ORDER BY turn")
        #expect(Set(order) == Set(members) && order.count == 100)
        let turns: [Int] = try await site.all("SELECT turn FROM gatheringAnswer ORDER BY turn")
        #expect(turns == Array(1...100))
        let read = try await world.people.api(.get, "/gatherings/\(gathering)/answers", as: .facilitator).json
        #expect(read["yes"] as? Int == 10 && read["waiting"] as? Int == 90)
        for member in order.prefix(5) { try await community.answer(.no, to: gathering, as: Viewer(member: member)) }
        let told: [MemberID] = try await site.all("SELECT memberId FROM outbox WHERE kind = 'seat' ORDER BY id")
        #expect(told == Array(order[10..<15]))
    }
}

@Suite("The mail about a seat")
struct SeatMailTests {
    @Test("names the date, and of a group whose name may not leave nothing", arguments: Language.allCases)
    func golden(language: Language) async throws {
        for name in ["seat", "seat-something"] {
            let world = try await GatheringWorld { $0.capacity = "1" }
            let isDiscreet = name != "seat"
            if isDiscreet {
                try await world.hideName()
            }
            for persona in [Persona.member, .moderator] { _ = try await world.answer("yes", persona) }
            _ = try await world.answer("no", .member)
            let mail = try #require(try await world.lastMail(.seat, language))
            #expect(mail.everything.contains("Winter round") != isDiscreet && mail.attachments.count == 1)
            try GoldenMails.compare(mail.withoutTokens, name, language)
        }
    }
}

@Suite("Answers in the JSON API and in a corpus file")
struct AnswerAPITests {
    @Test("are given, read and listed; a waiting list gives the place on it")
    func api() async throws {
        let world = try await GatheringWorld { $0.capacity = "1" }
        let path = "/gatherings/\(world.gathering)"
        let given = try await world.people.api(.put, path + "/answer", #"{"answer":"yes"}"#, as: .member)
        #expect(given.status == 200 && given.json["answer"] as? String == "yes" && given.json["waiting"] is NSNull)
        let second = try await world.people.api(.put, path + "/answer", #"{"answer":"yes"}"#, as: .moderator)
        #expect(second.json["waiting"] as? Int == 1)
        let one = try await world.people.api(.get, path, as: .moderator).json
        #expect(one["yes"] as? Int == 1 && one["waiting"] as? Int == 1 && one["capacity"] as? Int == 1)
        #expect((one["mine"] as? [String: Any])?["waiting"] as? Int == 1)
        let listed = try await world.people.api(.get, "/gatherings", as: .manager).json["items"] as? [[String: Any]]
        #expect(listed?.first?["yes"] as? Int == 1 && listed?.first?["mine"] is NSNull)
        for (body, status) in [(#"{"answer":"perhaps"}"#, 422), ("{}", 422), (#"{"answer":"yes","x":1}"#, 422)] {
            #expect(try await world.people.api(.put, path + "/answer", body, as: .member).status == status)
        }
        #expect(try await world.people.api(.put, path + "/answer", #"{"answer":"yes"}"#, as: .visitor).status == 401)
        #expect(try await world.people.api(.get, path + "/answers", as: .stranger).status == 404)
    }

    @Test("travel in the order of their turns, and are refused without their date")
    func lines() async throws {
        let site = try TestSite()
        let people = (1...3).map {
            #"{"type":"member","id":\#($0),"display_name":"Person Number\#($0)","email":"p\#($0)@example.org"}"#
        }
        let place = [
            #"{"type":"community","id":1,"slug":"nursing","name":"Nursing"}"#,
            #"{"type":"group","id":1,"slug":"winter","name":"Winter","community":1}"#,
            #"{"type":"thread","id":1,"group_id":1,"author_id":1,"title":"Of herons","kind":"gathering","facet":true,"created_at":"-P9D"}"#,
        ]
        let date =
            #"{"type":"gathering","thread_id":1,"start":"P5DT12H","zone":"Europe/London","minutes":60,"mode":"online","capacity":1}"#
        func answer(_ member: Int, _ word: String) -> String {
            #"{"type":"answer","thread_id":1,"member_id":\#(member),"answer":"\#(word)","answered_at":"-P1D"}"#
        }
        let lines =
            people + place + [
                answer(1, "yes"), date, answer(3, "yes"), answer(2, "yes"), answer(2, "no"), answer(1, "so"),
            ]
        let taken = try await Corpus(lines).take(into: site)
        #expect(taken.refused.count == 2)
        let order: [String] = try await site.all(
            "SELECT a.name FROM gatheringAnswer r JOIN member a ON a.id = r.memberId WHERE r.answer = 'yes' ORDER BY r.turn"
        )
        #expect(order == ["Person Number3", "Person Number2"])
    }
}
