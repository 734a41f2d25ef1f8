import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A list of holidays as its row says it.
struct HolidayList: RowDecodable, Sendable {
    let id: HolidayListID
    /// Nil for one that every community can use.
    let community: CommunityID?
    let name: String
    let version: Int
    /// How many series follow it.
    let followers: Int

    static let columns: SQL<Void> = """
        l.id, l.communityId, l.name, l.version, (SELECT count(*) FROM seriesHolidays f WHERE f.listId = l.id)
        """

    init(_ columns: inout Columns) throws {
        (id, community) = (try columns.id(), columns.optionalID())
        (name, version) = (try columns.text(), try columns.int())
        followers = try columns.int()
    }

    /// Those of a community, or those of the site: walks `holidayList_by_community`.
    static func all(of community: CommunityID?) -> SQL<HolidayList> {
        let isOf: SQL<Void> = community.map { "l.communityId = \($0)" } ?? "l.communityId IS NULL"
        return "SELECT \(columns) FROM holidayList l WHERE \(isOf) ORDER BY l.name, l.id"
    }

    /// Those that a series of a community can follow, its own first.
    static func usable(in community: CommunityID) -> SQL<HolidayList> {
        """
        SELECT \(columns) FROM holidayList l WHERE l.communityId = \(community) OR l.communityId IS NULL
        ORDER BY l.communityId IS NULL, l.name, l.id
        """
    }

    /// Those that a series follows, in the same order.
    static func followed(by series: SeriesID) -> SQL<HolidayList> {
        """
        SELECT \(columns) FROM seriesHolidays s JOIN holidayList l ON l.id = s.listId WHERE s.seriesId = \(series)
        ORDER BY l.communityId IS NULL, l.name, l.id
        """
    }

    /// One of a community, or of the site.
    /// - Throws: `Denial.missing`, also for one of another community.
    static func load(_ id: HolidayListID, of community: CommunityID?, _ db: DB) throws -> HolidayList {
        let list = try db.first("SELECT \(columns) FROM holidayList l WHERE l.id = \(id)" as SQL<HolidayList>)
        guard let list, list.community == community else { throw Denial.missing }
        return list
    }
}

/// A holiday with its list.
struct ListedHoliday: RowDecodable, Sendable {
    let list: HolidayListID
    let holiday: Holiday

    var key: HolidayKey { HolidayKey(list, holiday.days) }

    static let columns: SQL<Void> = "h.listId, h.firstDay, h.lastDay, h.name"

    init(_ columns: inout Columns) throws {
        list = try columns.id()
        let days = [try columns.text(), try columns.text()].compactMap { LocalTime(date: $0)?.dayNumber }
        guard days.count == 2, days[0] <= days[1] else { throw StoreError.statement("a holiday that cannot be read") }
        holiday = Holiday(days[0]...days[1], try columns.text())
    }

    /// In the order of their days: walks the primary key.
    static func of(_ lists: [HolidayListID]) -> SQL<ListedHoliday> {
        "SELECT \(columns) FROM holiday h WHERE h.listId IN (\(list: lists)) ORDER BY h.firstDay, h.lastDay, h.listId"
    }
}

/// Lists of holidays with what they hold.
struct HolidayLists: Sendable {
    let lists: [HolidayList]
    private let holidays: [HolidayListID: [Holiday]]

    /// Two statements, however many lists.
    init(_ lists: [HolidayList], _ db: DB) throws {
        self.lists = lists
        let all = try lists.isEmpty ? [] : db.all(ListedHoliday.of(lists.map(\.id)))
        holidays = Dictionary(grouping: all, by: \.list).mapValues { $0.map(\.holiday) }
    }

    func holidays(of list: HolidayListID) -> [Holiday] { holidays[list] ?? [] }
}
