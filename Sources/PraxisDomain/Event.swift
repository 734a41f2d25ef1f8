/// An event of the journal, named by its word.
///
/// An open set: each capability declares its own, beside what follows from them (`EventKind`).
package struct Event: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
}

/// An event as one who holds the permit of an act may record it.
///
/// The capability that declares an event says whose it is beside it: of one act, or of all that conform to a protocol.
///
///     extension ActEvent where A == Withdraw { static var withdrawn: Self { Self(.withdrawn) } }
///
/// So `db.record(.withdrawn, …, by: permit)` does not compile with the permit of a reply.
package struct ActEvent<A>: Sendable {
    package let event: Event

    /// For these declarations alone; `ArchitectureTests` looks for others.
    package init(_ event: Event) { self.event = event }
}
