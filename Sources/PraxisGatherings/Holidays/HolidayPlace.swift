import PraxisDomain
import PraxisPlaces
import PraxisWeb

/// Whose lists of holidays they are: a community's, or those of the site.
struct HolidayPlace: Sendable {
    /// Nil for the site.
    let view: CommunityView?

    var community: CommunityID? { view?.details.line.id }

    private var slug: String? { view?.details.line.slug }

    var path: String { slug.map { Paths.holidays($0) } ?? Paths.siteHolidays }
    var newPath: String { slug.map { Paths.newHolidays($0) } ?? Paths.newSiteHolidays }

    func changePath(_ list: HolidayListID) -> String {
        slug.map { Paths.changeHolidays($0, list) } ?? Paths.changeSiteHolidays(list)
    }

    func deletePath(_ list: HolidayListID) -> String {
        slug.map { Paths.deleteHolidays($0, list) } ?? Paths.deleteSiteHolidays(list)
    }
}
