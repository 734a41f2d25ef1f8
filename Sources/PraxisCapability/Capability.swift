package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// What a capability brings to the site: a value that its folder declares, and one line in `Forum.capabilities`.
///
/// The tables, the policy's acts, what follows from an event, the routes and how each mail is made are read from that list alone, and a
/// test demands that each of them is declared once.
package struct Capability: Sendable {
    package let name: String
    /// Its tables, by numbers of a hundred of its own.
    package let migrations: [Migration]
    /// What its people do, each with its row of the policy.
    package let acts: [any Act.Type]
    /// What the audit log calls those of its acts that need more than a member's right.
    package let audits: [AuditKind]
    /// What the journal says of it, and what follows from that.
    package let events: [EventKind]
    /// Under which names listeners are told of it, each declared by one capability.
    package let live: [LiveEvent]
    private let makeRoutes: @Sendable (Capabilities) -> [Route]
    /// How each kind of mail it queues is made.
    package let mails: [MailTemplate]
    /// What members set about it.
    package let settings: [SettingCard]
    /// What members set about its mail.
    package let mailSettings: [MailSettingCard]
    /// Its sections of the digest.
    package let digest: [DigestSection]
    /// Links into lists on other pages.
    package let links: [MenuLink]
    /// What `praxis verify` asks of its rows.
    package let checks: [VerifyCheck]
    /// What it looks at once a minute while the site is served.
    package let ticks: [Tick]
    /// What it adds to each post.
    package let posts: [PostSlot]
    /// What it adds to each post for one member alone.
    package let ownPosts: [OwnPostSlot]
    /// What it offers to do with each post.
    package let postLinks: [PostLink]
    /// Links that it has beside discussions.
    package let threadLinks: [ThreadLink]
    /// What it shows on the pages of communities and groups.
    package let places: [PlaceSlot]
    /// What it knows of forms that were kept while their sender signed in.
    package let keptForms: [KeptFormPart]
    /// What it shows of what is waiting for a member.
    package let home: [HomeSlot]
    /// Its tabs of a community's pages.
    package let tabs: [CommunityTab]
    /// What it brings to capabilities that it uses, as types of theirs.
    package let parts: [any CapabilityPart]
    /// By what it narrows a search, given all kinds of threads.
    let searchFields: @Sendable (ThreadKinds) -> [SearchField]
    /// The kinds of threads that it brings.
    package let threadKinds: [ThreadKindPart]
    /// What it shows of threads of its kinds beside their posts.
    package let threadFacets: [ThreadFacet]
    /// Its sentences in each language.
    package let words: [WordFile]
    /// What its denials add to a problem document.
    package let problems: [OpenAPI.SchemaField]
    /// What it gives to every request, and to the frame of every page.
    package let pages: [PagePart]
    /// The kinds of line of a corpus file that are about it, and how each is read.
    package let imports: [ImportKind]
    /// The lines that an export writes of it.
    package let exports: [ExportKind]
    /// What it removes when something ends.
    package let purges: [Purge]
    /// What becomes of each of its tables.
    package let tables: [TableRule]

    /// Routes are made after all capabilities are listed: what they answer with may have fields of others, and `routesFor` those whose
    /// parameters are others', too.
    package init(
        _ name: String,
        migrations: [Migration] = [],
        acts: [any Act.Type] = [],
        audits: [AuditKind] = [],
        events: [EventKind] = [],
        live: [LiveEvent] = [],
        routes: @autoclosure @escaping @Sendable () -> [Route] = [],
        mails: [MailTemplate] = [],
        settings: [SettingCard] = [],
        mailSettings: [MailSettingCard] = [],
        digest: [DigestSection] = [],
        posts: [PostSlot] = [],
        ownPosts: [OwnPostSlot] = [],
        postLinks: [PostLink] = [],
        threadLinks: [ThreadLink] = [],
        places: [PlaceSlot] = [],
        keptForms: [KeptFormPart] = [],
        home: [HomeSlot] = [],
        tabs: [CommunityTab] = [],
        parts: [any CapabilityPart] = [],
        search: [SearchField] = [],
        searchFor: @escaping @Sendable (ThreadKinds) -> [SearchField] = { _ in [] },
        threadKinds: [ThreadKindPart] = [],
        threadFacets: [ThreadFacet] = [],
        routesFor: @escaping @Sendable (Capabilities) -> [Route] = { _ in [] },
        links: [MenuLink] = [],
        checks: [VerifyCheck] = [],
        ticks: [Tick] = [],
        words: [WordFile] = [],
        problems: [OpenAPI.SchemaField] = [],
        pages: [PagePart] = [],
        imports: [ImportKind] = [],
        exports: [ExportKind] = [],
        purges: [Purge] = [],
        tables: [TableRule] = []
    ) {
        self.name = name
        self.migrations = migrations
        self.acts = acts
        self.audits = audits
        (self.events, self.live) = (events, live)
        makeRoutes = { routes() + routesFor($0) }
        self.mails = mails
        (self.settings, self.mailSettings) = (settings, mailSettings)
        self.posts = posts
        self.ownPosts = ownPosts
        (self.postLinks, self.threadLinks) = (postLinks, threadLinks)
        (self.places, self.keptForms) = (places, keptForms)
        self.home = home
        self.tabs = tabs
        searchFields = { search + searchFor($0) }
        (self.threadKinds, self.threadFacets) = (threadKinds, threadFacets)
        self.parts = parts
        self.digest = digest
        self.links = links
        self.checks = checks
        (self.ticks, self.pages) = (ticks, pages)
        (self.words, self.problems) = (words, problems)
        self.imports = imports
        self.exports = exports
        self.purges = purges
        self.tables = tables
    }

    package func routes(among all: Capabilities) -> [Route] { makeRoutes(all) }
}

/// Work that is looked for once a minute while the site is served, and that a look missed is done by the next.
package struct Tick: Sendable {
    /// As the log names it.
    package let name: String
    package let run: @Sendable (Environment) async throws -> Void

    package init(_ name: String, _ run: @escaping @Sendable (Environment) async throws -> Void) {
        (self.name, self.run) = (name, run)
    }
}
