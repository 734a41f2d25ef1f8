import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Writes a note into a case, for those who may decide it; it renews the lease of the member who has the item.
    package func note(_ text: String, on item: QueueItemID, as viewer: Viewer) async throws {
        let text = try TypedText.checked(text, "note", Limits.caseNoteScalars)
        let kinds = capabilities.queueKinds
        let renewed = try await command { db in
            let open = try db.item(item, kinds, for: viewer)
            try db.add(text, to: open.row, by: open.permit)
            return try db.touch(open.row, by: open.actor)
        }
        if let renewed { noteLease(item, renewed.number, renewed.claim) }
    }

    /// Passes an item on to the community's safeguarding contact, who from then on sees that post, too; with a note unless it is empty.
    /// - Throws: `Denial.input` if the community has named none.
    package func passOn(_ item: QueueItemID, note: String = "", as viewer: Viewer) async throws {
        let kinds = capabilities.queueKinds
        let note = note.isEmpty ? nil : try TypedText.checked(note, "note", Limits.caseNoteScalars)
        try await command { db in
            let open = try db.item(item, kinds, for: viewer), row = open.row, actor = open.actor
            try db.checkIsFree(open)
            guard row.post != nil else { throw Denial.notAllowed }
            let contact = try db.first(
                "SELECT contactId FROM communityCare WHERE communityId = \(row.community) AND contactId IS NOT NULL"
                    as SQL<MemberID>
            )
            guard let contact, contact != row.member else { throw Denial.input([FieldError("contact", .noContact)]) }
            if let note { try db.add(note, to: row, by: open.permit) }
            let changed = try db.run(
                "UPDATE queueItem SET level = 'safeguarding' WHERE id = \(item) AND level = 'place'"
            )
            guard changed > 0 else { return }
            try db.run(
                """
                UPDATE queueItem SET version = version + 1, lease = lease + 1, claimedBy = NULL, claimedUntil = NULL
                WHERE id = \(item)
                """
            )
            try db.addStep(.passedOn, to: item, by: actor)
            try db.record(.reported, about: item, by: db.audit(.passedOn, row, by: open.permit))
            if row.reason == .worried {
                try db.queueMail(.worried, to: contact, period: "\(item)", about: MailMatter(item.subject))
            }
        }
    }

    /// Records that the safeguarding contact looked at a post of a place that is not theirs.
    func recordLook(at item: QueueItemID, as viewer: Viewer) async throws {
        let kinds = capabilities.queueKinds
        try await command { db in
            let open = try db.item(item, kinds, for: viewer)
            try db.recordLook(open)
        }
    }
}

extension WriteDB {
    /// A note of a case.
    func add(_ note: String, to item: ItemRow, by permit: borrowing Permit<Triage>) throws {
        let actor = try permit.author()
        try run("INSERT INTO queueNote (itemId, authorId, at, body) VALUES (\(item.id), \(actor), \(now), \(note))")
        try addStep(.noted, to: item.id, by: actor)
        try record(.noted, about: item.id, by: audit(.noted, item, by: permit))
    }

    /// Does nothing for those who see the item by their role.
    func recordLook(_ open: borrowing DecidableItem) throws {
        guard open.isForContactOnly, let post = open.row.post else { return }
        try audit(.safeguardingLook, post.subject, in: open.row.place, by: open.permit)
    }

    /// At most once a minute.
    fileprivate func touch(_ row: ItemRow, by actor: MemberID) throws -> (number: Int, claim: Claims.Claim)? {
        guard row.state == .open, let claim = row.claim, claim.member == actor, claim.until > now,
            claim.until < now + Limits.claim - .minutes(1)
        else { return nil }
        let until = now + Limits.claim
        try run("UPDATE queueItem SET claimedUntil = \(until), lease = lease + 1 WHERE id = \(row.id)")
        return (row.lease + 1, Claims.Claim(member: actor, name: claim.name, until: until))
    }
}
