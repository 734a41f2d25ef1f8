package import PraxisDomain

package enum React: Act, PlainAct {
    package static let name = "react", allowed: Capacities = [.groupMember], scope = ActScope.thread
}
