/// Wakes a waiting task: rings are coalesced, and one that comes before the wait is kept.
package struct Signal: Sendable {
    /// One element for all rings since the last one was consumed; ends after ``silence()``.
    package let rings: AsyncStream<Void>
    private let rope: AsyncStream<Void>.Continuation

    package init() { (rings, rope) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    package func ring() { rope.yield() }

    /// Ends the stream of rings.
    package func silence() { rope.finish() }
}
