/// Wakes a waiting task: calls of ``notify()`` are coalesced, and one that comes before the wait is kept.
package struct Signal: Sendable {
    /// One element for all notifications since the last one was consumed; ends after ``finish()``.
    package let notifications: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    package init() { (notifications, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    package func notify() { continuation.yield() }

    /// Ends the stream of notifications.
    package func finish() { continuation.finish() }
}
