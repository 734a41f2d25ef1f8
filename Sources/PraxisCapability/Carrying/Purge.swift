import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// What a capability removes once the reason for keeping it has ended.
///
///     static let withdrawn = Purge("reactions to withdrawn posts", .withdrawn { post, db in … })
///
/// What goes in the transaction of another's act follows that act's event (`EventKind.also`).
package struct Purge: Sendable {
    package enum Occasion: Sendable {
        /// A post was withdrawn, and that can be undone no longer.
        case withdrawn(@Sendable (PostID, WriteDB) throws -> Void)
        /// Time has passed; runs once an hour while the site is served.
        case hourly(@Sendable (WriteDB) throws -> Void)
    }

    /// As the rules of the tables name it.
    package let name: String
    package let occasion: Occasion

    package init(_ name: String, _ occasion: Occasion) { (self.name, self.occasion) = (name, occasion) }
}

extension [Purge] {
    /// Removes what is kept only for a post that has been withdrawn for good.
    package func withdrawn(_ post: PostID, _ db: WriteDB) throws {
        for purge in self { if case .withdrawn(let run) = purge.occasion { try run(post, db) } }
    }

    fileprivate func hourly(_ db: WriteDB) throws {
        for purge in self { if case .hourly(let run) = purge.occasion { try run(db) } }
    }
}

extension Tick {
    /// What is pruned after a time.
    ///
    /// A look in the first minute of an hour that is missed is made in the next hour.
    static let purges = Tick("purges") { env in
        guard env.clock().isInFirstMinute else { return }
        let purges = env.capabilities.purges
        try await env.site.command { db in try purges.hourly(db) }
    }
}

extension Timestamp {
    fileprivate var isInFirstMinute: Bool { rawValue / 60_000 % 60 == 0 }
}
