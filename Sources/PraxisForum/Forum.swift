package import PraxisCommunity
package import PraxisWeb

/// Every route of the site, slice by slice: the one list.
package enum Forum {
    private static let slices = [
        Assets.routes, Route.people, Route.outbox, Route.homeRoutes, communities, groups, threads, Route.searchRoutes,
        Route.liveAPI, digest, Route.standingRoutes, Route.auditRoutes, triage,
    ]
    .flatMap { $0 }

    package static let routes: [Route] = slices + [OpenAPI.route(describing: slices)]

    /// How each kind of queued mail is made, slice by slice.
    package static let mails: [MailTemplate] = MailTemplate.requests + [.digest, .standing] + triageMails + [dutyMail]

    /// What follows from each event, slice by slice.
    package static let events: [EventKind] =
        EventKind.people + EventKind.communities + EventKind.threads + EventKind.triage + [.standing, .mail, .imports]

    private static let communities = [
        Route.communityRoutes, Route.joinRoutes, Route.peopleOfPlaceRoutes, Route.communitySettingsRoutes,
        Route.communityAPI,
    ].flatMap { $0 }

    private static let digest = [Route.mailSettingRoutes, Route.unsubscribeRoutes, Route.mailRuleRoutes].flatMap { $0 }

    private static let triage = [
        Route.reportRoutes, Route.queueRoutes, Route.careRoutes, Route.reportAPI, Route.queueAPI,
    ].flatMap { $0 }

    private static let groups = [
        Route.groupRoutes, Route.groupSettingsRoutes, Route.groupAPI,
    ].flatMap { $0 }

    private static let threads = [
        Route.threadPageRoutes, Route.readingRoutes, Route.followRoutes, Route.threadReadAPI, Route.threadStartRoutes,
        Route.postRoutes, Route.editRoutes, Route.previewRoutes, Route.draftRoutes, Route.revisionRoutes,
        Route.threadChangeRoutes, Route.threadWriteAPI, Route.postAPI, Route.draftAPI,
    ].flatMap { $0 }
}
