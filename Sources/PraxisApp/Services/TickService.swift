import Logging
import PraxisCapability
import PraxisCommunity
import PraxisForum
import ServiceLifecycle

/// Lets each capability look once a minute for what is due, while the server runs.
struct TickService: Service {
    let env: Environment

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for tick in env.capabilities.ticks { await look(tick) }
                try? await env.sleep(.seconds(60))
            }
        }
    }

    /// Failures are retried a minute later: nothing is recorded as done before its mail is queued.
    private func look(_ tick: Tick) async {
        do { try await tick.run(env) } catch {
            env.log.error("work that is due could not be done", metadata: ["of": "\(tick.name)", "error": "\(error)"])
        }
    }
}
