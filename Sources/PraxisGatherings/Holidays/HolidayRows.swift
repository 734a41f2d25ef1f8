package import PraxisDomain
package import PraxisStore

extension WriteDB {
    /// A list of a community, or of the site.
    package func insertHolidayList(_ new: NewHolidayList, of community: CommunityID?) throws -> HolidayListID {
        let id: HolidayListID = try insert(
            """
            INSERT INTO holidayList (communityId, name, version, createdAt, changedAt)
            VALUES (\(community), \(new.name), 1, \(now), \(now)) RETURNING id
            """
        )
        for holiday in new.holidays { try setHoliday(holiday, of: id) }
        return id
    }

    /// Replaces what a list says; what was decided about a holiday stays while its days do.
    func updateHolidayList(_ id: HolidayListID, _ new: NewHolidayList) throws {
        try run(
            "UPDATE holidayList SET name = \(new.name), version = version + 1, changedAt = \(now) WHERE id = \(id)"
        )
        let days = Set(new.holidays.map(\.days))
        for old in try all(ListedHoliday.of([id])) where !days.contains(old.holiday.days) {
            try run("DELETE FROM holidayKept WHERE \(Self.isOf(old.key))")
            try run("DELETE FROM holiday WHERE \(Self.isOf(old.key))")
        }
        for holiday in new.holidays { try setHoliday(holiday, of: id) }
    }

    func deleteHolidayList(_ id: HolidayListID) throws {
        try run("DELETE FROM holidayKept WHERE listId = \(id)")
        try run("DELETE FROM seriesHolidays WHERE listId = \(id)")
        try run("DELETE FROM holiday WHERE listId = \(id)")
        try run("DELETE FROM holidayList WHERE id = \(id)")
    }

    /// - Returns: false if it is so already.
    @discardableResult
    func setHoliday(_ holiday: Holiday, of list: HolidayListID) throws -> Bool {
        try run(
            """
            INSERT INTO holiday (listId, firstDay, lastDay, name)
            VALUES (\(list), \(LocalTime(dayNumber: holiday.days.lowerBound).date), \(LocalTime(dayNumber: holiday.days.upperBound).date),
                \(holiday.name))
            ON CONFLICT (listId, firstDay, lastDay) DO UPDATE SET name = excluded.name WHERE holiday.name <> excluded.name
            """
        ) > 0
    }

    /// Notes that a date takes place although it falls on a holiday; does nothing for a holiday that there is not any more.
    /// - Returns: false if it is so already.
    @discardableResult
    package func keepOnHoliday(_ thread: ThreadID, _ key: HolidayKey) throws -> Bool {
        try run(
            """
            INSERT INTO holidayKept (threadId, listId, firstDay, lastDay)
            SELECT \(thread), listId, firstDay, lastDay FROM holiday WHERE \(Self.isOf(key))
            ON CONFLICT (threadId, listId, firstDay, lastDay) DO NOTHING
            """
        ) > 0
    }

    private static func isOf(_ key: HolidayKey) -> SQL<Void> {
        """
        listId = \(key.list) AND firstDay = \(LocalTime(dayNumber: key.days.lowerBound).date)
            AND lastDay = \(LocalTime(dayNumber: key.days.upperBound).date)
        """
    }

    /// Has a series follow these lists and no others.
    /// - Returns: false if it is so already.
    /// - Throws: `Denial.input` naming `holidays` for a list that it cannot follow.
    @discardableResult
    package func follow(_ lists: [HolidayListID], by series: SeriesID, of community: CommunityID) throws -> Bool {
        let wanted = Set(lists), old = Set(try all(HolidayList.followed(by: series)).map(\.id))
        if wanted == old { return false }
        guard wanted.isSubset(of: try all(HolidayList.usable(in: community)).map(\.id)) else {
            throw Denial.input([FieldError("holidays", .holidayListIsGone)])
        }
        for list in old.subtracting(wanted) {
            try run("DELETE FROM seriesHolidays WHERE seriesId = \(series) AND listId = \(list)")
        }
        for list in wanted.subtracting(old).sorted(by: { $0.rawValue < $1.rawValue }) {
            try run("INSERT INTO seriesHolidays (seriesId, listId) VALUES (\(series), \(list))")
        }
        return true
    }
}
