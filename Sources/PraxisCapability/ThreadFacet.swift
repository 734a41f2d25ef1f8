package import HTML
package import PraxisDomain
package import PraxisStore
package import PraxisWeb

/// What a capability shows of the threads of one kind: above the posts of their page, in lists of discussions, and as a field of their JSON.
///
/// A page or a list loads the facets of a kind once, in a fixed number of statements, and is kept with them. Where there is no thread of
/// the kind nothing is read.
package struct ThreadFacet: Sendable {
    /// What is kept of the facets of some threads, for all readers alike.
    ///
    /// It may hold more than every reader may see: what is drawn is decided for each of them.
    package struct Contents: Sendable {
        /// In bytes, for the budget of the kept pages.
        package let cost: Int
        /// Above the posts, for a reader whose facts are of the thread; nil for a visitor, whose page is kept until the end of their day.
        package let panel: @Sendable (ThreadID, Call, Facts?) -> Panel
        /// What stands above the title in a list, for every reader of it.
        package let note: @Sendable (ThreadID, Call) -> HTML
        /// Whether the first post of a thread stands above all others under a heading of its own, and is not counted among them.
        package let hasLead: @Sendable (ThreadID) -> Bool
        /// The value of the field, for every reader of the thread; nil if there is nothing to say.
        package let value: @Sendable (ThreadID) -> (any Encodable & Sendable)?

        package init(
            cost: Int,
            panel: @escaping @Sendable (ThreadID, Call, Facts?) -> Panel,
            note: @escaping @Sendable (ThreadID, Call) -> HTML,
            hasLead: @escaping @Sendable (ThreadID) -> Bool = { _ in false },
            value: @escaping @Sendable (ThreadID) -> (any Encodable & Sendable)?
        ) {
            self.cost = cost
            self.panel = panel
            self.note = note
            self.hasLead = hasLead
            self.value = value
        }
    }

    package struct Panel: Sendable {
        /// Above the heading: what was just done.
        package var banner = HTML()
        /// Under the heading, behind what kind it is: how it stands.
        package var tag = HTML()
        /// What comes first.
        package var head = HTML()
        /// A post that stands below that under a heading of its own, and not among the others; nil without one.
        package var lead: (post: PostID, heading: String)?
        /// What stands between it and the other posts.
        package var main = HTML()

        package init() {}
    }

    package let kind: ThreadKind
    /// Of the JSON of a thread of the kind; other threads do not have it.
    package let field: OpenAPI.SchemaField
    package let load: @Sendable ([ThreadID], DB) throws -> Contents

    package init(
        _ kind: ThreadKind,
        field: OpenAPI.SchemaField,
        load: @escaping @Sendable ([ThreadID], DB) throws -> Contents
    ) {
        self.kind = kind
        self.field = field
        self.load = load
    }
}

/// The facets that the capabilities of a site bring, one for a kind at most.
package struct ThreadFacets: Sendable {
    private let byKind: [ThreadKind: ThreadFacet]

    init(_ all: [ThreadFacet]) { byKind = Dictionary(all.map { ($0.kind, $0) }) { first, _ in first } }

    var fields: [OpenAPI.SchemaField] { byKind.values.map(\.field).sorted { $0.name < $1.name } }

    /// Those of threads given with their kinds.
    package func load(_ threads: [(id: ThreadID, kind: ThreadKind)], _ db: DB) throws -> Loaded {
        var contents: [ThreadKind: ThreadFacet.Contents] = [:]
        for (kind, facet) in byKind {
            let these = threads.filter { $0.kind == kind }.map(\.id)
            if !these.isEmpty { contents[kind] = try facet.load(these, db) }
        }
        return Loaded(byKind: byKind, contents: contents)
    }

    /// What was loaded for the threads of a page or a list.
    package struct Loaded: Sendable {
        fileprivate let byKind: [ThreadKind: ThreadFacet]
        fileprivate let contents: [ThreadKind: ThreadFacet.Contents]

        /// In bytes.
        package var cost: Int { contents.values.reduce(0) { $0 + $1.cost } }

        /// Of no thread.
        package static let none = Loaded(byKind: [:], contents: [:])

        package subscript(kind: ThreadKind) -> ThreadFacet.Contents? { contents[kind] }

        /// The field of a thread and its value; nil if it has no facet.
        package func field(_ thread: ThreadID, _ kind: ThreadKind) -> PostSlot.Value? {
            guard let name = byKind[kind]?.field.name, let value = contents[kind]?.value(thread) else { return nil }
            return (name, value)
        }
    }
}
