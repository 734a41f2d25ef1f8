package import PraxisDomain

/// Sees the style guide.
///
/// For everyone else it is missing.
package enum SeeStyleguide: Act {
    package static let name = "seeStyleguide", allowed: Capacities = [.siteAdministrator], scope = ActScope.site
    package static let writes = false
    package static let refusal = Denial.missing
}
