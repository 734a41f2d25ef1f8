package import PraxisDomain

package enum Silence: Act, AuditedAct {
    package static let name = "silence", allowed: Capacities = [.facilitator, .moderator, .manager],
        scope = ActScope.group
}

package enum Suspend: Act, AuditedAct {
    package static let name = "suspend", allowed: Capacities = [.facilitator, .moderator, .manager],
        scope = ActScope.group
}

package enum Reinstate: Act, AuditedAct {
    package static let name = "reinstate", allowed: Capacities = [.facilitator, .moderator, .manager],
        scope = ActScope.group
}

extension [any Act.Type] {
    static let standing: Self = [Silence.self, Suspend.self, Reinstate.self]
}

extension AuditAct {
    package static let standingChanged: AuditAct = "standing-changed"
}
