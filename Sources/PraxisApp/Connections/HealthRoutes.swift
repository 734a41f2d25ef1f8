import HTTPTypes
import Hummingbird
import Logging
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// For supervisors: whether the process answers at all, and whether it can do its work.
    package static let health: [Route] = [
        .page("/livez", caching: .never) { _ in .plain(.ok, "alive") }.withoutFrame,
        .page("/readyz", caching: .never) { call in
            do {
                try await call.env.checkStore()
                return .plain(.ok, "ready")
            } catch {
                call.env.log.error("the site is not ready", metadata: ["error": "\(error)"])
                return .plain(.serviceUnavailable, "not ready")
            }
        }
        .withoutFrame,
    ]
}

extension Environment {
    /// Checks that a snapshot can be read, that the file is ours, and that the writer accepts commands.
    fileprivate func checkStore() async throws {
        _ = try await store.read(AuditChain.head)
        try await site.command { db in _ = try AuditChain.head(db.db) }
    }
}

extension Response {
    fileprivate static func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n"))
        )
    }
}
