import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisThreads

extension PostRole {
    /// What was said on a date, as those who were there keep it together.
    package static let notes: PostRole = "notes"
}

extension WriteNotes: EditingAct {}

extension Community {
    /// Writes the notes of a date, or changes those that are there.
    ///
    /// New ones are a post of the viewer's, held while they are a newcomer. The draft that they were written in is gone.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.stale` with what is there now, if the text is not based on
    ///   that, 0 being the revision of none; `.input` for new notes of a date that does not take place; `.tooMany` beyond the posting limits;
    ///   what the policy says.
    package func writeNotes(
        of thread: ThreadID,
        _ text: PostText,
        basedOn revision: Int,
        as viewer: Viewer,
        draft: SentDraft? = nil,
        once key: OnceKey? = nil
    ) async throws -> PostID {
        let written = NewNotes(
            post: RenderedPost(text),
            revision: revision,
            draft: draft,
            roles: capabilities.postRoles,
            limitsAreOn: settings.limitsAreOn
        )
        return try await command(once: key) { db in try db.write(written, of: thread, as: viewer) }
    }
}

private struct NewNotes: Sendable {
    let post: RenderedPost
    /// That they are based on.
    let revision: Int
    let draft: SentDraft?
    let roles: PostRoles
    let limitsAreOn: Bool
}

extension WriteDB {
    fileprivate func write(_ new: NewNotes, of thread: ThreadID, as viewer: Viewer) throws -> PostID {
        let facts = try facts(of: thread, for: viewer)
        let gathering = try Gathering.load(thread, db)
        let permit = try Policy.permit(WriteNotes.self, facts), author = try permit.author()
        let old = try first(DateNotes.of(thread, for: author))
        guard new.revision == old?.revision ?? 0 else {
            throw Denial.stale(current: old?.revision ?? 0, now: old?.body ?? "")
        }
        let made =
            if let old { try change(old, new, as: viewer) } else { try begin(new, of: gathering, facts, by: permit) }
        if let draft = new.draft { try removeDraft(draft, of: author, sent: new.post.body) }
        return made
    }

    private func change(_ old: DateNotes, _ new: NewNotes, as viewer: Viewer) throws -> PostID {
        try edit(old.post, to: new.post, basedOn: new.revision, as: viewer, new.roles)
        return old.post
    }

    private func begin(
        _ new: NewNotes,
        of gathering: Gathering,
        _ facts: Facts,
        by permit: borrowing Permit<WriteNotes>
    ) throws -> PostID {
        if !gathering.takesNotes {
            let isSkipped = gathering.state == .skipped
            throw Denial.input([FieldError("body", isSkipped ? .gatheringIsSkipped : .gatheringIsCancelled)])
        }
        if new.limitsAreOn { try PostingLimits.checkReply(by: permit.author(), self) }
        guard let community = permit.place.community, let group = permit.place.group else { throw Denial.missing }
        var place = PostTarget(community: community, group: group, thread: gathering.thread)
        place.role = .notes
        return try addReply(new.post, to: place, facts, by: permit.mandate)
    }
}
