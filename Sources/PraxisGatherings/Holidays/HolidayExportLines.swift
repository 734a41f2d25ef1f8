import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension ExportScope {
    /// The condition on lists `l`: of a community its own, and those of the site that its series follow; a member has none.
    fileprivate var holidayLists: SQL<Void>? {
        switch self {
        case .site: return "true"
        case .member: return nil
        case .community(let id):
            return """
                (l.communityId = \(id) OR l.communityId IS NULL AND EXISTS (
                    SELECT 1 FROM seriesHolidays f JOIN series s ON s.id = f.seriesId WHERE f.listId = l.id AND s.communityId = \(id)))
                """
        }
    }
}

extension ExportKind {
    static let holidayLists = ExportKind("holiday_list", .rules) { scope in
        scope.holidayLists.map {
            "SELECT \(HolidayListLine.columns) FROM holidayList l WHERE \($0) ORDER BY l.id" as SQL<HolidayListLine>
        }
    }

    static let holidays = ExportKind("holiday", .rules) { scope in
        scope.holidayLists.map {
            """
            SELECT \(HolidayLine.columns) FROM holiday h JOIN holidayList l ON l.id = h.listId
            WHERE \($0) ORDER BY h.listId, h.firstDay, h.lastDay
            """ as SQL<HolidayLine>
        }
    }

    static let seriesHolidays = ExportKind("series_holidays", .threads) { scope in
        """
        SELECT \(SeriesHolidaysLine.columns) FROM seriesHolidays f JOIN series s ON s.id = f.seriesId
        WHERE \(scope.picks(community: "s.communityId", member: nil)) ORDER BY f.seriesId, f.listId
        """ as SQL<SeriesHolidaysLine>
    }

    static let holidaysKept = ExportKind("holiday_kept", .marks) { scope in
        """
        SELECT \(HolidayKeptLine.columns) FROM holidayKept h JOIN thread t ON t.id = h.threadId
        WHERE \(scope.picks(community: "t.communityId", member: nil)) ORDER BY h.threadId, h.listId, h.firstDay, h.lastDay
        """ as SQL<HolidayKeptLine>
    }
}
