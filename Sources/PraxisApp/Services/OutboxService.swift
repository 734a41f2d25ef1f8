import PraxisDomain
import PraxisForum
package import PraxisOutbox
import ServiceLifecycle

/// Sends queued mail while the server runs.
package struct OutboxService: Service {
    private let outbox: Outbox
    private let sleep: @Sendable (Duration) async throws -> Void

    package init(_ outbox: Outbox, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        (self.outbox, self.sleep) = (outbox, sleep)
    }

    /// Returns when the server is told to stop and no mail is in progress: at the latest when the mail program's time is up.
    package func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await outbox.run { span in try await sleep(.milliseconds(span.milliseconds)) }
        } onCancelOrGracefulShutdown: {
            outbox.stop()
        }
    }
}
