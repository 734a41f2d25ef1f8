import Logging
import PraxisCommunity
import PraxisDomain
import PraxisForum
import ServiceLifecycle

/// Checks once a minute for due digests, and for members for whom something is waiting to be decided, while the server runs.
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

    /// Failures are retried a minute later: nothing is recorded as done before its mail is queued.
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
