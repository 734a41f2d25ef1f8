import FoundationEssentials
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWords

extension DigestMail {
    /// The digest that `member` would get if theirs were due at `now`: queues nothing and notes nothing.
    /// - Returns: nil if nothing is new.
    package static func next(
        for member: MemberID,
        _ env: Environment,
        _ words: Words,
        at now: Timestamp
    ) async throws -> DigestMail? {
        let settings = env.settings, siteKey = env.store.siteKey
        return try await env.store.read { db in
            let state = try DigestState.of(member, db)
            let name = try db.first("SELECT name FROM member WHERE id = \(member)" as SQL<String>) ?? ""
            let today = LocalTime(now, in: state.zone), day = state.next(after: now)?.day ?? today.dayNumber
            let range = state.range(upTo: try db.journalNumber(), on: day, at: now)
            let order = MailOrder(
                period: today.date,
                about: range.matter,
                recipient: .init(
                    id: member,
                    name: name,
                    timeZone: state.zone.identifier,
                    isSiteAdministrator: state.viewer.isSiteAdministrator
                ),
                db: db,
                now: now,
                words: words,
                settings: settings,
                capabilities: env.capabilities,
                siteKey: siteKey
            )
            return try DigestMail(range, on: today, order)
        }
    }
}
