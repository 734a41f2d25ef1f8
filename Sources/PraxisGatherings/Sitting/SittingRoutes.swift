import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisWeb

extension Route {
    /// Having nobody told of what was changed.
    static let sittingRoutes: [Route] = [
        .form(Paths.withholdNote) { call in
            let thread: ThreadID = try call.id("thread")
            try await call.community(of: thread).withholdNote(about: thread, as: call.viewer)
            return .seeOther(Paths.gathering(thread, done: "withheld"))
        }
    ]
}
