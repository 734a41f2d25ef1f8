package import PraxisDomain

package enum ReadAudit: Act {
    package static let name = "readAudit", allowed: Capacities = [.facilitator, .moderator, .manager],
        scope = ActScope.group
    package static let writes = false
}

package enum ReadSiteAudit: Act {
    package static let name = "readSiteAudit", allowed: Capacities = [.siteAdministrator], scope = ActScope.site
    package static let writes = false
}

extension [any Act.Type] {
    static let audit: Self = [ReadAudit.self, ReadSiteAudit.self]
}
