import PraxisCommunity
package import PraxisDomain
package import PraxisGatherings
import PraxisStore

extension TestSite {
    /// What the secret address of a member's calendar holds now, or of that of one of their groups.
    package func calendarToken(of member: MemberID, _ group: GroupID? = nil) async throws -> String {
        let link = CalendarLink(member: member, group: group), key = env.store.siteKey
        return try await env.store.read { db in try link.token(key, db) }
    }

    /// A date that is being planned: on 15 December 2026, 12:30 to 1:30pm in London, which is to come in every test.
    package func gathering(
        _ title: String,
        joinLink: String = "",
        place: String = "",
        purpose: String? = nil,
        _ change: (inout TypedGathering) -> Void = { _ in }
    ) throws -> NewGathering {
        var typed = TypedGathering()
        (typed.title, typed.joinLink) = (title, joinLink)
        (typed.date, typed.time) = ("2026-12-15", "12:30")
        (typed.zone, typed.minutes) = ("Europe/London", "60")
        (typed.place, typed.mode) = (place, place.isEmpty ? "online" : "hybrid")
        change(&typed)
        return NewGathering(try typed.details(at: now), purpose: try purpose.map { try PostText($0) })
    }

    /// Has a date begin now, or so long ago, and end as it would have, or so long ago.
    package func begin(_ date: ThreadID, _ ago: Span = .seconds(0), ended: Span? = nil) async throws {
        _ = try await env.site.command { db in
            try db.run("UPDATE gathering SET startAt = \(db.now - ago) WHERE threadId = \(date)")
            if let ended { try db.run("UPDATE gathering SET endAt = \(db.now - ended) WHERE threadId = \(date)") }
        }
    }

    /// A series that is being planned: every second week on a Tuesday, 12:30 to 1:30pm in London, from 15 December 2026 on, four times.
    package func series(
        _ name: String,
        joinLink: String = "",
        purpose: String = "",
        _ change: (inout TypedSeries) -> Void = { _ in }
    ) throws -> NewSeries {
        var typed = TypedSeries()
        (typed.date.title, typed.purpose) = (name, purpose)
        typed.date.joinLink = joinLink
        (typed.date.date, typed.date.time) = ("2026-12-15", "12:30")
        (typed.date.zone, typed.date.minutes) = ("Europe/London", "60")
        (typed.date.mode, typed.repeats) = ("online", "fortnightly")
        (typed.ends, typed.count) = ("count", "4")
        change(&typed)
        return try typed.series(at: now)
    }
}
