package import PraxisCapability
import PraxisCommunity
import PraxisPlaces
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Reports, held posts and requests: the queue, and deciding.
    package static let triage = Capability(
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
        live: [.queue],
        mails: [MailTemplate].triage + [.duty],
        settings: [.queueKeys],
        mailSettings: [.duty],
        postLinks: [PostLink(if: Report.self, to: Paths.report) { $0.triage.report.link() }],
        home: [.ownPosts],
        parts: [
            QueueKind.report, QueueKind.held, QueueKind.request, StyleSample.queue,
            StyleSample.queueItem,
        ],
        routesFor: { all in
            [
                Route.reportRoutes, Route.queueRoutes, Route.careRoutes, Route.reportAPI,
                Route.queueAPI(all.queueKinds), Route.dutyMailRoutes, Route.queueKeyRoutes,
            ]
            .flatMap { $0 }
        },
        links: [
            MenuLink(
                .communitySettings,
                at: 20,
                if: ChangeCommunity.self,
                { $0.triage.care.title() },
                to: { Paths.care($0.community) }
            ),
            MenuLink(.communityDuties, { $0.triage.queue.link() }, to: { Paths.queue($0.community) }),
        ],
        ticks: [.duties],
        words: [
            WordFile(
                TriageWords.self,
                english: PackageResources.triage_en_json,
                french: PackageResources.triage_fr_json
            )
        ],
        problems: QueueConflict.fields,
        pages: [.style(PackageResources.triage_css), .duty(QueueDuty.line)],
        imports: [CareLine.kind],
        exports: [.care],
        tables: .triage
    )
}
