package import PraxisDomain

package enum React: Act, PlainAct {
    package static let name = "react", allowed: Capacities = [.groupMember], scope = ActScope.thread
}

/// Takes one's own reaction back.
package enum TakeReactionBack: Act, PlainAct {
    package static let name = "unreact", allowed: Capacities = [.groupMember], scope = ActScope.thread
    package static let writes = false
}
