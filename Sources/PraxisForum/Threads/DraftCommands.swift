package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// What a member has typed so far.
package struct TypedDraft: Sendable {
    package let place: WritingPlace
    package let title: String
    package let body: String
    /// The revision it is based on; 0 for the first save.
    package let revision: Int

    /// - Throws: `Denial.input` when a text is longer than a draft may be, or holds a NUL.
    package init(place: WritingPlace, title: String, body: String, revision: Int) throws(Denial) {
        self.place = place
        self.title = try TypedText.checked(title, "title", DraftLimits.title)
        self.body = try TypedText.checked(body, "body", DraftLimits.body)
        self.revision = revision
    }
}

/// The draft that a post was written in: it goes when the post is sent.
package struct SentDraft: Sendable {
    package let place: WritingPlace
    /// The revision that was sent; a newer one, from another device, stays.
    ///
    /// Nothing takes any.
    package let revision: Int?

    package init(place: WritingPlace, revision: Int?) { (self.place, self.revision) = (place, revision) }
}

extension Site {
    /// Saves a draft over the revision it is based on, and drops those that are too old.
    /// - Returns: the new revision; 0 when nothing was left to keep.
    /// - Throws: `Denial.stale` with what is there now, when that is not what it is based on; `.missing` for a place one cannot read.
    package func saveDraft(_ draft: TypedDraft, as viewer: Viewer) async throws -> Int {
        try await command { db in
            let member = try db.reader(of: draft.place, viewer)
            try db.run("DELETE FROM draft WHERE savedAt < \(db.now - Limits.draftLifetime)")
            let known = try SavedDraft.load(draft.place, of: member, db.db, at: db.now)
            guard (known?.revision ?? 0) == draft.revision else {
                throw Denial.stale(current: known?.revision ?? 0, now: known?.body ?? "")
            }
            if draft.title.isEmpty && draft.body.isEmpty {
                try db.removeDraft(SentDraft(place: draft.place, revision: nil), of: member, sent: "")
                return 0
            }
            try db.run(
                """
                INSERT INTO draft (memberId, place, title, body, revision, savedAt)
                VALUES (\(member), \(draft.place.text), \(draft.title), \(draft.body), \(draft.revision + 1), \(db.now))
                ON CONFLICT (memberId, place) DO UPDATE SET title = excluded.title, body = excluded.body,
                    revision = excluded.revision, savedAt = excluded.savedAt
                """
            )
            return draft.revision + 1
        }
    }

    /// Throws a draft away.
    ///
    /// Also one whose place is closed to the member now.
    package func discardDraft(_ place: WritingPlace, of member: MemberID) async throws {
        try await command { db in try db.removeDraft(SentDraft(place: place, revision: nil), of: member, sent: "") }
    }
}

extension WriteDB {
    /// Removes a draft that was sent as `body`, unless a newer one with another text took its place meanwhile.
    func removeDraft(_ draft: SentDraft, of member: MemberID, sent body: String) throws {
        try run(
            """
            DELETE FROM draft WHERE memberId = \(member) AND place = \(draft.place.text)
                AND (revision <= \(draft.revision ?? Int.max) OR body = \(body))
            """
        )
    }

    /// The member, when they read the place.
    fileprivate func reader(of place: WritingPlace, _ viewer: Viewer) throws -> MemberID {
        guard let member = viewer.member else { throw Denial.signedOut }
        switch place {
        case .thread(let id): _ = try Access.thread(id, for: viewer, db, at: now)
        case .group(let community, let group):
            let facts = try Access.group(group, in: community, for: viewer, db, at: now)
            if let denial = Policy.refusal(.readGroup, facts) { throw denial }
        case .post: throw Denial.missing
        }
        return member
    }
}
