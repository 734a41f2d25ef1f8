package import PraxisDomain
import Synchronization

/// The right to change the database.
///
/// Whoever opens the store gets it once, and hands it to the community actors alone.
package final class Writer: Sendable {
    private let groups: GroupedWriter

    init(_ groups: GroupedWriter) { self.groups = groups }

    /// A value and the journal number after which it is true.
    package struct Committed<Value: Sendable>: Sendable {
        package let value: Value
        package let number: JournalNumber
    }

    /// Runs one command in the next group of writes; returns when it is on disk, or throws when nothing of it is.
    ///
    /// The hand-over happens before the first suspension, so that the order of calls is the order of commands.
    package func write<Value: Sendable>(
        isolation: isolated (any Actor)? = #isolation,
        _ body: @escaping @Sendable (WriteDB) throws -> Value
    ) async throws -> Committed<Value> {
        let kept = Kept<Value>()
        let number = try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<JournalNumber, any Error>) in
            groups.submit(
                GroupedWriter.Job(
                    run: { db in
                        let value = try body(db)
                        kept.value.withLock { $0 = value }
                    },
                    answer: { continuation.resume(with: $0) }
                )
            )
        }
        guard let value = kept.value.withLock({ $0 }) else { throw StoreError.closed }
        return Committed(value: value, number: number)
    }

    private final class Kept<Value: Sendable>: Sendable { let value = Mutex<Value?>(nil) }
}
