package import PraxisDomain
package import PraxisStore

/// One community: it orders the commands of that community.
///
/// Its state is only a cache; every fact is read inside the transaction.
package actor Community {
    package nonisolated let id: CommunityID
    package nonisolated let settings: SiteSettings
    package nonisolated let installed: any InstalledCapabilities
    /// Who works on which queue item, once read from the store: used to refuse early, never to grant.
    package var claims: Claims?
    private let writer: Writer

    init(
        _ id: CommunityID,
        _ writer: Writer,
        _ settings: SiteSettings,
        _ installed: any InstalledCapabilities
    ) {
        self.id = id
        self.writer = writer
        self.settings = settings
        self.installed = installed
    }

    /// Runs one command in its own transaction: all of `body` or nothing.
    ///
    /// Returns once it is on disk.
    package func command<Value: Sendable>(
        _ body: @escaping @Sendable (WriteDB) throws -> Value
    ) async throws -> Value {
        try await writer.write { [id] db in try body(db.within(id)) }.value
    }

    /// The same for a command that creates something, run at most once for a key: see `OnceKey`.
    package func command<Entity: Identified>(
        once key: OnceKey?,
        _ body: @escaping @Sendable (WriteDB) throws -> ID<Entity>
    ) async throws -> ID<Entity> {
        try await command { db in try db.once(key, body) }
    }
}

/// Commands that belong to no community: accounts, sessions, the communities themselves.
package actor Site {
    private let writer: Writer

    init(_ writer: Writer) { self.writer = writer }

    /// Runs one command in its own transaction: all of `body` or nothing.
    ///
    /// Returns once it is on disk.
    package func command<Value: Sendable>(
        _ body: @escaping @Sendable (WriteDB) throws -> Value
    ) async throws -> Value {
        try await writer.write(body).value
    }

    /// The same for a command that creates something, run at most once for a key: see `OnceKey`.
    package func command<Entity: Identified>(
        once key: OnceKey?,
        _ body: @escaping @Sendable (WriteDB) throws -> ID<Entity>
    ) async throws -> ID<Entity> {
        try await command { db in try db.once(key, body) }
    }
}
