import GRDB
import GRDBSQLite
import Synchronization

/// Copies committed pages from the write-ahead log into the database file, concurrently with the writer.
///
/// By default, the engine checkpoints inside the commit that makes the log too long, and that writer waits for all of it. Here a
/// separate connection copies while commits go on. It never quite catches up with them, so the writer copies the small remainder
/// itself: only then can the log start over.
final class Checkpointer: Sendable {
    private enum State {
        /// Idle until the log has this many pages.
        case waiting(from: Int)
        case copying
        /// Little is left, for the writer to copy.
        case almostDone
    }

    private enum Step { case none, begin, finish, catchUp }

    private let connection: DatabaseQueue
    private let length: Int
    private let state: Mutex<State>

    /// - Parameters:
    ///   - path: the database.
    ///   - length: pages of the log at which it is emptied; it never has many more than four times as many, unless one snapshot is read all
    ///     the while.
    /// - Throws: `DatabaseError` if the file cannot be opened.
    init(_ path: String, length: Int) throws {
        var configuration = Configuration()
        configuration.label = "praxis.checkpointer"
        connection = try DatabaseQueue(path: path, configuration: configuration)
        self.length = length
        state = Mutex(.waiting(from: length))
    }

    func close() throws { try connection.close() }

    /// Watches the commits of a connection, which must not outlive this object.
    func follow(_ writer: GRDB.Database) {
        sqlite3_wal_hook(
            writer.sqliteConnection,
            { context, writer, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue().committed(writer, Int(pages))
                // The commit is done, whatever the outcome of the checkpoint, which is retried.
                return SQLITE_OK
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    /// Called after each commit, on the writer's thread, with the pages in the log.
    private func committed(_ writer: OpaquePointer?, _ pages: Int) {
        switch state.withLock({ step(&$0, pages) }) {
        case .none: return
        case .begin: connection.asyncWriteWithoutTransaction { self.copy($0, pages) }
        case .catchUp:
            // The disk is slower than the writers: they wait for it.
            connection.writeWithoutTransaction { _ in }
            empty(writer)
        case .finish: empty(writer)
        }
    }

    private func step(_ state: inout State, _ pages: Int) -> Step {
        switch state {
        case .waiting where pages < length:
            state = .waiting(from: length)
            return .none
        case .waiting(let from):
            guard pages >= from else { return .none }
            state = .copying
            return .begin
        case .copying: return pages >= length * 4 ? .catchUp : .none
        case .almostDone:
            state = .waiting(from: pages + length / 8)
            return .finish
        }
    }

    private func empty(_ writer: OpaquePointer?) {
        sqlite3_wal_checkpoint_v2(writer, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }

    /// Copies until little is left, or until no progress is made: then an old snapshot is being read, or the disk refuses, and it is
    /// retried some pages later.
    private func copy(_ db: GRDB.Database, _ pages: Int) {
        var before = Int.max
        while let (inLog, copied) = try? db.checkpoint(.passive), inLog - copied < before {
            before = inLog - copied
            if before <= length / 16 { return state.withLock { $0 = .almostDone } }
        }
        state.withLock { $0 = .waiting(from: pages + length / 8) }
    }
}
