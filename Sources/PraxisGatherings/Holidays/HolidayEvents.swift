import PraxisCommunity
import PraxisDomain
import PraxisStore

extension Event {
    /// A list of holidays was made, changed or deleted; its subject is the list.
    static let holidaysChanged: Event = "holidays-changed"
}

/// An act that changes a list of holidays.
protocol HolidayAct {}
extension KeepHolidays: HolidayAct {}
extension KeepSiteHolidays: HolidayAct {}

extension ActEvent where A: HolidayAct { static var holidaysChanged: Self { Self(.holidaysChanged) } }

extension EventKind {
    /// No page that is kept shows them.
    static let holidays = EventKind(.holidaysChanged, stales: EventKind.nothing)
}
