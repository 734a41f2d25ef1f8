import Hummingbird
import PraxisCommunity
import PraxisDigest
package import PraxisWeb

extension Route {
    /// Whether those who decide hear each day what is waiting.
    package static let dutyMailRoutes: [Route] = [
        .form(Paths.dutyMail) { call in
            try await call.env.site.setDutyMail(isOff: try call.form()["duty"] != "on", as: call.viewer)
            return .seeOther(Paths.mailSettings + "?done=saved")
        }
    ]
}
