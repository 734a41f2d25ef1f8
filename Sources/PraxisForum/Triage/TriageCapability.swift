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
        audits: [
            .init(.claimed, tell: AuditKind.item), .init(.released, tell: AuditKind.item),
            .init(.resolved) { details, words in words.decision(details).map { .instead($0) } },
            .init(.undone, tell: AuditKind.item), .init(.noted, tell: AuditKind.item),
            .init(.safeguardingLook), .init(.passedOn, tell: AuditKind.item),
        ],
        events: EventKind.triage,
        routes: [
            Route.reportRoutes, Route.queueRoutes, Route.careRoutes, Route.reportAPI, Route.queueAPI,
            Route.dutyMailRoutes,
        ].flatMap { $0 },
        mails: [MailTemplate].triage + [.duty],
        mailSettings: [.duty],
        links: [MenuLink(.communitySettings, { $0.triage.care.title() }, to: \.care)],
        ticks: [.duties],
        pages: [.duty(QueueDuty.line)]
    )
}
