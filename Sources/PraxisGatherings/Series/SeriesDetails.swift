package import PraxisDomain

extension Noun { package enum Series {} }

extension Noun.Series: Identified { package static let kind: SubjectKind = "series" }

package typealias SeriesID = ID<Noun.Series>

/// Whether the dates of a series are recorded.
package enum RecordingRule: String, CaseIterable, Codable, Sendable {
    case never
    /// If everyone who is there agrees.
    case agreed
    case always
}

/// What the dates of a series have in common, checked.
package struct SeriesDetails: Equatable, Sendable {
    package var name: Title
    /// Empty for none.
    package var purpose: String
    package var zone: String
    package var minutes: Int
    package var mode: GatheringMode
    package var place: String
    package var joinLink: String
    /// Of each date; nil for room for everybody.
    package var capacity: Int?
    package var recording: RecordingRule
    /// What a date counts for; empty for nothing.
    package var credit: String
}

/// A series that is being planned.
package struct NewSeries: Equatable, Sendable {
    package let details: SeriesDetails
    package let rhythm: SeriesRhythm
    /// The lists of holidays that it follows.
    package var holidays: [HolidayListID] = []
}

/// What is to change about a series and its dates that are not over; what is left out stays.
package struct SeriesChange: Sendable {
    package var details: SeriesDetails?
    package var rhythm: SeriesRhythm?
    /// What was said of it, as far as dates have that; nil for that in which the details differ from those of the series.
    var changed: Set<GatheringField>?
    package var state: GatheringState?
    /// The lists of holidays that it follows.
    package var holidays: [HolidayListID]?
    /// The version it is based on; nil takes any.
    package var version: Int?

    package init() {}
}
