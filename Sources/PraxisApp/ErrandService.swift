import PraxisCommunity
import ServiceLifecycle

/// Lets what answers have left to do end before the server does, so that a code that was asked for is not lost on a restart.
///
/// Services are told to stop in the reverse order of their list: as the first of them this one is asked last, when no request is in hand
/// that could add anything.
struct ErrandService: Service {
    let errands: Errands

    func run() async throws {
        try? await gracefulShutdown()
        await errands.finished()
    }
}
