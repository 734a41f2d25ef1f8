package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Discussions: threads, their posts, reading and following them.
    package static let threads = Capability(
        "threads",
        migrations: Migration.threads,
        acts: .threads,
        audits: [
            .init(.noticeStarted), .init(.threadClosed), .init(.threadReopened), .init(.threadPinned),
            .init(.threadUnpinned),
            .init(.threadRetitled), .init(.threadAnswered),
            .init(.threadAdmitted) { details, words in
                details.first.flatMap { Int64($0) }.map { until in
                    .beside(words.threads.read.until(["day": String(Timestamp(rawValue: until).rfc3339.prefix(10))]))
                }
            },
            .init(.admissionEnded),
            .init(.redacted),
        ],
        events: EventKind.threads,
        live: [.thread],
        places: [.threads, .questions],
        keptForms: [.drafts],
        home: [.drafts, .openQuestions],
        parts: [
            DraftTargetKind(ReplyTarget.self), DraftTargetKind(CommunityTarget.self), DraftTargetKind(GroupTarget.self),
            DraftTargetKind(EditTarget.self), StyleSample.threadList, StyleSample.threadTags, StyleSample.posts,
            StyleSample.readers, StyleSample.composer,
            StyleSample.versions, StyleSample.drafts,
            StyleSample.caution, StyleSample.names,
        ],
        searchFor: SearchField.threads,
        threadKinds: .threads,
        routesFor: { Route.threads($0.threadKinds.choosable, $0.draftTargets) },
        checks: .threads,
        ticks: [.withdrawals],
        words: [ThreadWords.file],
        pages: [
            .style(PackageResources.threads_css),
            .navigation(.init(40, .edit, Paths.drafts) { $0.words.common.drafts() }),
        ],
        imports: [
            ImportedThread.kind, ImportedPost.kind, RevisionLine.kind, FollowLine.kind, AdmissionLine.kind,
        ],
        exports: [.threads, .posts, .revisions, .follows, .groupFollows, .admissions],
        purges: [.mentions, .drafts, .discardedDrafts],
        tables: .threads
    )
}

extension Route {
    /// `kinds` are those that can be begun.
    fileprivate static func threads(_ kinds: ThreadKinds, _ targets: DraftTargets) -> [Route] {
        [
            threadPageRoutes, readingRoutes, followRoutes, threadReadAPI, threadStartRoutes, postRoutes, editRoutes,
            previewRoutes, mentionableRoutes, draftRoutes, revisionRoutes, threadChangeRoutes, threadWriteAPI(kinds),
            postAPI,
            draftAPI(kinds, targets),
        ].flatMap { $0 }
    }
}
