import PraxisCommunity
import ServiceLifecycle

/// Lets work left by responses finish before the server ends, so that a requested code is not lost in a restart.
///
/// Services are told to stop in the reverse order of their list: being the first, this one is told last, when no request that could add
/// work is in progress.
struct BackgroundJobService: Service {
    let jobs: BackgroundJobs

    func run() async throws {
        try? await gracefulShutdown()
        await jobs.finished()
    }
}
