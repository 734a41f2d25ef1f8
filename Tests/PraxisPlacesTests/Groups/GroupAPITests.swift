import HTTPTypes
import PraxisDomain
import PraxisTesting
import Testing

@Suite("The API of groups")
struct GroupAPITests {
    @Test("adds groups for managers only, suffixes a taken slug, and adds once for a key")
    func adds() async throws {
        let world = try await CommunityWorld()
        let body = "{\"name\": \"After a hard visit\", \"slug\": \"hard\", \"kind\": \"peer-support\"}"
        for persona in Persona.allCases where persona != .manager {
            let status = try await world.api(.post, "/communities/nursing/groups", body, as: persona).status
            #expect(status == (persona == .visitor ? 401 : 403), "\(persona)")
        }
        let key = [("Idempotency-Key", "once")]
        for _ in 1...2 {
            let made = try await world.api(.post, "/communities/nursing/groups", body, as: .manager, headers: key)
            #expect(made.status == 201 && made.json["slug"] as? String == "hard")
            #expect(made.json["access"] as? String == "invite" && made.json["listed"] as? Bool == true)
            #expect(made.json["role"] as? String == "facilitator" && made.json["readable"] as? Bool == true)
        }
        let other = "{\"name\": \"Another\"}"
        #expect(
            try await world.api(.post, "/communities/nursing/groups", other, as: .manager, headers: key).status == 422
        )
        #expect(
            try await world.api(.post, "/communities/nursing/groups", body, as: .manager).json["slug"] as? String
                == "hard-2"
        )
    }

    @Test(
        "names the field that is wrong",
        arguments: [
            ("{}", "name"), ("{\"name\": 5}", "name"), ("{\"name\": \"Ok\", \"kind\": \"club\"}", "kind"),
            ("{\"name\": \"Ok\", \"access\": \"hidden\"}", "access"),
            ("{\"name\": \"Ok\", \"listed\": \"yes\"}", "listed"),
        ]
    )
    func names(body: String, field: String) async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let answer = try await world.api(.post, "/communities/nursing/groups", body, as: .manager)
        #expect(answer.status == 422)
        #expect((answer.json["errors"] as? [[String: Any]])?.first?["field"] as? String == field)
    }

    @Test("lists what one may see, and says what one reads")
    func lists() async throws {
        let world = try await CommunityWorld(visibility: .public)
        _ = try await world.site.group("door", in: world.community, kind: .peerSupport, access: .request)
        _ = try await world.site.group("secret", in: world.community, access: .invite, isListed: false)
        for persona in Persona.allCases {
            let list = try await world.api(.get, "/communities/nursing/groups", as: persona)
            let items = try #require(list.json["items"] as? [[String: Any]])
            #expect(items.compactMap { $0["slug"] as? String } == ["everyone", "door"], "\(persona)")
            #expect(items.compactMap { $0["readable"] as? Bool } == [true, false], "\(persona)")
            #expect(items.allSatisfy { $0.keys.contains("role") })
        }
    }

    @Test("joins, asks and leaves")
    func joins() async throws {
        let world = try await CommunityWorld(personas: [.member, .facilitator, .stranger, .manager])
        let door = try await world.site.group("door", in: world.community, kind: .peerSupport, access: .request)
        try await world.site.join(world.member(.facilitator), group: door, of: world.community, as: .facilitator)
        let groups = "/communities/nursing/groups"
        #expect(try await world.api(.post, groups + "/everyone/membership", as: .stranger).status == 404)
        let joined = try await world.api(.post, groups + "/everyone/membership", as: .member)
        #expect(joined.status == 201 && joined.json["role"] as? String == "member")
        #expect(joined.json["group"] as? String == "everyone")
        let asked = try await world.api(.post, groups + "/door/membership", "{\"note\": \"Hello\"}", as: .member)
        #expect(asked.json["state"] as? String == "asked" && asked.json["role"] is String == false)
        let list = try await world.api(.get, "/communities/nursing/requests", as: .facilitator)
        let item = try #require((list.json["items"] as? [[String: Any]])?.first)
        #expect(item["group"] as? String == "door")
        let id = try #require(item["id"] as? String)
        #expect(try await world.api(.post, "/requests/\(id)/accept", as: .facilitator).status == 200)
        #expect(try await world.api(.get, groups + "/door", as: .member).json["readable"] as? Bool == true)
        #expect(try await world.api(.delete, groups + "/door/membership", as: .member).status == 204)
        #expect(try await world.api(.get, groups + "/door", as: .member).json["readable"] as? Bool == false)
    }
}
