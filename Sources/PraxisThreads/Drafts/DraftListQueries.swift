import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A draft in the list, with where it goes as far as its author still reads that.
struct ListedDraft: Sendable {
    let draft: SavedDraft
    let place: any DraftTarget
    /// What the place is called; nil if the place is closed to the member now.
    let placeName: String?
    /// Nil if the place is closed or no group is chosen.
    let setting: WritingSetting?
    /// Who wrote the post that it answers.
    let answers: String?
    /// What a moderator returned and it continues.
    let returned: [ReturnedPost]

    static func all(_ targets: DraftTargets, _ reading: Reading) throws -> [ListedDraft] {
        guard let member = reading.viewer.member else { return [] }
        let returned = Dictionary(grouping: try ReturnedPost.all(of: member, reading.db), by: \.place)
        return try SavedDraft.all(of: member, targets, reading.db, at: reading.now).compactMap { draft in
            try targets.target(draft.place).map { try load(draft, at: $0, returned[draft.place] ?? [], reading) }
        }
    }

    private static func load(
        _ draft: SavedDraft,
        at place: any DraftTarget,
        _ returned: [ReturnedPost],
        _ reading: Reading
    ) throws -> ListedDraft {
        let facts = try place.openFacts(reading)
        let setting = try WritingSetting.ofDraft(facts, reading.db)
        let name =
            try facts.flatMap { _ in try place.name(reading) } ?? setting.map { $0.thread?.title ?? $0.group.name }
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
}
