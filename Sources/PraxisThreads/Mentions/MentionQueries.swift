import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWords

/// Whom a text mentions, and whom it cannot reach.
struct Mentions: Sendable {
    /// Those who read the place, without the author.
    private(set) var told: Set<MemberID> = []
    /// Names, as typed, that belong to no one who reads the place.
    ///
    /// Known and unknown accounts look alike here.
    private(set) var notTold: [String] = []
    /// Names, as typed, beyond as many as one post may mention.
    private(set) var beyondLimit: [String] = []

    /// Maximum people of one role that a collective mention reaches.
    private static let largestCollective = 100

    /// Resolves what follows each "@" in a thread, or in the group where a new one goes.
    static func resolve(_ candidates: [String], in facts: Facts, _ db: DB) throws -> Mentions {
        var mentions = Mentions()
        for candidate in candidates.prefix(Limits.mentionsPerPost) {
            let readers = try readers(meantBy: candidate, facts, db)
            if readers.isEmpty { mentions.notTold.append(MentionPlan.shown(candidate)) }
            mentions.told.formUnion(readers)
        }
        mentions.beyondLimit = candidates.dropFirst(Limits.mentionsPerPost).map(MentionPlan.shown)
        if let author = facts.viewer.member { mentions.told.remove(author) }
        return mentions
    }

    /// The names of those who are told, as they write them.
    func toldNames(_ db: DB) throws -> [String] {
        if told.isEmpty { return [] }
        return try db.all(
            "SELECT name FROM member WHERE id IN (\(list: told.sorted())) ORDER BY nameFolded, id" as SQL<String>
        )
    }

    private static func readers(meantBy candidate: String, _ facts: Facts, _ db: DB) throws -> [MemberID] {
        if let role = MentionPlan.role(in: candidate, ThreadWords.mentionedRoles) {
            return try members(role, facts, db).filter { try reads($0, facts, db) }
        }
        let names = MentionPlan.names(in: candidate)
        let known = try named(names, db)
        for name in names {
            let readers = try known.filter { $0.name == name }.map(\.id).filter { try reads($0, facts, db) }
            if !readers.isEmpty { return readers }
        }
        return []
    }

    /// Walks `member_by_name`.
    private static func named(_ names: [String], _ db: DB) throws -> [NamedMember] {
        if names.isEmpty { return [] }
        return try db.all(
            """
            SELECT \(NamedMember.columns) FROM member WHERE nameFolded IN (\(list: names)) AND standing = 'active' LIMIT 20
            """ as SQL<NamedMember>
        )
    }

    /// Walks the primary keys of the two memberships.
    private static func members(_ role: Role, _ facts: Facts, _ db: DB) throws -> [MemberID] {
        try db.all(
            """
            SELECT m.memberId FROM membership m
            WHERE m.communityId = \(facts.community?.id) AND m.role = \(role) AND \(Visibility.standing(at: facts.now)) = 'active' AND
                (\(role) = 'moderator' OR \(facts.group?.access) = 'open')
            UNION
            SELECT gm.memberId FROM groupMembership gm
            WHERE gm.groupId = \(facts.group?.id) AND gm.role = \(role) AND \(Visibility.groupStanding(at: facts.now)) = 'active'
            LIMIT \(largestCollective)
            """ as SQL<MemberID>
        )
    }

    /// The policy's own answer for that member.
    static func reads(_ member: MemberID, _ facts: Facts, _ db: DB) throws -> Bool {
        guard let group = facts.group else { return false }
        let reading = Reading(Viewer(member: member), db, at: facts.now)
        do {
            if let thread = facts.thread {
                _ = try Access.thread(thread.id, reading)
                return true
            }
            return Policy.allows(ReadGroup.self, try Access.group(group.id, reading))
        } catch Denial.missing {
            return false
        }
    }
}

private struct NamedMember: RowDecodable {
    let id: MemberID
    let name: String

    static let columns: SQL<Void> = "id, nameFolded"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        name = try columns.text()
    }
}

extension WriteDB {
    /// Notes whom a new or changed text mentions; those whom it no longer mentions are dropped.
    ///
    /// `edit` is the journal number of the edit that changed it: whom it adds is told, also when they have read the post already.
    func setMentions(_ candidates: [String], of post: PostID, in facts: Facts, edit: JournalNumber? = nil) throws {
        let told = candidates.isEmpty ? [] : try Mentions.resolve(candidates, in: facts, db).told.sorted()
        let kept: SQL<Void> = told.isEmpty ? "" : " AND memberId NOT IN (\(list: told))"
        try run("DELETE FROM mention WHERE postId = \(post)\(kept)")
        for member in told {
            try run(
                "INSERT INTO mention (memberId, postId, addedAt) VALUES (\(member), \(post), \(edit)) ON CONFLICT DO NOTHING"
            )
        }
    }

    /// Notes that a member has looked at the posts of a thread with these numbers: what an edit said to them there is no longer new.
    ///
    /// Walks `mention_added`.
    func seeMentions(of member: MemberID, in thread: ThreadID, _ numbers: ClosedRange<Int>) throws {
        try run(
            """
            UPDATE mention SET addedAt = NULL WHERE memberId = \(member) AND addedAt > 0 AND postId IN (
                SELECT p.id FROM post p WHERE p.threadId = \(thread)
                    AND p.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound))
            """
        )
    }
}
