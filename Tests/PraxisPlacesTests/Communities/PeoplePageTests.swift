import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisTesting
import PraxisWeb
import Testing

@Suite("The page of a community's people")
struct PeoplePageTests {
    @Test("finds someone among many by a part of their name, whatever its accents, and keeps the search over pages")
    func finds() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let site = world.site
        for number in 1...60 { try await site.join(try await site.member("Nurse Number\(number)"), world.community) }
        try await site.join(try await site.member("Zo\u{EB} Wanda"), world.community)
        let manager = try await world.browser(.manager)
        let all = try await manager.get("/c/nursing/members").text
        #expect(!all.contains("Wanda") && all.contains("62 members"))
        for text in ["wanda", "ZOE", "Zo\u{EB}", "oe%20wan"] {
            let found = try await manager.get("/c/nursing/members?q=" + text).text
            #expect(found.contains("Wanda") && found.contains("1 person found") && !found.contains("Nurse"), "\(text)")
        }
        let many = try await manager.get("/c/nursing/members?q=nurse").text
        #expect(many.contains("60 people found") && many.contains("href=\"/c/nursing/members?q=nurse&amp;page=2\""))
        #expect(try await manager.get("/c/nursing/members?q=nurse&page=2").text.contains("60 people found"))
        for text in ["%25", "_", "nobody", "%3Cb%3E", String(repeating: "x", count: 5000)] {
            let none = try await manager.get("/c/nursing/members?q=" + text)
            #expect(none.status == 200 && none.text.contains("No one here has this name"), "\(text)")
        }
    }

    @Test("and all other pages tell by title and first heading what they are")
    func titles() async throws {
        let world = try await CommunityWorld(visibility: .public, personas: [.manager, .member])
        let site = world.site, circle = try await site.group("circle", in: world.community)
        let thread = try await site.thread("A thread", in: circle, of: world.community, by: world.member(.manager))
        try await site.join(world.member(.manager), group: circle, of: world.community, as: .facilitator)
        let browser = try await world.browser(.manager)
        let values = [
            "community": "nursing", "group": "circle", "thread": thread.description, "post": "1",
            "member": try world.member(.member).description,
        ]
        var titles: [String: String] = [:]
        for route in Forum.routes where route.method == .get && !route.isAPI {
            let address = route.path.replacing(/{(\w+)}/) { values[String($0.1)] ?? "1" }
            let answer = try await browser.get(address)
            guard answer.status == 200, let title = answer.text.firstMatch(of: /<title>(.*?)<\/title>/)?.1 else {
                continue
            }
            let heading = answer.text.firstMatch(of: /<h1[^>]*>(.*?)<\/h1>/)?.1 ?? ""
            #expect(title.hasPrefix(heading) && !heading.isEmpty, "\(address)")
            if let other = titles.updateValue(address, forKey: String(title)) {
                Issue.record("\(address) has the title of \(other): \(title)")
            }
        }
        #expect(titles.count > 20)
        #expect(titles["Nursing \u{2013} People \u{2013} Riverside"] == "/c/nursing/members")
    }

    @Test("has the box that invites above the list")
    func invitesFirst() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let page = try await world.post("/c/nursing/invitations", [("uses", "2")], as: .manager).text
        let box = try #require(page.range(of: "Invite someone")),
            list = try #require(page.range(of: "<ul class=\"people\">"))
        #expect(box.lowerBound < list.lowerBound)
        #expect(page.contains("data-copy=\"new-link\"") && page.contains("id=\"new-link\">http"))
    }

    @Test("folds what can be changed under each name, and unfolds that of whom nothing was changed")
    func folds() async throws {
        let world = try await CommunityWorld()
        let page = try await world.browser(.manager).get("/c/nursing/members").text
        let list = try #require(page.range(of: "id=\"role\"")).upperBound
        let rows = page[list...].components(separatedBy: "</ul>")[0].components(separatedBy: "<li>").dropFirst()
        #expect(rows.count > 3 && rows.allSatisfy { $0.contains("<details><summary>More") })
        #expect(rows.allSatisfy { !$0.components(separatedBy: "<details>")[0].contains("<form") })
        let manager = try world.member(.manager)
        let answer = try await world.post("/c/nursing/members/\(manager)", [("role", "member")], as: .manager)
        #expect(answer.status == 422 && answer.text.components(separatedBy: "<details open><summary>More").count == 2)
        #expect(answer.text.contains("<details open><summary>More<span class=\"vh\"> Manager Person</span>"))
    }

    @Test("folds the way to a restriction under each name, and has none where it would be refused")
    func restricts() async throws {
        let world = try await CommunityWorld()
        let standing = { (persona: Persona) in "members/\(try world.member(persona))/standing\"" }
        let moderator = try await world.browser(.moderator).get("/c/nursing/members").text
        #expect(moderator.contains(try standing(.member)))
        #expect(moderator.contains("<details><summary>More"))
        for persona in [Persona.moderator, .manager] {
            #expect(!moderator.contains(try standing(persona)), "\(persona)")
        }
        let manager = try await world.browser(.manager).get("/c/nursing/members").text
        #expect(manager.contains(try standing(.moderator)))
        #expect(!manager.contains(try standing(.manager)), "nobody restricts themselves")
        #expect(!(try await world.browser(.member).get("/c/nursing/members").text.contains("/standing\"")))
    }
}

