import Logging
import PraxisCommunity
import PraxisDomain
import PraxisForum
import ServiceLifecycle

/// Looks once a minute for digests that are due, and for those for whom something is waiting to be decided, while the site is served.
struct DigestService: Service {
    let env: Environment

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                try? await env.sleep(.seconds(60))
            }
        }
    }

    /// What fails is tried again a minute later: nothing is noted as done before its mail is queued.
    private func look() async {
        do {
            let tally = try await DigestRound(env, at: env.clock(), isSpread: true).run()
            if tally.queued > 0 { env.log.info("digests were queued", metadata: ["count": "\(tally.queued)"]) }
            _ = try await DutyRound(env, at: env.clock()).run()
        } catch {
            env.log.error("digests could not be queued", metadata: ["error": "\(error)"])
        }
    }
}
