package import PraxisDomain
import Synchronization

/// The right to change the database: the only way to run a command.
///
/// `Store.open` returns the one writer of a store. Only the actors `Community` and `Site` write with it, so that changes are made in
/// commands and nowhere else.
///
///     let posted = try await writer.write { db in
///         try db.insert("INSERT INTO post (threadId, body) VALUES (\(thread), \(text)) RETURNING id" as SQL<PostID>)
///     }
///     let id = posted.value
///
/// **Guarantees**
///
/// - Order: commands run one at a time, in the order of the calls to `write`.
/// - Atomicity: all of a command is committed, or nothing.
/// - Durability: when `write` returns, the command is on disk (`synchronous=FULL`), and every later `Store.read` sees it.
/// - Followers of the journal (`didCommit`) have been called before `write` returns, so no kept page is older than the answer.
/// - Cancelling the caller's task does not cancel a command.
///
/// **Errors.** What the closure throws, after its changes are undone; `StoreError` if the transaction could not be committed. Other
/// commands of the same group are not affected.
///
/// The closure may run twice; see `WriteDB` for what it may do.
package final class Writer: Sendable {
    private let groups: GroupedWriter

    init(_ groups: GroupedWriter) { self.groups = groups }

    /// The value of a command, and the number of the last journal entry of its group; 0 if the group journalled nothing.
    package struct Committed<Value: Sendable>: Sendable {
        package let value: Value
        package let number: JournalNumber
    }

    /// Runs one command in the next group of writes; returns when it is on disk, or throws if none of it is.
    ///
    /// The command is enqueued before the first suspension, so that the order of calls is the order of commands.
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
