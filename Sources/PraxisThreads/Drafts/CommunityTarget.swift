package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// `community:nursing`: a new thread whose group is not chosen yet.
package struct CommunityTarget: DraftTarget {
    package static let kind = Noun.Community.kind
    package static let pattern = Schema.slugSpelling
    package static let address: SQL<Void> = "(SELECT slug FROM community WHERE id = subjectId)"

    private let slug: String

    init(_ slug: String) { self.slug = slug }

    package init?(spelling: String) {
        guard let slug = Slug(exactly: spelling) else { return nil }
        self.slug = slug.text
    }

    package var spelling: String { slug }
    package var subjectID: SQL<Void> { "(SELECT id FROM community WHERE slug = \(slug))" }
    package var path: String { Paths.newThread(slug) }

    package func facts(_ reading: Reading) throws -> Facts { try Access.community(slug, reading) }

    package func name(_ reading: Reading) throws -> String? {
        try reading.first("SELECT name FROM community WHERE slug = \(slug)" as SQL<String>)
    }

    package func heading(_ words: Words, _ name: String) -> String {
        words.threads.write.draft.newUnplaced(["name": name])
    }

    package func choosing(_ group: String?) -> any DraftTarget {
        guard let group = group.flatMap({ Slug(exactly: $0) }) else { return self }
        return GroupTarget(community: slug, group: group.text)
    }

    package func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm {
        try await DraftForm(starting: typed, at: self, in: slug, call)
    }
}

extension DraftForm {
    /// The form that starts a thread, in the group that `typed` or the target names.
    init(starting typed: TypedPost, at place: any DraftTarget, in community: String, _ call: Call) async throws {
        let start = try await call.threadStart((place.choosing(typed.group) as? GroupTarget)?.group, community)
        var problem: Denial?
        do { _ = try typed.newThread(of: call.threadKinds, in: start) } catch { problem = error }
        self.init(problem: problem, readers: { _ in start.chosen?.facts }) { state in
            ThreadStartPageView(call: call, start: start, place: place, state: state)
        }
    }
}
