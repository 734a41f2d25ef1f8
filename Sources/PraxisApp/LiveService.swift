import PraxisCommunity
import ServiceLifecycle

/// Keeps quiet streams of live events open, and looks whether their listeners may still hear them.
struct LiveService: Service {
    let live: LiveHub

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(1))
                live.tick()
            }
        }
    }
}
