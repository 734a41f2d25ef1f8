import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
package import PraxisWeb

extension Route {
    /// Whether the queue has single keys for a member.
    package static let queueKeyRoutes: [Route] = [.form(Paths.queueKeys) { try await $0.saveQueueKeys() }]
}

extension Call {
    /// From here, or from the queue, which is gone back to.
    fileprivate func saveQueueKeys() async throws -> Response {
        let fields = try form(), choices = ["off", "on"]
        guard choices.contains(fields.text("keys")) else {
            return try await settingsAnswer(nil, [FieldError("keys", .notAChoice(choices))])
        }
        try await env.site.setQueueKeys(fields.text("keys") == "on", of: try member())
        return .seeOther(fields.next == Paths.home ? Paths.settings + "?done=saved" : fields.next)
    }
}
