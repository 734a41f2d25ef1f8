package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Facts {
    /// The facts of a thread for viewers who read it.
    /// - Throws: `Denial.missing`.
    static func ofThread(
        _ thread: ThreadID,
        _ env: Environment,
        _ viewer: Viewer,
        _ now: Timestamp
    ) async throws -> Facts {
        try await env.store.read { try Access.thread(thread, for: viewer, $0, at: now) }
    }

    /// The facts of a group for viewers who see that it exists.
    /// - Throws: `Denial.missing`.
    package static func ofGroup(
        _ group: String,
        in community: String,
        _ env: Environment,
        _ viewer: Viewer,
        _ now: Timestamp
    ) async throws -> Facts {
        try await env.store.read { try Access.group(group, in: community, for: viewer, $0, at: now) }
    }
}
