package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Says whether mails show titles only of whatever is written in this community.
    package func setMailRule(titlesOnly: Bool, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, for: viewer, db.db, at: db.now)
            let permit = try Policy.permit(ChangeCommunity.self, facts)
            try db.run(
                """
                INSERT INTO communityMailRule (communityId, titlesOnly) VALUES (\(id), \(titlesOnly))
                ON CONFLICT (communityId) DO UPDATE SET titlesOnly = excluded.titlesOnly
                """
            )
            let actor = permit.viewer.member
            try db.journal(.communityChanged, community: id, subject: id.subject, actor: actor)
            try db.audit(.communityChanged, at: facts.place, by: actor, subject: id.subject)
        }
    }

    /// Sets how much of a group mails show, and what they call it if they show next to nothing.
    /// - Throws: `Denial.input` for more than its kind ever lets out.
    package func setMailRule(
        of group: GroupID,
        _ detail: MailDetail,
        neutralName: String,
        as viewer: Viewer
    ) async throws {
        let id = id
        try await command { db in
            let facts = try db.facts(of: group, for: viewer)
            let permit = try Policy.permit(ChangeGroup.self, facts)
            let choices = MailDetailPlan.choices(of: facts.group?.kind ?? .peerSupport)
            guard choices.contains(detail) else {
                throw Denial.input([FieldError("detail", .notAChoice(choices.map(\.rawValue)))])
            }
            try db.run(
                """
                INSERT INTO groupMailRule (groupId, content, neutralName) VALUES (\(group), \(detail), \(neutralName))
                ON CONFLICT (groupId) DO UPDATE SET content = excluded.content, neutralName = excluded.neutralName
                """
            )
            let actor = permit.viewer.member
            try db.journal(.groupChanged, community: id, group: group, subject: group.subject, actor: actor)
            try db.audit(.groupChanged, at: facts.place, by: actor, subject: group.subject)
        }
    }
}
