import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Forum {
    /// Notes that a member looked at a page, at most once a minute.
    ///
    /// A look four hours after the last begins a new visit.
    package static func visit(_ session: Session, _ env: Environment, _ now: Timestamp) async throws {
        let last = session.memberSeenAt ?? .distantPast
        guard now.since(last) >= .minutes(1) else { return }
        let member = session.member, id = session.id
        let beginsVisit = now.since(last) >= Limits.visitGap
        try await env.site.command { db in
            try db.run(
                """
                UPDATE member SET seenAt = \(now), visitedAt = CASE WHEN \(beginsVisit) THEN seenAt ELSE visitedAt END
                WHERE id = \(member)
                """
            )
            try db.run("UPDATE session SET seenAt = \(now) WHERE id = \(id)")
        }
    }
}
