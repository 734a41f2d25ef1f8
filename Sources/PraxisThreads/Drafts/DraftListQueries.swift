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

    static func all(_ reading: Reading) throws -> [ListedDraft] {
        guard let member = reading.viewer.member else { return [] }
        let returned = Dictionary(grouping: try ReturnedPost.all(of: member, reading.db), by: \.place)
        return try SavedDraft.all(of: member, reading.db, at: reading.now).compactMap { draft in
            try load(draft, returned[draft.place] ?? [], reading)
        }
    }

    private static func load(
        _ draft: SavedDraft,
        _ returned: [ReturnedPost],
        _ reading: Reading
    ) throws -> ListedDraft? {
        guard let place = DraftTarget(draft.place) else { return nil }
        let setting = try WritingSetting.of(place, reading)
        let name =
            if case .community(let slug) = place { try communityName(slug, reading) } else {
                setting.map { $0.thread?.title ?? $0.group.name }
            }
        var answers: String?
        if let replyTo = draft.replyTo, let thread = setting?.thread?.id {
            answers = try QuotedPost.load(replyTo, in: thread, reading)?.author
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

    private static func communityName(_ slug: String, _ reading: Reading) throws -> String? {
        do {
            guard let community = try Access.community(slug, reading).community else { return nil }
            return try reading.first("SELECT name FROM community WHERE id = \(community.id)" as SQL<String>)
        } catch Denial.missing {
            return nil
        }
    }
}
