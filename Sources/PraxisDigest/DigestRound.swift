import Logging
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// One look at all members whose digest is due.
package struct DigestRound: Sendable {
    private let env: Environment
    private let now: Timestamp
    private let isSpread: Bool

    /// Members that share a snapshot and a transaction: few enough to keep neither a reader nor the writer for long.
    private static let batch = 100

    /// What a round did.
    package struct Tally: Equatable, Sendable {
        package var lookedAt = 0
        package var queued = 0

        package init(lookedAt: Int = 0, queued: Int = 0) { (self.lookedAt, self.queued) = (lookedAt, queued) }
    }

    /// A round over what is due at `now`.
    ///
    /// Spread mails leave over the minutes after their due time, others at once.
    package init(_ env: Environment, at now: Timestamp, isSpread: Bool) {
        self.env = env
        self.now = now
        self.isSpread = isSpread
    }

    /// Queues what is due.
    package func run() async throws -> Tally {
        let (site, isSpread) = (env.site, isSpread)
        return try await eachBatch { try await site.take($0, isSpread: isSpread) }
    }

    /// Says what `run` would queue, and changes nothing: `told` hears of each member who would get a mail, and of the day it would be for.
    package func rehearse(_ told: @escaping @Sendable (MemberID, _ period: String) -> Void) async throws -> Tally {
        try await eachBatch { steps in
            let mails = steps.compactMap { step in step.mail.map { (step.state.member, $0.due.period) } }
            for (member, period) in mails { told(member, period) }
            return mails.count
        }
    }

    /// Two batches side by side: one is looked at while the other is written.
    private func eachBatch(_ take: @escaping @Sendable ([DigestStep]) async throws -> Int) async throws -> Tally {
        var tally = Tally()
        var steps = try await look(after: nil)
        while let last = steps.last {
            let place = (last.state.nextAt ?? .distantPast, last.state.member)
            async let following = look(after: place)
            tally.lookedAt += steps.count
            tally.queued += try await take(steps)
            steps = try await following
        }
        return tally
    }

    private func look(after place: (at: Timestamp, member: MemberID)?) async throws -> [DigestStep] {
        let now = now, start = min(now, env.clock()), capabilities = env.capabilities
        return try await env.store.read { db in
            let upTo = try db.journalNumber()
            return try db.all(DigestState.due(at: now, after: place, limit: Self.batch))
                .map { try DigestStep($0, db, at: now, capabilities, from: start, upTo: upTo) }
        }
    }
}

extension Tick {
    package static let digests = Tick("digests") { env in
        let tally = try await DigestRound(env, at: env.clock(), isSpread: true).run()
        if tally.queued > 0 { env.log.info("digests were queued", metadata: ["count": "\(tally.queued)"]) }
    }
}
