package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// What a member has typed so far, and where it is to go.
package struct TypedDraft: Sendable {
    /// The post that a reply answers, as a save says it.
    package enum Answer: Sendable {
        case everyone
        case post(PostID)
        /// Whatever the draft answered before.
        case unchanged
    }

    /// Where the draft lay when the form was opened or last saved.
    package let from: any DraftTarget
    /// Where it goes: another place once another group was chosen.
    package let place: any DraftTarget
    package let title: String
    package let body: String
    /// Nil leaves it as it was.
    package let kind: ThreadKind?
    package let answer: Answer
    /// The revision it is based on; 0 for the first save.
    package let revision: Int
    /// The revision of another draft in `place` that it may replace.
    package let over: Int?

    /// - Throws: `Denial.input` when a text is longer than a draft may be, or holds a NUL.
    package init(
        place: any DraftTarget,
        from: (any DraftTarget)? = nil,
        title: String,
        body: String,
        kind: ThreadKind? = nil,
        answer: Answer = .unchanged,
        revision: Int,
        over: Int? = nil
    ) throws(Denial) {
        (self.place, self.from) = (place, from ?? place)
        self.title = try TypedText.checked(title, "title", DraftLimits.title)
        self.body = try TypedText.checked(body, "body", DraftLimits.body)
        (self.kind, self.answer) = (kind, answer)
        (self.revision, self.over) = (revision, over)
    }
}

/// The draft that a post was written in: it goes when the post is sent.
package struct SentDraft: Sendable {
    package let place: any DraftTarget
    /// The revision that was sent, 0 if none is known; a newer one with another text, from another device, stays.
    package let revision: Int
    /// Where the post goes: a draft there goes with it if it says the same.
    package let sentTo: any DraftTarget

    package init(place: any DraftTarget, revision: Int, sentTo: (any DraftTarget)? = nil) {
        self.place = place
        self.revision = revision
        self.sentTo = sentTo ?? place
    }
}

extension Site {
    /// Saves a draft over the revision it is based on, and moves it to the place that is chosen now.
    /// - Returns: the new revision; 0 if nothing was left to keep.
    /// - Throws: `Denial.stale` with what is there now, when that is not what it is based on, or when another draft is in
    ///   the place that it moves to; `.missing` for a place one cannot read.
    package func saveDraft(_ draft: TypedDraft, as viewer: Viewer) async throws -> Int {
        try await command { db in
            let member = try db.reader(of: draft.place, viewer)
            let known = try SavedDraft.load(draft.from, of: member, db.db, at: db.now)
            guard (known?.revision ?? 0) == draft.revision else {
                throw Denial.stale(current: known?.revision ?? 0, now: known?.body ?? "")
            }
            if draft.title.isEmpty && draft.body.isEmpty {
                try db.dropDraft(draft.from, of: member)
                return 0
            }
            if draft.from.text != draft.place.text {
                if let other = try SavedDraft.load(draft.place, of: member, db.db, at: db.now),
                    other.revision != draft.over
                {
                    throw Denial.stale(current: other.revision, now: other.body)
                }
                try db.dropDraft(draft.from, of: member)
            }
            return try db.write(draft, over: known, of: member)
        }
    }

    /// Discards a draft, also one whose place is closed to the member now; it can be put back for a day.
    /// - Returns: by what it can be put back; nil if there was none.
    @discardableResult
    package func discardDraft(_ place: any DraftTarget, of member: MemberID) async throws -> DiscardedDraftID? {
        try await command { db in
            guard let draft = try SavedDraft.load(place, of: member, db.db, at: db.now) else { return nil }
            try db.dropDraft(place, of: member)
            return try db.keepDiscarded(draft, at: place, of: member)
        }
    }

    /// Keeps for a day what a member typed and does not want to send.
    /// - Returns: by what it can be put back; nil if they do not read the place that it was typed for.
    func discardTyped(_ draft: TypedDraft, as viewer: Viewer) async throws -> DiscardedDraftID? {
        try await command { db in
            guard let member = try Access.unlessMissing({ try db.reader(of: draft.place, viewer) }) else { return nil }
            let replyTo = try db.answered(draft, over: nil)
            return try db.keepDiscarded(
                SavedDraft(draft, draft.kind ?? .discussion, replyTo: replyTo, revision: 0, at: db.now),
                at: draft.place,
                of: member
            )
        }
    }

