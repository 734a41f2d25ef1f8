package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Sets how the viewer hears from a thread, whatever their setting for its group.
    package func follow(_ thread: ThreadID, _ level: FollowLevel, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            guard let member = facts.viewer.member else { throw Denial.signedOut }
            try db.run(
                """
                INSERT INTO follow (memberId, threadId, level) VALUES (\(member), \(thread), \(level))
                ON CONFLICT (memberId, threadId) DO UPDATE SET level = excluded.level
                """
            )
        }
    }

    /// Sets how the viewer hears from those threads of a group that they did not set by themselves.
    package func follow(group: GroupID, _ level: FollowLevel, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: group, for: viewer)
            guard let member = facts.viewer.member else { throw Denial.signedOut }
            if !Policy.allows(ReadGroup.self, facts) { throw Denial.missing }
            try db.run(
                """
                INSERT INTO groupFollow (memberId, groupId, level) VALUES (\(member), \(group), \(level))
                ON CONFLICT (memberId, groupId) DO UPDATE SET level = excluded.level
                """
            )
        }
    }
}
