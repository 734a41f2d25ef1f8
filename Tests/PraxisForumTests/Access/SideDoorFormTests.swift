import HTTPTypes
import PraxisForum
import PraxisTesting
import PraxisWeb
import Testing

@Suite("The forms of the side-door world")
struct SideDoorFormTests {
    private static let secret = "asks for what a mail or an account's password says"

    /// Forms and bodies that a part cannot bring well, and why.
    private static let exceptions: [String: String] = [
        "POST /sign-in/code/check": secret, "POST /sign-up/code": secret,
        "POST /sign-up/name": secret, "POST /reset/code": secret, "POST /reset/password": secret,
        "POST /c/{community}/queue/{item}/pass-on": "asks for a safeguarding contact, whom the world has not",
        "POST /t/{thread}/certificate":
            "asks for a date that is over, of which other doors of this world would be closed",
        "POST /t/{thread}/message": "asks for somebody who is coming, whom a form before removes from the group",
        "POST /t/{thread}/recording": "asks for a date that has begun, which a form before it moves",
        "PUT /api/v1/me/drafts/{place}": "a reply has no title; with a group the same body is taken",
    ]

    @Test("are taken from somebody: none is refused as bad input for everyone, which would try nothing")
    func taken() async throws {
        var taken: Set<String> = [], refused: Set<String> = []
        for principal in Principal.allCases {
            let world = try await SideDoorWorld(), client = try await SideDoorClient(world, principal)
            for route in Forum.routes where route.method != .get && !SideDoorFields.endsSession(route) {
                let name = "\(route.method) \(route.path)"
                if route.needsMember, principal == .visitor { continue }
                for path in SideDoorFields.addresses(of: route, world) where !taken.contains(name) {
                    let status = try await client.send(route, path).status
                    if status < 400 { taken.insert(name) }
                    if status == 400 || status == 422 { refused.insert(name) }
                }
            }
        }
        #expect(refused.subtracting(taken).sorted() == Self.exceptions.keys.sorted())
        #expect(taken.count > 60)
    }
}
