import HTTPTypes
import PraxisApp
import PraxisTesting
import PraxisWeb
import Testing

@Suite("Golden files of the whole site")
struct GoldenRouteTests {
    @Test("routes.txt lists every route with what it asks for")
    func routes() throws {
        let lines = Server.routes.map { route in
            // The name of an asset holds the hash of what is in it.
            let path = route.path.replacing(/-[0-9a-f]{8}\./, with: "-{hash}.")
            let method = route.method.rawValue.padding(7)
            return
                "\(method) \(path.padding(58)) \(route.needsMember ? "member " : "anybody") \(route.proof.rawValue.padding(8)) \(route.caching)"
        }
        #expect(try Golden.difference("routes.txt", lines.sorted().joined(separator: "\n") + "\n") == nil)
    }
}

extension String {
    /// With spaces behind it, up to `width`.
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
