import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// What a supervisor asks: whether the process answers at all, and whether it can read its data.
    package static let health: [Route] = [
        .page("/livez", caching: .never) { _ in .plain("alive") },
        .page("/readyz", caching: .never) { call in
            _ = try await call.env.store.read { db in try db.first("SELECT 1" as SQL<Int>) }
            return .plain("ready")
        },
    ]
}

extension Response {
    fileprivate static func plain(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n"))
        )
    }
}
