package import PraxisDomain

package enum Report: Act {
    package static let name = "report", allowed: Capacities = [.groupMember], scope = ActScope.thread
    package static let writes = false
}

extension [any Act.Type] {
    static let reports: Self = [Report.self]
}
