package import PraxisDomain

/// Makes, changes and deletes the lists of holidays of a community.
package enum KeepHolidays: Act, AuditedAct {
    package static let name = "keepHolidays", allowed: Capacities = [.manager, .siteAdministrator],
        scope = ActScope.community
}

/// The same for the lists that every community can use.
package enum KeepSiteHolidays: Act, AuditedAct {
    package static let name = "keepSiteHolidays", allowed: Capacities = [.siteAdministrator], scope = ActScope.site
}

extension AuditAct {
    package static let holidaysChanged: AuditAct = "holidays-changed"
    package static let holidaysDeleted: AuditAct = "holidays-deleted"
    /// Dates take place although they fall on holidays.
    package static let holidaysKept: AuditAct = "holidays-kept"
}
