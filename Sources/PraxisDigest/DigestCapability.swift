package import PraxisCapability
import PraxisCommunity
import PraxisPlaces
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Capability {
    /// The digest, and what each member wants by mail.
    package static let digest = Capability(
        "digest",
        migrations: Migration.digest,
        events: EventKind.digest,
        routes: [
            Route.mailSettingRoutes, Route.mailLinkRoutes, Route.mailRuleRoutes,
        ].flatMap { $0 },
        mails: [.digest],
        digest: [.discussions],
        parts: [MailLinkUse.digest, StyleSample.mailLevels],
        links: [
            MenuLink(.ownSettings, { $0.digest.settings.link() }, to: Paths.mailSettings),
            MenuLink(.communitySettings, if: ChangeCommunity.self, { $0.digest.rules.link() }, to: \.mail),
            MenuLink(.groupSettings, if: ChangeGroup.self, { $0.digest.rules.link() }, to: \.mail),
        ],
        ticks: [.digests],
        words: [
            WordFile(
                DigestWords.self,
                english: PackageResources.digest_en_json,
                french: PackageResources.digest_fr_json
            )
        ],
        pages: [.style(PackageResources.digest_css)],
        imports: [MailSettingLine.kind, MailRuleLine.kind],
        exports: [.communityMailRules, .groupMailRules, .mailSettings],
        tables: .digest
    )
}

extension DigestSection {
    /// What is new in discussions: what is to the member, then by community.
    fileprivate static let discussions = DigestSection(
        isReason: { scope in
            let reading = scope.reading, range = scope.range.unread(scope.member)
            return try reading.first(Unread.anything(reading.viewer, at: reading.now, in: range)) != nil
        },
        load: { scope in try DigestContent.load(scope).map(Contents.init) }
    )
}

extension DigestSection.Contents {
    fileprivate init(_ content: DigestContent) {
        let all = { @Sendable (drawing: DigestDrawing) in
            DiscussionsMail(content: content, drawing: drawing, room: DigestMail.rooms[0])
        }
        self.init(
            places: content.communities.map(\.place),
            face: { all($0).face },
            [
                DigestSection.Block(
                    .toReader,
                    parts: { DiscussionsMail(content: content, drawing: $0, room: $1).toReader },
                    page: { all($0).pageToReader }
                ),
                DigestSection.Block(
                    .discussions,
                    parts: { DiscussionsMail(content: content, drawing: $0, room: $1).parts },
                    page: { all($0).page }
                ),
            ]
        )
    }
}
