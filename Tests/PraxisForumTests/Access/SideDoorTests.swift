import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import PraxisWeb
import Testing

@Suite("No side door")
struct SideDoorTests {
    @Test("shows a private word to anybody it is not for, on any route", arguments: Principal.allCases)
    func everyRoute(principal: Principal) async throws {
        let world = try await SideDoorWorld()
        let client = try await SideDoorClient(world, principal)
        let forbidden = SideDoorWorld.canaries.filter { !$0.allowed.contains(principal) }.map(\.word)
        var requests = 0
        // Reading first: what the forms then change could end what the principal may read.
        for isSafe in [true, false] {
            for route in Forum.routes
            where (route.method == .get) == isSafe && route.caching != .forever && !SideDoorFields.endsSession(route) {
                for path in SideDoorFields.addresses(of: route, world) {
                    let answer = try await client.send(route, path)
                    requests += 1
                    #expect(answer.status < 500, "\(route.method) \(path)")
                    let text = answer.text
                    if text.hasPrefix("<!doctype html>") { #expect(Markup.faults(text) == [], "\(path)") }
                    for word in answer.said(of: forbidden) {
                        Issue.record("\(principal) meets \(word) at \(route.method) \(path) (\(answer.status))")
                    }
                }
            }
        }
        #expect(requests > 300)
    }

    @Test(
        "tells a hidden place from one that does not exist",
        arguments: [Principal.visitor, .outsider, .member, .manager, .siteAdministrator]
    )
    func existence(principal: Principal) async throws {
        let world = try await SideDoorWorld()
        let client = try await SideDoorClient(world, principal)
        let pairs = [
            ("/c/zephyrhall", "/c/nosuchhall"), ("/c/zephyrhall/g/vaultxq", "/c/nosuchhall/g/vaultxq"),
            ("/c/guildxq/g/atticxq", "/c/guildxq/g/nosuch1"), ("/t/\(world.threads[5])", "/t/99"),
            ("/p/\(world.posts[9])", "/p/9999"), ("/api/v1/communities/zephyrhall", "/api/v1/communities/nosuchhall"),
            ("/api/v1/threads/\(world.threads[4])", "/api/v1/threads/99"),
            ("/c/guildxq/queue/3", "/c/guildxq/queue/999"), ("/p/\(world.posts[9])/report", "/p/9999/report"),
        ]
        for (hidden, missing) in pairs {
            let (first, second) = (try await client.get(hidden), try await client.get(missing))
            #expect(first.status == second.status && first.status >= 300, "\(hidden)")
            let (firstText, secondText) = (
                first.text.replacing(hidden, with: "X"), second.text.replacing(missing, with: "X")
            )
            #expect(firstText == secondText, "\(hidden) reads unlike \(missing)")
        }
    }

    @Test(
        "opens for those it is for: the words are really there",
        arguments: SideDoorWorld.parts.flatMap(\.doors).indices
    )
    func theRightDoor(_ number: Int) async throws {
        let door = SideDoorWorld.parts.flatMap(\.doors)[number]
        let world = try await SideDoorWorld(), path = try world.scene.address(door.path)
        let answer = try await SideDoorClient(world, door.who).get(path)
        #expect(answer.status == 200, "\(door.who) at \(door.path)")
        for word in door.words { #expect(answer.text.contains(word), "\(door.who) misses \(word) at \(door.path)") }
    }

    @Test("shows a visitor what is public: reactions are there, without a name")
    func publicPage() async throws {
        let world = try await SideDoorWorld()
        let visitor = try await SideDoorClient(world, .visitor).get("/t/\(world.threads[0])").text
        #expect(visitor.contains("ospreybody") && visitor.contains("class=\"reactions\""))
    }
}
