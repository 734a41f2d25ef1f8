import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A draft in the list, with where it goes as far as its author still reads that.
struct ListedDraft: Sendable {
    let draft: SavedDraft
    let place: DraftTarget
    /// The thread's title, the group's name or the community's; nil if the place is closed to the member now.
    let placeName: String?
    /// Nil if the place is closed or no group is chosen.
    let setting: WritingSetting?
    /// Who wrote the post that it answers.
    let answers: String?
    /// What a moderator returned and it continues.
    let returned: [ReturnedPost]

    static func all(of viewer: Viewer, _ db: DB, at now: Timestamp) throws -> [ListedDraft] {
        guard let member = viewer.member else { return [] }
        let returned = Dictionary(grouping: try ReturnedPost.all(of: member, db), by: \.place)
        return try SavedDraft.all(of: member, db, at: now).compactMap { draft in
            try load(draft, returned[draft.place] ?? [], for: viewer, db, at: now)
        }
    }

    private static func load(
        _ draft: SavedDraft,
        _ returned: [ReturnedPost],
        for viewer: Viewer,
        _ db: DB,
        at now: Timestamp
    ) throws -> ListedDraft? {
        guard let place = DraftTarget(draft.place) else { return nil }
        let setting = try WritingSetting.of(place, for: viewer, db, at: now)
        let name =
            if case .community(let slug) = place { try communityName(slug, for: viewer, db, at: now) } else {
                setting.map { $0.thread?.title ?? $0.group.name }
            }
        var answers: String?
        if let replyTo = draft.replyTo, let thread = setting?.thread?.id {
            answers = try QuotedPost.load(replyTo, in: thread, for: viewer, db, at: now)?.author
        }
        return ListedDraft(
            draft: draft,
            place: place,
            placeName: name,
            setting: setting,
            answers: answers,
            returned: returned
        )
    }

    private static func communityName(_ slug: String, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> String?
    {
        do {
            guard let community = try Access.community(slug, for: viewer, db, at: now).community else { return nil }
            return try db.first("SELECT name FROM community WHERE id = \(community.id)" as SQL<String>)
        } catch Denial.missing {
            return nil
        }
    }
}
