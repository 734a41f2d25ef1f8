package import PraxisDomain

/// Lets a new account in, or not.
package enum DecideAccount: Act {
    package static let name = "decideAccount", allowed: Capacities = [.siteAdministrator], scope = ActScope.site
}

extension [any Act.Type] {
    static let people: Self = [DecideAccount.self]
}
