import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
package import PraxisWeb

extension Route {
    /// What is new: the home page, everything in order, caught up.
    package static let homeRoutes: [Route] = [
        .page(Paths.home) { call in try await call.home() },
        .memberPage(Paths.everythingNew) { call in try await call.everythingNew() },
        .form(Paths.caughtUp) { call in try await call.catchUp() },
        .form(Paths.undoCaughtUp) { call in try await call.undoCatchUp() },
        .api(.get, APIPaths.news, .news) { call in try await call.newsJSON() },
        .api(.post, APIPaths.caughtUp, .caughtUp) { call in try await call.catchUpJSON() },
    ]
}

extension Call {
    fileprivate func home() async throws -> Response {
        let snapshots = env.snapshots
        if session == nil {
            let communities = try await read { try FrontCommunity.all($0.db, at: $0.now) }
            return FrontPageView(call: self, communities: communities).response()
        }
        let lastVisit = lastVisit, capabilities = env.capabilities
        let home = try await read { try Home.load(capabilities, lastVisit: lastVisit, snapshots, $0) }
        return HomePageView(call: self, home: home).response()
    }

    fileprivate func everythingNew() async throws -> Response {
        let upTo = query["upTo"].flatMap { JournalNumber($0) }
        let cursor = query["after"].flatMap(NewPostsCursor.init)
        let posts = try await read { reading in
            try NewPosts.load(upTo: upTo, after: cursor, reading)
        }
        return NewPostsPageView(call: self, new: posts).response()
    }

    fileprivate func catchUp() async throws -> Response {
        let upTo = try form()["upTo"].map { text throws(Denial) in
            guard let number = JournalNumber(text) else { throw Denial.input([FieldError("upTo", .notANumber)]) }
            return number
        }
        _ = try await env.site.catchUp(try member(), to: upTo)
        return .seeOther(Paths.home + "?done=caught-up")
    }

    fileprivate func undoCatchUp() async throws -> Response {
        let isUndone = try await env.site.undoCatchUp(try member())
        return .seeOther(Paths.home + (isUndone ? "?done=undone" : "?done=too-late"))
    }

    fileprivate func newsJSON() async throws -> Response {
        let snapshots = env.snapshots
        let news = try await read { try News.load(snapshots, $0) }
        return try .json(NewsJSON(news, lastVisit: lastVisit))
    }

    fileprivate func catchUpJSON() async throws -> Response {
        let upTo = try json()[CaughtUpBody.upTo]
        try await noteOnceKey()
        return try .json(CaughtUpJSON(upTo: try await env.site.catchUp(try member(), to: upTo)))
    }
}
