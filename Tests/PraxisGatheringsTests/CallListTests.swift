import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("The list of a call")
struct CallListTests {
    private func send(
        _ list: String,
        _ decided: [(String, String)]? = nil,
        _ world: GatheringWorld,
        as host: Persona = .facilitator
    )
        async throws -> Browser.Answer
    {
        let more = decided.map { [("decided", "yes")] + $0 } ?? []
        return try await world.people.post(world.list + "/file", [("list", list)] + more, as: host)
    }

    private func email(_ persona: Persona, _ world: GatheringWorld) async throws -> String {
        let member = try world.people.member(persona)
        return try await world.site.value("SELECT email FROM member WHERE id = \(member)")
    }

    @Test("is read as each tool writes it, by address and then by name, and its minutes are added up")
    func formats() async throws {
        let world = try await GatheringWorld.begun(), email = try await email(.member, world)
        let lists = [
            // Zoom: what the call was stands before the headings; somebody came back.
            """
            \u{feff}Meeting ID,Topic,Start Time
            123,"Winter, round",11/21/2026

            Name (Original Name),User Email,Join Time,Duration (Minutes),Guest
            "Mem, ber",\(email.uppercased()),9:00,20,No
            "Mem, ber",\(email),9:30,15,No
            Moderator Person,,9:00,45,Yes
            """,
            // Teams: tabs, hours and minutes.
            "1. Summary\nTitle\tRound\n\n2. Participants\nName\tFirst Join\tIn-Meeting Duration\tEmail\nX\t9\t35m 2s\t\(email)\nmoderator person\t9\t0h 45m\t",
            // Meet, in French, with semicolons: other order, names in two columns.
            "Durée;Prénom;Nom;Courriel\r\n00:35:10;X;Y;\(email)\r\n\"45 min\";Moderator;Person;\r\n",
        ]
        for list in lists {
            let read = try await send(list, nil, world)
            #expect(read.status == 200 && read.has("We know 2 people of the list"), "\(list)")
            #expect(read.has("35 minutes") && read.has("45 minutes · by name") && Markup.faults(read.text) == [])
            #expect(try await world.attended() == [], "nothing is saved before it is confirmed")
        }
        #expect(try await send(lists[0], [], world).location == world.list + "?done=attendance")
        #expect(try await world.attended() == ["Member Person 1 35 file 1", "Moderator Person 1 45 file 1"])
        #expect(try await world.page("/t/\(world.gathering)", .moderator).has("It is in the list of the call"))
    }

    @Test("shows what is doubtful, whose host decides, and leaves out whom they do not know")
    func doubts() async throws {
        let world = try await GatheringWorld.begun(), site = world.site
        for name in ["Same Name", "Other Name"] {
            try await site.join(try await site.member(name), world.people.community)
        }
        _ = try await site.env.site.command { db in
            try db.run("UPDATE member SET name = 'Same Name', nameFolded = 'same name' WHERE name = 'Other Name'")
        }
        let list = "Name,Minutes\nSame Name,30\nMember P.,10\nMember,20\n<b>iPhone</b>,5\nMember Person,25"
        let read = try await send(list, nil, world)
        #expect(read.has("4 lines need your decision") && read.has("Who is “&lt;b&gt;iPhone&lt;/b&gt;”?"))
        let member = try world.people.member(.member)
        // Those whose name is like it come first.
        #expect(
            read.text.contains(
                /name="who2">\s*<option value="" selected>No one of the group<\/option><option value="\d+">Member Person</
            )
        )
        let saved = try await send(
            list,
            [("who0", ""), ("who1", "\(member)"), ("who2", "\(member)"), ("who3", "")],
            world
        )
        #expect(saved.status == 303)
        #expect(try await world.attended() == ["Member Person 1 55 file 1"])
        let stranger = try world.people.member(.stranger)
        let refused = try await send(list, [("who0", "\(stranger)"), ("who1", "\(member)")], world)
        #expect(
            refused.status == 422 && refused.has("<option value=\"\(member)\" selected>")
                && refused.has("&lt;b&gt;iPhone")
        )
    }

    @Test("that names strangers, has other columns, is too long or no list at all is refused and kept")
    func wrong() async throws {
        let world = try await GatheringWorld.begun(), stranger = try await email(.stranger, world)
        let read = try await send("Email\n\(stranger)\nnobody@example.org", nil, world)
        #expect(
            read.has("2 lines need your decision") && !read.has("Stranger Person"),
            "who is not in the group is nobody"
        )
        for (list, sentence) in [
            ("", "Paste the list"), ("Colour,Size\nred,3", "Paste the line of headings, too"),
            ("Name\n", "Paste the line of headings, too"), (String(repeating: "\"", count: 70_000), "at most 64 kB"),
            ("Name\n" + String(repeating: "a\n", count: 1_001), "at most 64 kB"),
            ("Name\n" + (0..<81).map { "Person \($0)" }.joined(separator: "\n"), "More than 80 lines"),
        ] {
            let refused = try await send(list, nil, world)
            #expect(refused.status == 422 && refused.has(sentence), "\(sentence)")
            if !list.isEmpty, list.count < 2_000 { #expect(refused.has(list)) }
        }
        for persona in Persona.allCases where persona != .facilitator {
            #expect(try await send("Name\nMember Person", [], world, as: persona).status != 303, "\(persona)")
            #expect(try await world.page(world.list + "/file", persona).status != 200, "\(persona)")
        }
        #expect(try await world.attended() == [])
    }
}
