import PraxisDomain
package import PraxisForum
import ServiceLifecycle

/// Sends queued mail while the server runs.
package struct OutboxService: Service {
    private let outbox: Outbox

    package init(_ outbox: Outbox) { self.outbox = outbox }

    /// Returns when the server is told to stop and no mail is in hand any more: at the latest when its program's time is over.
    package func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await outbox.run { span in try await Task.sleep(for: .milliseconds(span.milliseconds)) }
        } onCancelOrGracefulShutdown: {
            outbox.stop()
        }
    }
}
