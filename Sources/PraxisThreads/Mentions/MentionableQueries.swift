import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// Names that can follow an "@", for a member who has typed how one begins.
struct MentionableNames: Sendable {
    /// In the order in which they are offered: first of people who wrote in the thread.
    let names: [String]

    /// Names that are offered at once.
    static let shown = 8

    /// Scalars after which names are looked for: fewer would find too many.
    private static let scalars = 2...Limits.nameScalars.upperBound

    /// People looked at, of whom some do not read the place.
    private static let lookedAt = 24

    /// Those who read the place that `facts` are of and have a name of which a word begins so, without the viewer.
    ///
    /// A viewer who is not shown who belongs to the group is offered only those whose posts they read in the thread.
    static func beginning(_ text: String, in facts: Facts, _ reading: Reading) throws -> MentionableNames {
        let folded = TypedText.folded(text)
        guard scalars.contains(folded.unicodeScalars.count), let group = facts.group?.id else {
            return MentionableNames(names: [])
        }
        let seesPeople = try seesPeople(of: group, reading)
        if !seesPeople, facts.thread == nil { return MentionableNames(names: []) }
        let found = try reading.all(people(folded, facts, isOfThread: !seesPeople))
        var names: [String] = []
        for person in found where names.count < shown && !names.contains(person.name) {
            if try Mentions.reads(person.id, facts, reading.db) { names.append(person.name) }
        }
        return MentionableNames(names: names)
    }

    private static func seesPeople(of group: GroupID, _ reading: Reading) throws -> Bool {
        let facts = try Access.unlessMissing { try Access.group(group, reading) }
        return facts.map { Policy.allows(ReadGroup.self, $0) && Policy.allows(SeeMembers.self, $0) } ?? false
    }

    /// Walks the index of names, then primary keys, and `post_unread` for who wrote in the thread.
    private static func people(_ folded: String, _ facts: Facts, isOfThread: Bool) -> SQL<Person> {
        let writers: SQL<Void> =
            "SELECT p.authorId FROM post p WHERE p.threadId = \(facts.thread?.id) AND p.state = 'published'"
        let isOfAll = facts.group.map { $0.kind.isReadByAll($0.access) } ?? false
        let belongs: SQL<Void> =
            isOfAll
            ? "EXISTS (SELECT 1 FROM membership ms WHERE ms.communityId = \(facts.community?.id) AND ms.memberId = m.id)"
            : "EXISTS (SELECT 1 FROM groupMembership gm WHERE gm.groupId = \(facts.group?.id) AND gm.memberId = m.id)"
        let others: SQL<Void> = isOfThread ? "" : " OR \(belongs)"
        return """
            SELECT \(Person.columns) FROM member m
            WHERE m.id IN (\(FullText.named(folded, in: .member, begins: true))) AND m.standing = 'active'
                AND m.id <> \(facts.viewer.member) AND (m.id IN (\(writers))\(others))
            ORDER BY CASE WHEN m.id IN (\(writers)) THEN 0 ELSE 1 END, m.nameFolded, m.id LIMIT \(lookedAt)
            """
    }

    private struct Person: RowDecodable {
        let id: MemberID
        let name: String

        static let columns: SQL<Void> = "m.id, m.name"

        init(_ columns: inout Columns) throws { (id, name) = (try columns.id(), try columns.text()) }
    }
}
