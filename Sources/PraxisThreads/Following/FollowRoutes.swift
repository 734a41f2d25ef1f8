import Hummingbird
import PraxisCommunity
import PraxisDomain
package import PraxisWeb

extension Route {
    /// How a member hears from a thread or a group.
    package static let followRoutes: [Route] = [
        .form(Paths.follow) { call in
            let thread: ThreadID = try call.id("thread")
            let level = try call.followLevel()
            try await call.readableCommunity(of: thread).follow(thread, level, as: call.viewer)
            return .seeOther(Paths.thread(thread) + "?done=follow")
        },
        .form(Paths.followGroup.ofGroup) { call in
            let (community, group) = (try call.parameter("community"), try call.parameter("group"))
            let level = try call.followLevel()
            let facts = try await call.read { try Access.group(group, in: community, $0) }
            guard let place = facts.community?.id, let id = facts.group?.id else { throw Denial.missing }
            try await call.env.communities[place].follow(group: id, level, as: call.viewer)
            return .seeOther(Paths.group(community, group) + "?done=follow")
        },
    ]
}

extension Call {
    /// The level that a follow form names.
    /// - Throws: `Denial.input` without one.
    fileprivate func followLevel() throws(Denial) -> FollowLevel {
        if let level = try form().word("level", FollowLevel.self) { return level }
        throw .input([FieldError("level", .missing)])
    }
}
