package import PraxisDomain

extension Noun { package enum HolidayList {} }

extension Noun.HolidayList: Identified { package static let kind: SubjectKind = "holiday-list" }

package typealias HolidayListID = ID<Noun.HolidayList>

/// A holiday of a list: one day, or several that follow each other.
package struct Holiday: Equatable, Sendable {
    /// In days since 1970-01-01; no two holidays of a list have the same.
    package let days: ClosedRange<Int>
    package let name: String

    package init(_ days: ClosedRange<Int>, _ name: String) { (self.days, self.name) = (days, name) }
}

/// Which holiday it is: its list and its days, so that a holiday with another name is still the same, and one on other days is not.
package struct HolidayKey: Hashable, Sendable {
    package let list: HolidayListID
    package let days: ClosedRange<Int>

    package init(_ list: HolidayListID, _ days: ClosedRange<Int>) { (self.list, self.days) = (list, days) }
}

/// What is said of a list, checked.
package struct NewHolidayList: Equatable, Sendable {
    package let name: String
    /// In the order of their days.
    package let holidays: [Holiday]

    package init(name: String, holidays: [Holiday]) { (self.name, self.holidays) = (name, holidays) }
}

/// What a host has decided about a date that falls on a holiday.
package struct HolidayDecision: Sendable {
    package enum Choice: Equatable, Sendable {
        /// It takes place, although it falls on these holidays.
        case keep(Set<HolidayKey>)
        case skip
        /// To another day, in days since 1970-01-01, at the same time by the clock on the wall.
        case move(Int)
    }

    package let thread: ThreadID
    /// The version of the date that it is based on.
    package let version: Int
    package let choice: Choice

    package init(_ thread: ThreadID, version: Int, _ choice: Choice) {
        (self.thread, self.version) = (thread, version)
        self.choice = choice
    }
}

extension Limits {
    /// Of a community, or of the site.
    static let holidayLists = 40
    /// Of a list.
    static let holidays = 200
    /// How many days a holiday has at most.
    static let holidayDays = 366
    /// Unicode scalars, of the name of a list or a holiday.
    static let holidayNameScalars = 1...100
    /// Unicode scalars, of the text with all holidays of a list.
    static let holidaysScalars = 1...30_000
    /// How far ahead dates are looked at.
    static let holidaysAhead = Span.days(365)
}
