import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Makes a list of holidays that the series of this community can follow.
    /// - Throws: `Denial.input` if there are too many; what the policy says.
    package func addHolidayList(
        _ new: NewHolidayList,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> HolidayListID {
        try await command(once: key) { [id] db in
            let permit = try Policy.permit(KeepHolidays.self, Access.community(id, db.reading(as: viewer)))
            return try db.add(new, of: id, by: permit)
        }
    }

    /// Replaces what a list of this community says.
    /// - Throws: `Denial.missing` for one of another, or of the site; `.stale`; what the policy says.
    package func changeHolidayList(
        _ list: HolidayListID,
        to new: NewHolidayList,
        basedOn version: Int,
        as viewer: Viewer
    ) async throws {
        try await command { [id] db in
            let permit = try Policy.permit(KeepHolidays.self, Access.community(id, db.reading(as: viewer)))
            try db.change(HolidayList.load(list, of: id, db.db), to: new, basedOn: version, by: permit)
        }
    }

    /// Deletes a list of this community; what was skipped or moved because of it stays so.
    package func deleteHolidayList(_ list: HolidayListID, as viewer: Viewer) async throws {
        try await command { [id] db in
            let permit = try Policy.permit(KeepHolidays.self, Access.community(id, db.reading(as: viewer)))
            try db.delete(HolidayList.load(list, of: id, db.db), by: permit)
        }
    }
}

extension Site {
    /// Makes a list of holidays that the series of every community can follow.
    /// - Throws: as `Community.addHolidayList`.
    package func addHolidayList(
        _ new: NewHolidayList,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> HolidayListID {
        try await command(once: key) { db in
            let permit = try Policy.permit(KeepSiteHolidays.self, Access.site(db.reading(as: viewer)))
            return try db.add(new, of: nil, by: permit)
        }
    }

    /// - Throws: as `Community.changeHolidayList`.
    package func changeHolidayList(
        _ list: HolidayListID,
        to new: NewHolidayList,
        basedOn version: Int,
        as viewer: Viewer
    ) async throws {
        try await command { db in
            let permit = try Policy.permit(KeepSiteHolidays.self, Access.site(db.reading(as: viewer)))
            try db.change(HolidayList.load(list, of: nil, db.db), to: new, basedOn: version, by: permit)
        }
    }

    package func deleteHolidayList(_ list: HolidayListID, as viewer: Viewer) async throws {
        try await command { db in
            let permit = try Policy.permit(KeepSiteHolidays.self, Access.site(db.reading(as: viewer)))
            try db.delete(HolidayList.load(list, of: nil, db.db), by: permit)
        }
    }
}

extension WriteDB {
    fileprivate func add<A: HolidayAct & AuditedAct>(
        _ new: NewHolidayList,
        of community: CommunityID?,
        by permit: borrowing Permit<A>
    ) throws -> HolidayListID {
        if try all(HolidayList.all(of: community)).count >= Limits.holidayLists {
            throw Denial.input([FieldError("name", .tooManyHolidayLists)])
        }
        let id = try insertHolidayList(new, of: community)
        let mandate = try audit(.holidaysChanged, id.subject, by: permit)
        try record(.holidaysChanged, id.subject, by: mandate)
        return id
    }

    fileprivate func change<A: HolidayAct & AuditedAct>(
        _ old: HolidayList,
        to new: NewHolidayList,
        basedOn version: Int,
        by permit: borrowing Permit<A>
    ) throws {
        if version != old.version { throw Denial.stale(current: old.version) }
        let holidays = try all(ListedHoliday.of([old.id])).map(\.holiday)
        if new == NewHolidayList(name: old.name, holidays: holidays) { return }
        try updateHolidayList(old.id, new)
        let mandate = try audit(.holidaysChanged, old.id.subject, by: permit)
        try record(.holidaysChanged, old.id.subject, by: mandate)
    }

    fileprivate func delete<A: HolidayAct & AuditedAct>(_ old: HolidayList, by permit: borrowing Permit<A>) throws {
        try deleteHolidayList(old.id)
        let mandate = try audit(.holidaysDeleted, old.id.subject, by: permit)
        try record(.holidaysChanged, old.id.subject, by: mandate)
    }
}
