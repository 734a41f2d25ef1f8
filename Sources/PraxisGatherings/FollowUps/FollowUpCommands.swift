package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

extension Community {
    /// Adds what is to be done after a date, before or after it.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.input` for an owner who is not in the group, be there such a
    ///   member or not, and for a date with too many; what the policy says.
    package func addFollowUp(
        _ new: NewFollowUp,
        of thread: ThreadID,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> FollowUpID {
        try await command(once: key) { db in
            let facts = try db.facts(of: thread, for: viewer)
            _ = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(AddFollowUp.self, facts), author = try permit.author()
            if try db.all(FollowUp.of(thread)).count >= Limits.followUps {
                throw Denial.input([FieldError("title", .followUpsAreFull)])
            }
            if let owner = new.owner { try db.checkTakes(owner, thread) }
            let id: FollowUpID = try db.insert(
                """
                INSERT INTO followUp (threadId, groupId, kind, title, ownerId, isLeft, due, state, authorId, createdAt, endedAt, version)
                VALUES (\(thread), \(facts.group?.id), \(new.kind), \(new.title), \(new.owner), \(false), \(new.due), \(FollowUpState.open),
                    \(author), \(db.now), NULL, 1) RETURNING id
                """
            )
            try db.record(.followUpsChanged, thread.subject, by: permit)
            return id
        }
    }

    /// Says that a follow-up is done, dropped or open again: its author and its owner of theirs, the host of all.
    /// - Returns: its version now.
    /// - Throws: `Denial.missing` for what is no follow-up of a date that the viewer reads; `.stale`; what the policy says.
    @discardableResult
    package func setFollowUp(
        _ id: FollowUpID,
        to state: FollowUpState,
        basedOn version: Int,
        as viewer: Viewer
    ) async throws -> Int {
        try await command { db in
            guard let old = try db.first(FollowUp.of(id)) else { throw Denial.missing }
            let facts = try db.facts(of: old.thread, for: viewer)
            if old.isOf(facts.viewer.member) {
                let permit = try Policy.permit(AddFollowUp.self, facts)
                try old.check(version)
                if try !db.set(old, to: state) { return old.version }
                try db.record(.followUpsChanged, old.thread.subject, by: permit)
            } else {
                let permit = try Policy.permit(SettleFollowUps.self, facts)
                try old.check(version)
                if try !db.set(old, to: state) { return old.version }
                let mandate = try db.audit(.followUpSettled, old.thread.subject, by: permit)
                try db.record(.followUpsChanged, old.thread.subject, by: mandate)
            }
            return old.version + 1
        }
    }
}

extension FollowUp {
    /// Whether a member added it or does it.
    func isOf(_ member: MemberID?) -> Bool { member != nil && (author == member || owner == member) }

    fileprivate func check(_ basedOn: Int) throws(Denial) {
        if basedOn != version { throw .stale(current: version) }
    }
}

extension WriteDB {
    /// - Throws: `Denial.input`, the same for members who are not in the group and for numbers that are no member's.
    fileprivate func checkTakes(_ owner: MemberID, _ thread: ThreadID) throws {
        let facts = try Access.unlessMissing { try self.facts(of: thread, for: Viewer(member: owner)) }
        let isKnown = try first("SELECT 1 FROM member WHERE id = \(owner)" as SQL<Int>) != nil
        guard isKnown, let facts, Policy.allows(AddFollowUp.self, facts) else {
            throw Denial.input([FieldError("owner", .ownerIsElsewhere)])
        }
    }

    /// Returns false if it is so already.
    fileprivate func set(_ old: FollowUp, to state: FollowUpState) throws -> Bool {
        if old.state == state { return false }
        try run(
            """
            UPDATE followUp SET state = \(state), endedAt = \(state == .open ? nil : now), version = version + 1 WHERE id = \(old.id)
            """
        )
        return true
    }

    /// Takes the open follow-ups of a place from a member who has left it; they say so until somebody has done them.
    ///
    /// Walks `followUp_by_owner`.
    func endFollowUps(of member: MemberID, in community: CommunityID, _ group: GroupID?) throws {
        let there: SQL<Void> =
            if let group {
                "groupId = \(group)"
            } else {
                "groupId IN (SELECT g.id FROM \"group\" g WHERE g.communityId = \(community))"
            }
        try run(
            """
            UPDATE followUp SET ownerId = NULL, isLeft = \(true), version = version + 1
            WHERE ownerId = \(member) AND state = 'open' AND \(there)
            """
        )
    }
}
