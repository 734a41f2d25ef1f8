/// Wakes the one who waits for it; rung often it wakes once, and rung before it is awaited it wakes at once.
package struct Bell: Sendable {
    /// One element for all rings since the last one was taken; ends after ``silence()``.
    package let rings: AsyncStream<Void>
    private let rope: AsyncStream<Void>.Continuation

    package init() { (rings, rope) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    package func ring() { rope.yield() }

    /// Ends the waiting for good.
    package func silence() { rope.finish() }
}
