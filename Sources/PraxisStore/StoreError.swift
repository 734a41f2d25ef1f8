import GRDB

/// A failure of the database file or of its folder.
///
/// No user input causes one.
package enum StoreError: Error, Equatable, Sendable {
    /// A column held a value of another type than the code expects; columns count from 1.
    case unreadable(column: Int)
    /// No space is left for the database or its log.
    case full
    /// No space is left for a copy of the database at this path.
    case fullAt(String)
    /// A copy of the database cannot be written at this path.
    case notWrittenAt(String, reason: String)
    /// The engine could not read or write: an I/O error, a damaged file, a lock not released in time, lack of memory.
    case broken(String)
    /// The file was written by a newer version of Praxis.
    case newer
    /// The file was written by a version from before the first release, whose tables were others.
    case early
    /// Another process holds the data folder.
    case inUse(folder: String)
    case notWritable(folder: String, reason: String)
    /// A constraint would have been violated: unique, foreign key, NOT NULL, CHECK, or a trigger that raises.
    case constraint(String)
    /// A programming error: SQL that SQLite does not accept.
    case statement(String)
    /// Should not occur: a command was answered without a value.
    case closed

    /// Whether the content of the file is at fault, rather than the disk or the caller.
    package var isAboutContent: Bool {
        switch self {
        case .unreadable, .broken, .constraint, .statement: true
        default: false
        }
    }

    /// Translates an error that occurred while a copy was written to `path`.
    static func translating(_ error: any Error, copyingTo path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        switch error.resultCode {
        case .SQLITE_FULL: return StoreError.fullAt(path)
        case .SQLITE_IOERR: return StoreError.notWrittenAt(path, reason: "the disk refuses")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
            return StoreError.notWrittenAt(path, reason: "the file cannot be made or opened there")
        default: return translating(error)
        }
    }

    /// Translates an error of the engine to the nearest case; other errors pass unchanged.
    static func translating(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        switch error.resultCode {
        case .SQLITE_FULL: return StoreError.full
        case .SQLITE_CONSTRAINT: return StoreError.constraint(error.message ?? "")
        case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_BUSY,
            .SQLITE_LOCKED,
            .SQLITE_NOMEM:
            return StoreError.broken(error.description)
        default: return StoreError.statement(error.description)
        }
    }
}
