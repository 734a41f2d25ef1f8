package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension FollowLevel {
    /// How a member follows a group, if they have said so: for the form on its page.
    package static func ofGroup(_ group: GroupID, _ member: MemberID, _ env: Environment) async throws -> FollowLevel? {
        try await env.store.read { db in
            try db.first(
                "SELECT level FROM groupFollow WHERE memberId = \(member) AND groupId = \(group)" as SQL<String>
            )
        }.flatMap(FollowLevel.init(rawValue:))
    }
}
