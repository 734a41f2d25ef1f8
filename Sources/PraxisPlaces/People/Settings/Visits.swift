import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

/// Looks at the site's pages.
enum Visit {
    /// Notes that a member looked at a page, at most once a minute, or that a program asked, at most once an hour.
    ///
    /// A look four hours after the last begins a new visit; what a program asks keeps its session and is no visit.
    static func note(
        _ session: Session,
        _ env: Environment,
        _ now: Timestamp,
        isPage: Bool
    ) async throws {
        let isOldSession = now.since(session.seenAt) >= .hours(1)
        guard isPage else {
            if isOldSession { try await keep(session, env, now) }
            return
        }
        let last = session.memberSeenAt ?? .distantPast
        guard now.since(last) >= Session.keptFor || isOldSession else { return }
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

    private static func keep(_ session: Session, _ env: Environment, _ now: Timestamp) async throws {
        let id = session.id
        _ = try await env.site.command { db in try db.run("UPDATE session SET seenAt = \(now) WHERE id = \(id)") }
    }
}
