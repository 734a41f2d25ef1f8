import Foundation
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisGatherings
import PraxisPlaces
import PraxisStore

extension SideDoorScene {
    /// The calendars of a facilitator of the confidential group; one that was renewed, and one of somebody who has left that group.
    mutating func subscribe() async throws {
        let facilitator = try member(.facilitator), circle = try group("circlexq")
        let leaver = try await person("Lea Leaver", in: "circlexq")
        names["calendar of who left"] = try await site.calendarToken(of: leaver, circle)
        try await actor.leave(circle, as: Viewer(member: leaver))
        names["ended calendar"] = try await site.calendarToken(of: facilitator)
        try await site.env.site.renewCalendar(of: nil, salt: "another", as: Viewer(member: facilitator))
        names["calendar"] = try await site.calendarToken(of: facilitator)
        names["calendar of circlexq"] = try await site.calendarToken(of: facilitator, circle)
    }

    @discardableResult
    func add(_ entry: AgendaEntry, to name: String, as viewer: Viewer) async throws -> AgendaItemID {
        let thread = try self.thread(name)
        return try await actor.addToAgenda(NewAgendaItem(entry), of: thread, as: viewer)
    }

    /// What is to be done after a date, by who adds it.
    func follow(_ name: String, _ title: String, by viewer: Viewer) async throws {
        let thread = try self.thread(name)
        let new = try NewFollowUp(title: title, kind: "resource", owner: viewer.member, due: "", today: 0)
        _ = try await actor.addFollowUp(new, of: thread, as: viewer)
    }

    /// Has a date begin, and somebody who was there leave.
    func attend(_ name: String, _ person: String, of group: String) async throws {
        let thread = try self.thread(name)
        let member = try await self.person(person, in: group), viewer = Viewer(member: member)
        try await site.begin(thread)
        try await actor.attend(.wasThere, on: thread, as: viewer)
        try await actor.leave(self.group(group), as: viewer)
        try await actor.leave(as: viewer)
        // As if the date were over: its address is known to its member alone.
        _ = try await site.env.site.command { db in
            try db.run(
                "INSERT INTO certificate (threadId, memberId, code) VALUES (\(thread), \(member), 'dotterelcode')"
            )
            try db.run(
                """
                INSERT INTO certificateVersion
                    (threadId, memberId, version, name, title, issuer, credit, startAt, endAt, zone, minutes, way, issuedAt)
                VALUES (\(thread), \(member), 1, \(person), 'A round', 'A guild', '', 1, 2, 'Europe/London', 60, 'own', 3)
                """
            )
        }
    }

    /// Notes of a date.
    func write(_ text: String, as viewer: Viewer, to name: String) async throws {
        let thread = try self.thread(name)
        _ = try await actor.writeNotes(of: thread, PostText(text), basedOn: 0, as: viewer)
    }

    /// A question for a date.
    @discardableResult
    func ask(_ text: String, as viewer: Viewer, to name: String) async throws -> PostID {
        try await actor.askQuestion(of: self.thread(name), PostText(text), as: viewer)
    }

    /// What is said of the recording of a date.
    func record(_ recording: NewRecording, of name: String, as viewer: Viewer) async throws {
        try await actor.keepRecording(recording, of: self.thread(name), basedOn: 0, as: viewer)
    }

    /// Has somebody want to hear the answer who does nothing else, and is no member by now.
    func want(_ question: PostID, _ person: String, of group: String) async throws {
        let member = try await self.person(person, in: group)
        try await actor.wantAnswer(to: question, as: Viewer(member: member))
        try await site.join(member, group: self.group(group), of: guild, standing: .former)
        try await site.join(member, guild, standing: .former)
    }

    func change(_ name: String, _ gathering: NewGathering, as viewer: Viewer) async throws {
        let thread = try self.thread(name)
        var change = GatheringChange()
        change.details = gathering.details
        let made = change
        try await actor.changeGathering(thread, made, as: viewer)
    }

    /// The link by which a principal says that they cannot come to a date.
    mutating func link(_ name: String, of principal: Principal) throws {
        let scope = MailLink.Scope(.cannotCome, of: try thread(name).subject)
        let link = MailLink(member: try member(principal), scope: scope)
        names["cannot come"] = link.token(site.env.store.siteKey, version: 1)
    }

    /// A list of holidays of the community and one of the site, each with one on every day, which a series follows.
    func addHolidays(_ own: String, ofSite common: String, to series: String) async throws {
        guard let id = names[series].flatMap({ SeriesID($0) }) else { throw Denial.missing }
        let today = LocalTime(site.now, in: .gmt).dayNumber
        _ = try await site.env.site.command { [guild] db in
            let days = today...today + 300
            let own = NewHolidayList(name: "List \(own)", holidays: [Holiday(days, "Break \(own)")])
            let common = NewHolidayList(name: "List \(common)", holidays: [Holiday(days, "Break \(common)")])
            let lists = [try db.insertHolidayList(own, of: guild), try db.insertHolidayList(common, of: nil)]
            try db.follow(lists, by: id, of: guild)
        }
    }

    /// What a host writes to those who come, as if it had left.
    func message(_ name: String, _ text: String, as viewer: Viewer) async throws {
        let new = try NewHostMessage(to: ["seated"], body: text)
        let message = try await actor.send(new, of: self.thread(name), as: viewer)
        let before = site.now - .hours(1)
        _ = try await site.env.site.command { db in
            try db.run("UPDATE hostMessage SET state = 'sent', sentAt = \(before) WHERE id = \(message)")
        }
    }

    func answer(_ name: String, needs: String, as viewer: Viewer) async throws {
        let thread = try self.thread(name)
        try await actor.answer(.yes, needs: AccessNeeds(needs), to: thread, as: viewer)
    }

    mutating func plan(
        _ name: String,
        _ series: NewSeries,
        in group: GroupID,
        as viewer: Viewer
    ) async throws {
        names[name] = try await actor.planSeries(series, in: group, as: viewer).description
    }

    mutating func plan(
        _ name: String,
        _ gathering: NewGathering,
        in group: GroupID,
        as viewer: Viewer
    ) async throws {
        let thread = try await actor.planGathering(gathering, in: group, as: viewer)
        threads.append(thread)
        names[name] = thread.description
    }
}
