import PraxisCommunity
import PraxisStore
import PraxisWeb

extension Capability {
    /// Discussions: threads, their posts, reading and following them.
    static let threads = Capability(
        "threads",
        migrations: Migration.threads,
        acts: .threads,
        audits: .threads,
        events: EventKind.threads,
        routes: [
            Route.threadPageRoutes, Route.readingRoutes, Route.followRoutes, Route.threadReadAPI,
            Route.threadStartRoutes,
            Route.postRoutes, Route.editRoutes, Route.previewRoutes, Route.draftRoutes, Route.revisionRoutes,
            Route.threadChangeRoutes, Route.threadWriteAPI, Route.postAPI, Route.draftAPI,
        ].flatMap { $0 },
        checks: .threads
    )
}
