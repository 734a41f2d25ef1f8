import GRDB
import PraxisDomain
import Synchronization

/// Runs commands in groups: a savepoint for each, the search rows of all in one step, one commit, and only then the answers.
///
/// Groups run on the engine's own queue, never in a caller's task: the engine interrupts the statement of a cancelled task, which would
/// undo the whole group. Acknowledged means on disk (`synchronous=FULL`).
final class GroupedWriter: Sendable {
    /// A waiting command: `run` keeps its value for `answer`, which is called once, after the commit or with the error.
    struct Job: Sendable {
        let run: @Sendable (WriteDB) throws -> Void
        let answer: @Sendable (Result<JournalNumber, any Error>) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isDraining = false
    }

    /// At most this many commands share one commit, which bounds the wait of the first.
    private static let largestGroup = 256

    private let engine: DatabaseQueue
    /// Retained as long as the connection it follows.
    private let checkpointer: Checkpointer
    /// Starts at the latest time recorded in the journal.
    private let clock: SteadyClock
    private let followers: Followers
    private let didCommit: @Sendable ([JournalEntry]) -> Void
    private let didQueueMail: @Sendable () -> Void
    private let state = Mutex(State())

    init(
        _ engine: DatabaseQueue,
        _ checkpointer: Checkpointer,
        clock: SteadyClock,
        followers: Followers,
        didCommit: @escaping @Sendable ([JournalEntry]) -> Void,
        didQueueMail: @escaping @Sendable () -> Void
    ) {
        (self.engine, self.checkpointer) = (engine, checkpointer)
        (self.clock, self.followers) = (clock, followers)
        self.didCommit = didCommit
        self.didQueueMail = didQueueMail
    }

    /// Enqueues a command: synchronous, so that the order of calls is the order of commands.
    func submit(_ job: Job) {
        let mustStart = state.withLock { state in
            state.waiting.append(job)
            defer { state.isDraining = true }
            return !state.isDraining
        }
        if mustStart { engine.asyncWriteWithoutTransaction { db in self.drain(db) } }
    }

    private func drain(_ engine: GRDB.Database) {
        while true {
            let group = state.withLock { state in
                let group = Array(state.waiting.prefix(Self.largestGroup))
                state.waiting.removeFirst(group.count)
                if group.isEmpty { state.isDraining = false }
                return group
            }
            if group.isEmpty { return }
            do { try commit(group, engine) } catch { replaySingly(group, engine) }
        }
    }

    /// Runs each command of a group in its own transaction, with its own error, after the group's transaction was lost (a full disk ends
    /// all of it).
    private func replaySingly(_ group: [Job], _ engine: GRDB.Database) {
        for job in group {
            do { try commit([job], engine) } catch { job.answer(.failure(StoreError.translating(error))) }
        }
    }

    /// Commits a group and answers its callers.
    /// - Throws: if nothing was committed and no caller was answered.
    private func commit(_ group: [Job], _ engine: GRDB.Database) throws {
        try run("BEGIN IMMEDIATE", engine)
        var entries: [JournalEntry] = []
        var queuesMail = false
        var outcomes: [Result<Void, any Error>] = []
        do {
            var searchRows: [SearchRow] = [], waiting: Set<PostID> = []
            for job in group {
                let effects = WriteDB.Effects(waitingInGroup: waiting, followers: followers)
                let outcome = try runInSavepoint(job, effects, engine)
                outcomes.append(outcome)
                guard case .success = outcome else { continue }
                entries += effects.entries
                queuesMail = queuesMail || effects.queuesMail
                if !effects.cancelledSearchRows.isEmpty {
                    searchRows.removeAll { effects.cancelledSearchRows.contains($0.post) }
                    waiting.subtract(effects.cancelledSearchRows)
                }
                searchRows += effects.searchRows
                waiting.formUnion(effects.searchRows.lazy.map(\.post))
            }
            try writer(engine, WriteDB.Effects(waitingInGroup: [], followers: followers)).index(searchRows)
            try run("COMMIT", engine)
        } catch {
            if engine.isInsideTransaction { try engine.execute(sql: "ROLLBACK") }
            throw error
        }
        didCommit(entries)
        if queuesMail { didQueueMail() }
        let number = entries.last?.number ?? JournalNumber(rawValue: 0)
        for (job, outcome) in zip(group, outcomes) { job.answer(outcome.map { number }) }
    }

    private func runInSavepoint(
        _ job: Job,
        _ effects: WriteDB.Effects,
        _ engine: GRDB.Database
    ) throws -> Result<Void, any Error> {
        try run("SAVEPOINT command", engine)
        do {
            try job.run(writer(engine, effects))
            try run("RELEASE command", engine)
            return .success(())
        } catch {
            // A full disk or a failed write may have ended the whole transaction: then there is nothing left to undo for this command
            // alone.
            guard engine.isInsideTransaction else { throw error }
            try engine.execute(sql: "ROLLBACK TO command; RELEASE command")
            return .failure(error)
        }
    }

    /// Uses a prepared statement: the engine's `execute(sql:)` parses the text each time.
    private func run(_ sql: String, _ engine: GRDB.Database) throws {
        try engine.cachedStatement(sql: sql).execute()
    }

    private func writer(_ engine: GRDB.Database, _ effects: WriteDB.Effects) -> WriteDB {
        WriteDB(db: DB(engine: engine), now: clock.now(), effects: effects)
    }
}
