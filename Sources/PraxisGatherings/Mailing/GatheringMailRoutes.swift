import Hummingbird
import PraxisCommunity
import PraxisDigest
import PraxisWeb

extension Route {
    /// What members get about the dates that they come to.
    static let gatheringMailRoutes: [Route] = [
        .form(Paths.gatheringMail) { call in
            try await call.env.site.setGatheringMail(GatheringMailChoice(try call.form()), as: call.viewer)
            return .seeOther(Paths.mailSettings + "?done=saved")
        }
    ]
}
