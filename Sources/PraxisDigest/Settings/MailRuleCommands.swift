package import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
import PraxisStore

extension Community {
    /// Says whether mails show titles only of whatever is written in this community.
    package func setMailRule(titlesOnly: Bool, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            let permit = try Policy.permit(ChangeCommunity.self, facts)
            try db.run(
                """
                INSERT INTO communityMailRule (communityId, titlesOnly) VALUES (\(id), \(titlesOnly))
                ON CONFLICT (communityId) DO UPDATE SET titlesOnly = excluded.titlesOnly
                """
            )
            let mandate = try db.audit(.communityChanged, id.subject, by: permit)
            try db.record(.communityChanged, id.subject, by: mandate)
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
            let mandate = try db.audit(.groupChanged, group.subject, by: permit)
            try db.record(.groupChanged, group.subject, by: mandate)
        }
    }
}
