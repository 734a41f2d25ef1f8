// The acts that the kernel itself asks for: `Access` and the live events let viewers into places, and to items
// of the queue; a permit to use an invitation is that of its maker to invite.

package enum SeeCommunity: Act {
    package static let name = "seeCommunity", allowed: Capacities = [.onlooker], scope = ActScope.community
    package static let writes = false
}

package enum ReadCommunity: Act {
    package static let name = "readCommunity", allowed: Capacities = [.member, .reader], scope = ActScope.community
    package static let writes = false
    package static let refusal = Denial.missing
}

package enum SeeGroup: Act {
    package static let name = "seeGroup", allowed: Capacities = [.onlooker], scope = ActScope.group
    package static let writes = false
}

package enum ReadGroup: Act {
    package static let name = "readGroup", allowed: Capacities = [.reader], scope = ActScope.group
    package static let writes = false
    package static let refusal = Denial.missing
}

/// Decides on a request to join.
package enum DecideRequest: Act, AuditedAct {
    package static let name = "decideRequest", allowed: Capacities = [.facilitator, .manager], scope = ActScope.group
}

/// Decides on a reported or held post.
package enum Triage: Act, AuditedAct {
    package static let name = "triage", allowed: Capacities = [.facilitator, .moderator, .safeguarding],
        scope = ActScope.group
    package static let sees: Capacities = [.onlooker, .safeguarding]
}

package enum Invite: Act, AuditedAct {
    package static let name = "invite", allowed: Capacities = [.facilitator, .manager], scope = ActScope.group
}

extension [any Act.Type] {
    package static let places: Self = [
        SeeCommunity.self, ReadCommunity.self, SeeGroup.self, ReadGroup.self, DecideRequest.self, Invite.self,
        Triage.self,
    ]
}
