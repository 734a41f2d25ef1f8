package import PraxisDomain

/// Says who runs the site, how to reach them, and what its pages about itself say.
package enum ChangeSite: Act, AuditedAct {
    package static let name = "changeSite", allowed: Capacities = [.siteAdministrator], scope = ActScope.site
}

extension [any Act.Type] {
    static let site: Self = [ChangeSite.self]
}

extension AuditAct {
    package static let siteChanged: AuditAct = "site-changed"
}
