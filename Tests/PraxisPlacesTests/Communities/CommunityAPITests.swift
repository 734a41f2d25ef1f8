import HTTPTypes
import PraxisDomain
import PraxisTesting
import Testing

@Suite("The API of communities")
struct CommunityAPITests {
    @Test("tells of a community, and of one's role in it", arguments: Persona.allCases)
    func tells(persona: Persona) async throws {
        let world = try await CommunityWorld(agreement: "Be kind.")
        let answer = try await world.api(.get, "/communities/nursing", as: persona)
        #expect(answer.status == 200)
        #expect(answer.json["name"] as? String == "Nursing" && answer.json["visibility"] as? String == "members")
        #expect(answer.json["joining"] as? String == "request" && answer.json["agreementVersion"] as? Int == 1)
        let role = Persona.within.contains(persona) ? persona.part?.role.rawValue : nil
        #expect(answer.json["role"] as? String == role)
        #expect(answer.json.keys.contains("role"))
    }

    @Test("pages through communities")
    func pages() async throws {
        let world = try await CommunityWorld(personas: [])
        let first = try await world.api(.get, "/communities?limit=1", as: .visitor)
        let next = try #require(first.json["next"] as? String)
        let second = try await world.api(.get, "/communities?limit=1&cursor=" + next, as: .visitor)
        #expect((second.json["items"] as? [[String: Any]])?.first?["slug"] as? String == "elsewhere")
        #expect(second.json["next"] is String == false && second.json.keys.contains("next"))
        #expect(try await world.api(.get, "/communities?cursor=x", as: .visitor).status == 422)
    }

    @Test("joins, needs the agreement, and leaves")
    func joins() async throws {
        let world = try await CommunityWorld(joining: .open, agreement: "Be kind.", personas: [.stranger])
        let path = "/communities/nursing/membership"
        for body in ["", "{}", "{\"agreement\": 2}", "{\"agreement\": \"1\"}"] {
            #expect(try await world.api(.post, path, body, as: .stranger).status == 422, "\(body)")
        }
        #expect(try await world.api(.post, path, "{", as: .stranger).status == 400)
        for _ in 1...2 {
            let joined = try await world.api(.post, path, "{\"agreement\": 1}", as: .stranger)
            #expect(joined.status == 201 && joined.json["role"] as? String == "member")
            #expect(joined.json["state"] as? String == "joined")
        }
        for _ in 1...2 { #expect(try await world.api(.delete, path, as: .stranger).status == 204) }
        #expect(try await world.api(.get, "/communities/nursing", as: .stranger).json["role"] is String == false)
        #expect(try await world.api(.post, path, "{\"agreement\": 1}", as: .visitor).status == 401)
    }

    @Test("asks, shows requests to those who decide, and decides")
    func asks() async throws {
        let world = try await CommunityWorld()
        let asked = try await world.api(
            .post,
            "/communities/nursing/membership",
            "{\"note\": \"Hello\"}",
            as: .stranger
        )
        #expect(asked.status == 201 && asked.json["state"] as? String == "asked")
        let id = try #require(asked.json["request"] as? String)
        for persona in Persona.allCases where persona != .manager {
            let status = try await world.api(.get, "/communities/nursing/requests", as: persona).status
            #expect(status == (persona == .visitor ? 401 : 403), "\(persona)")
            if persona != .visitor {
                #expect(try await world.api(.post, "/requests/\(id)/accept", as: persona).status == 404, "\(persona)")
            }
        }
        let list = try await world.api(.get, "/communities/nursing/requests", as: .manager)
        let item = try #require((list.json["items"] as? [[String: Any]])?.first)
        #expect(item["id"] as? String == id && item["note"] as? String == "Hello")
        #expect(
            try await world.api(.post, "/requests/\(id)/accept", as: .manager).json["state"] as? String == "accepted"
        )
        #expect(try await world.api(.get, "/communities/nursing", as: .stranger).json["role"] as? String == "member")
        #expect(try await world.api(.post, "/requests/\(id)/decline", as: .manager).status == 409)
        #expect(try await world.api(.post, "/requests/999/decline", as: .manager).status == 404)
    }
}
