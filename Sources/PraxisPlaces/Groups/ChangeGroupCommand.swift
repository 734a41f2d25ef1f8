package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// What a facilitator or a community manager sets.
package struct GroupChange: Sendable {
    package var name: String
    package var purpose: String
    package var contact: String
    package var kind: GroupKind
    package var access: GroupAccess
    package var isListed: Bool
    package var language: Language
    /// Days in which a post can be edited.
    package var editDays: Int
    /// The version of the settings that the change is based on.
    package var version: Int
}

extension Community {
    /// Changes the settings of a group, atomically.
    /// - Throws: `Denial.stale` with the current version if that is not the one the change is based on; `.input` for a change that
    ///   would show others what was written for those who had joined.
    package func change(_ group: GroupID, _ change: GroupChange, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: group, for: viewer)
            let permit = try Policy.permit(ChangeGroup.self, facts)
            let current = try db.first("SELECT version FROM \"group\" WHERE id = \(group)" as SQL<Int>) ?? 0
            guard current == change.version else { throw Denial.stale(current: current) }
            if let before = facts.group,
                try db.first("SELECT 1 FROM thread WHERE groupId = \(group) LIMIT 1" as SQL<Int>) != nil
            {
                try GroupPlan.checkOpening(from: (before.kind, before.access), to: (change.kind, change.access))
            }
            try db.run(
                """
                UPDATE "group" SET name = \(change.name), nameFolded = \(TypedText.folded(change.name)), purpose = \(change.purpose), contact = \(change.contact),
                    kind = \(change.kind), access = \(change.access), isListed = \(change.isListed),
                    language = \(change.language), editDays = \(change.editDays), version = version + 1
                WHERE id = \(group)
                """
            )
            if !change.kind.isReadByAll(change.access) { try db.dropSilencedStrangers(of: group) }
            let mandate = try db.audit(.groupChanged, group.subject, by: permit)
            try db.record(.groupChanged, group.subject, by: mandate)
        }
    }
}