@Suite("The safeguarding contact")
struct SafeguardingContactTests {
    @Test("can be anyone of three thousand: looked for by name, and what else was typed stays")
    func anyone() async throws {
        let world = try await CommunityWorld(personas: [.manager, .moderator])
        let site = world.site
        for number in 1...310 { try await site.join(try await site.member("Aaron Number\(number)"), world.community) }
        let wanda = try await site.member("Wanda Zimmer")
        try await site.join(wanda, world.community)
        let circle = try await site.group("circle", in: world.community), fay = try await site.member("Fay Facilitator")
        try await site.join(fay, world.community)
        try await site.join(fay, group: circle, of: world.community, as: .facilitator)
        let manager = try await world.browser(.manager), path = "/c/nursing/settings/care"
        let first = try await manager.get(path).text
        #expect(first.contains("<label for=\"find\">Not in the list? Find someone by name</label>"))
        #expect(first.contains("people see:<br>“If someone is in immediate danger"))
        #expect(first.contains("Moderator Person") && first.contains("Fay Facilitator") && !first.contains("Aaron"))
        let typed = [
            ("heldPosts", "2"), ("text", "Ring 999"), ("version", "0"), ("contact", ""), ("find", "zimm"),
            ("look", "1"),
        ]
        let found = try await manager.post(path, typed)
        #expect(found.status == 200 && found.text.contains("<option value=\"\(wanda)\" selected>Wanda Zimmer</option>"))
        #expect(found.text.contains("Ring 999") && found.text.contains("<option value=\"2\" selected>"))
        #expect(found.text.contains("1 person found"))
        let many = try await manager.post(path, typed.map { $0.0 == "find" ? ("find", "aaron") : $0 }).text
        #expect(many.contains("Aaron Number1<") && !many.contains("selected>Aaron"))
        let none = try await manager.post(path, typed.map { $0.0 == "find" ? ("find", "<b>") : $0 }).text
        #expect(none.contains("No one here has this name: &lt;b&gt;"))
        let save = [
            ("heldPosts", "2"), ("text", "Ring 999"), ("version", "0"), ("contact", "\(wanda)"), ("find", "zimm"),
        ]
        #expect(try await manager.post(path, save).location == path + "?done=changed")
        #expect(try await manager.get(path).text.contains("<option value=\"\(wanda)\" selected>Wanda Zimmer</option>"))
    }
}