    /// Puts a discarded draft back where it was.
    /// - Returns: its place; nil if another draft has taken it.
    /// - Throws: `Denial.tooLate` after a day.
    package func restoreDraft(
        _ id: DiscardedDraftID,
        of member: MemberID,
        among targets: DraftTargets
    ) async throws -> (any DraftTarget)? {
        try await command { db in
            guard let kept = try db.first(DiscardedDraft.all(of: member, targets, only: id, at: db.now)),
                let place = targets.target(kept.draft.place)
            else { throw Denial.tooLate }
            if try SavedDraft.load(place, of: member, db.db, at: db.now) != nil { return nil }
            try db.insert(kept.draft, at: place, of: member, revision: 1)
            try db.run("DELETE FROM discardedDraft WHERE id = \(id)")
            return place
        }
    }
}

extension WriteDB {
    /// Removes the draft that was sent as `body`, unless it has been replaced by a newer one with another text.
    package func removeDraft(_ draft: SentDraft, of member: MemberID, sent body: String) throws {
        try run(
            """
            DELETE FROM draft WHERE memberId = \(member)
                AND (\(draft.place.isSubject) AND revision <= \(draft.revision)
                     OR (\(draft.place.isSubject) OR \(draft.sentTo.isSubject)) AND body = \(body))
            """
        )
    }

    fileprivate func dropDraft(_ place: any DraftTarget, of member: MemberID) throws {
        try run("DELETE FROM draft WHERE memberId = \(member) AND \(place.isSubject)")
    }

    /// - Returns: its revision, beyond that of what it replaces.
    fileprivate func write(_ draft: TypedDraft, over known: SavedDraft?, of member: MemberID) throws -> Int {
        let replyTo = try answered(draft, over: known)
        let kind = draft.kind ?? known?.kind ?? .discussion
        let revision = max(draft.revision, draft.over ?? 0) + 1
        let saved = SavedDraft(draft, kind, replyTo: replyTo, revision: revision, at: now)
        try insert(saved, at: draft.place, of: member, revision: revision)
        return revision
    }

    fileprivate func insert(_ draft: SavedDraft, at place: any DraftTarget, of member: MemberID, revision: Int) throws {
        try run(
            """
            INSERT INTO draft (memberId, subjectKind, subjectId, title, body, kind, replyToId, revision, savedAt)
            VALUES (\(member), \(type(of: place).kind), \(place.subjectID), \(draft.title), \(draft.body), \(draft.kind), \(draft.replyTo),
                    \(revision), \(now))
            ON CONFLICT (memberId, subjectKind, subjectId) DO UPDATE SET title = excluded.title, body = excluded.body, kind = excluded.kind,
                replyToId = excluded.replyToId, revision = excluded.revision, savedAt = excluded.savedAt
            """
        )
    }

    /// The post that a draft answers, if it is one of the thread that it is for.
    fileprivate func answered(_ draft: TypedDraft, over known: SavedDraft?) throws -> PostID? {
        guard let thread = draft.place.thread else { return nil }
        switch draft.answer {
        case .everyone: return nil
        case .unchanged: return known?.replyTo
        case .post(let post):
            return try first("SELECT id FROM post WHERE id = \(post) AND threadId = \(thread)" as SQL<PostID>)
        }
    }

    fileprivate func keepDiscarded(
        _ draft: SavedDraft,
        at place: any DraftTarget,
        of member: MemberID
    ) throws -> DiscardedDraftID {
        try insert(
            """
            INSERT INTO discardedDraft (memberId, subjectKind, subjectId, kind, replyToId, title, body, discardedAt)
            VALUES (\(member), \(type(of: place).kind), \(place.subjectID), \(draft.kind), \(draft.replyTo), \(draft.title),
                    \(draft.body), \(now)) RETURNING id
            """
        )
    }

    /// The member, when they read the place.
    fileprivate func reader(of place: any DraftTarget, _ viewer: Viewer) throws -> MemberID {
        guard let member = viewer.member else { throw Denial.signedOut }
        _ = try place.facts(reading(as: viewer))
        return member
    }
}
