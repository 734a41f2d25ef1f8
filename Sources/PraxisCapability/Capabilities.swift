package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// What all capabilities of a site bring, joined: whatever has the environment can ask for it.
package final class Capabilities: InstalledCapabilities {
    package let all: [Capability]
    /// By their numbers, which order them.
    package let migrations: [Migration]
    /// Everything that the policy decides on: what the kernel asks, then what each capability adds.
    package let acts: [any Act.Type]
    /// What the audit log can tell of.
    package let audits: [AuditKind]
    /// What follows from each event.
    package let events: [EventKind]
    /// Under which names listeners are told.
    package let liveEvents: [LiveEvent]
    /// How each kind of queued mail is made.
    package let mails: [MailTemplate]
    /// What digests are made of, in their order.
    package let digestSections: [DigestSection]
    /// What members set about themselves.
    package let settings: [SettingCard]
    /// What members set about their mail.
    package let mailSettings: [MailSettingCard]
    /// What stands in lists of links on other pages.
    package let links: [MenuLink]
    /// What `praxis verify` asks.
    package let checks: [VerifyCheck]
    /// What is looked for once a minute.
    package let ticks: [Tick]
    /// What capabilities add to each post.
    package let postSlots: [PostSlot]
    package let ownPostSlots: [OwnPostSlot]
    package let postLinks: [PostLink]
    package let threadLinks: [ThreadLink]
    package let places: [PlaceSlot]
    package let keptForms: [KeptFormPart]
    /// What is waiting for a member, by position.
    package let homeSlots: [HomeSlot]
    /// Of the pages of communities, by position.
    package let tabs: [CommunityTab]
    /// What is shown of threads beside their posts.
    package let threadFacets: ThreadFacets
    /// What threads can be.
    package let threadKinds: ThreadKinds
    /// By what a search is narrowed; parameters of the API stand in this order.
    package let searchFields: [SearchField]
    package let pages: [PagePart]
    /// What the lines of a corpus file can be.
    package let imports: [ImportKind]
    /// What an export writes.
    package let exports: [ExportKind]
    /// What goes when something ends.
    package let purges: [Purge]
    /// What becomes of each table: those of the store, then those of each capability.
    package let tables: [TableRule]
    /// The sections of words that capabilities bring.
    package let words: [WordFile]
    /// Arrays of each type: a page asks for them on every line.
    private let partsByType: [ObjectIdentifier: any Sendable]
    private let decoded: Result<Dictionaries, any Error>
    private let templates: [MailKind: MailTemplate]
    private let auditKinds: [AuditAct: AuditKind]

    package init(_ all: [Capability]) {
        self.all = all
        migrations = all.flatMap(\.migrations).sorted { $0.number < $1.number }
        acts = .places + all.flatMap(\.acts)
        audits = all.flatMap(\.audits)
        events = all.flatMap(\.events)
        liveEvents = all.flatMap(\.live)
        mails = all.flatMap(\.mails)
        templates = Dictionary(mails.map { ($0.kind, $0) }) { first, _ in first }
        digestSections = all.flatMap(\.digest)
        settings = all.flatMap(\.settings)
        mailSettings = all.flatMap(\.mailSettings)
        links = all.flatMap(\.links)
        checks = all.flatMap(\.checks)
        ticks = all.flatMap(\.ticks) + [.purges]
        postSlots = all.flatMap(\.posts)
        ownPostSlots = all.flatMap(\.ownPosts)
        postLinks = all.flatMap(\.postLinks)
        threadLinks = all.flatMap(\.threadLinks)
        places = all.flatMap(\.places)
        keptForms = all.flatMap(\.keptForms)
        homeSlots = all.flatMap(\.home).sorted { $0.position < $1.position }
        tabs = all.flatMap(\.tabs).sorted { $0.position < $1.position }
        let threadKinds = ThreadKinds(all.flatMap(\.threadKinds))
        self.threadKinds = threadKinds
        threadFacets = ThreadFacets(all.flatMap(\.threadFacets))
        searchFields = all.flatMap { $0.searchFields(threadKinds) }
        pages = all.flatMap(\.pages)
        imports = all.flatMap(\.imports)
        exports = all.flatMap(\.exports)
        purges = all.flatMap(\.purges)
        tables = .kernel + all.flatMap(\.tables)
        let parts = all.flatMap(\.parts)
        let types = parts.map { type(of: $0) }
        partsByType = Dictionary(types.map { (ObjectIdentifier($0), $0.among(parts)) }) { first, _ in first }
        let words = all.flatMap(\.words)
        self.words = words
        decoded = Result { try Dictionaries(words) }
        auditKinds = Dictionary(audits.map { ($0.act, $0) }) { first, _ in first }
    }

    /// How a line of the audit log is told; nil for an act that this version does not know.
    package subscript(act: AuditAct) -> AuditKind? { auditKinds[act] }

    /// The words of all languages.
    /// - Throws: `DecodingError` naming a key that is missing.
    package func dictionaries() throws -> Dictionaries { try decoded.get() }

    /// What all capabilities bring of one type, in their order.
    package func parts<Part: CapabilityPart>(of type: Part.Type = Part.self) -> [Part] {
        partsByType[ObjectIdentifier(type)] as? [Part] ?? []
    }

    package subscript(kind: MailKind) -> MailTemplate? { templates[kind] }

    /// Every route of the site; the document of the API describes them with the fields that slots add.
    package func routes() -> [Route] {
        let served = Assets(pages).routes + all.flatMap { $0.routes(among: self) }
        return served + [OpenAPI.route(describing: served, adding: addedFields, vocabularies)]
    }

    /// The words of open vocabularies, as the document of the API lists them.
    package var vocabularies: [String: [String]] { [ThreadKinds.vocabulary: threadKinds.words] }

    /// What capabilities add to named things of the API.
    package var addedFields: [String: OpenAPI.AddedFields] {
        [
            "Post": .init(postSlots.flatMap(\.fields), areRequired: true),
            "Thread": .init(threadFacets.fields, areRequired: false),
            "Problem": .init(all.flatMap(\.problems), areRequired: false),
        ]
    }
}

extension Environment {
    package var capabilities: Capabilities { Capabilities.of(installed) }
}

extension Community {
    package nonisolated var capabilities: Capabilities { Capabilities.of(installed) }
}

extension Capabilities {
    fileprivate static func of(_ installed: any InstalledCapabilities) -> Capabilities {
        guard let capabilities = installed as? Capabilities else { preconditionFailure("a site without capabilities") }
        return capabilities
    }
}
