import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Reports, held posts and requests: the queue, and deciding.
    static let triage = Capability(
        "triage",
        migrations: Migration.triage + Migration.dutyMails,
        acts: .reports,
        audits: .triage,
        events: EventKind.triage,
        routes: [
            Route.reportRoutes, Route.queueRoutes, Route.careRoutes, Route.reportAPI, Route.queueAPI,
        ].flatMap { $0 },
        mails: Forum.triageMails + [Forum.dutyMail],
        links: [MenuLink(.communitySettings, { $0.triage.care.title() }, to: \.care)],
        ticks: [.duties]
    )
}
