import PraxisCapability
import PraxisCommunity
import ServiceLifecycle

/// Keeps quiet streams of live events open, and has their listeners' rights checked.
struct LiveService: Service {
    let env: Environment

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await env.sleep(.seconds(1))
                env.live.tick()
            }
        }
    }
}
