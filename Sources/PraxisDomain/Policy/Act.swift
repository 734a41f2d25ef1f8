/// Something that the policy decides on: a type that brings its own row of `permissions.txt`.
///
/// A capability declares its acts in a file of the role `Acts`, and lists them in its `Capability`. Being a type, an act is part of its
/// permit's: a `Permit<Reply>` cannot be used for anything but replying.
///
///     package enum Reply: Act {
///         package static let name = "reply", allowed: Capacities = [.groupMember], scope = ActScope.thread
///
///         package static func condition(_ facts: Facts) -> Denial? { facts.thread?.state == .closed ? .closed : nil }
///     }
package protocol Act: Sendable {
    /// The name of its row, which no other act has.
    static var name: String { get }
    /// Anyone who holds one of these may, if the conditions are met.
    static var allowed: Capacities { get }
    /// What it is done to, and so which facts it is decided from.
    static var scope: ActScope { get }
    /// Anyone who holds one of these may know that the place is there; for all others it is missing.
    static var sees: Capacities { get }
    /// Whether it adds or changes something that others see: not possible while silenced, lapsed or without the agreement.
    ///
    /// Removing one's own detail, leaving and reporting are always possible.
    static var writes: Bool { get }
    /// What a member is told who holds none of the capacities.
    static var refusal: Denial { get }
    /// Its own condition, which holds even for those with the right capacity; returns nil if it is met.
    static func condition(_ facts: Facts) -> Denial?
}

extension Act {
    package static var sees: Capacities { [.onlooker] }
    package static var writes: Bool { true }
    package static var refusal: Denial { .notAllowed }
    package static func condition(_ facts: Facts) -> Denial? { nil }
}

/// What an act is done to.
package enum ActScope: Sendable { case site, community, group, thread }
