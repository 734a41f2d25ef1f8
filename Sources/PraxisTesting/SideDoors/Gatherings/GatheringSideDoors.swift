import Foundation
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisGatherings
import PraxisPlaces
import PraxisStore

extension SideDoorPart {
    /// A date that everyone in the community reads, whose link is not for its guests, and one of the confidential group; the same as series.
    static let gatherings = SideDoorPart(
        "gatherings",
        canaries: [
            Canary(word: "smewplace", allowed: Principal.inside), Canary(word: "smewlink", allowed: members),
            // Who comes to the open date, and what they need for it.
            Canary(word: "Whimbrelxq", allowed: members), Canary(word: "smewneeds", allowed: []),
            // It is the insider who needs it.
            Canary(word: "stintneeds", allowed: [.facilitator, .insider]),
            Canary(word: "stinttitle", allowed: Principal.joined),
            Canary(word: "smewagenda", allowed: Principal.inside),
            Canary(word: "stintagenda", allowed: Principal.joined),
            Canary(word: "stintlead", allowed: Principal.joined),
            Canary(word: "stintoutcome", allowed: Principal.joined),
            Canary(word: "smewnotes", allowed: Principal.inside),
            Canary(word: "stintnotes", allowed: Principal.joined),
            Canary(word: "smewquestion", allowed: Principal.inside),
            Canary(word: "stintquestion", allowed: Principal.joined),
            // Who wants to hear the answer: nobody is told.
            Canary(word: "Ruffvoterxq", allowed: []),
            // For those who come to the open date, and its hosts: none of the principals does, or is one.
            Canary(word: "smewmessage", allowed: []),
            // It is the insider who comes.
            Canary(word: "stintmessage", allowed: [.facilitator, .insider]),
            Canary(word: "stintrecording", allowed: Principal.joined),
            Canary(word: "stinttranscript", allowed: Principal.joined),
            Canary(word: "stintspoken", allowed: Principal.joined),
            Canary(word: "smewfollow", allowed: Principal.inside),
            Canary(word: "stintfollow", allowed: Principal.joined),
            // Who was there, after they have left.
            Canary(word: "Dotterelxq", allowed: [.facilitator]),
            Canary(word: "smeareflection", allowed: [.insider]),
            Canary(word: "stintplace", allowed: Principal.joined),
            // What it was called before a change that those who come have not been told of.
            Canary(word: "stintbefore", allowed: []),
            // On lists of holidays of the guild and of the site.
            Canary(word: "terekholiday", allowed: [.facilitator, .manager, .siteAdministrator]),
            Canary(word: "pipitholiday", allowed: [.facilitator, .manager, .outsider, .siteAdministrator]),
            Canary(word: "stintlink", allowed: Principal.joined),
            Canary(word: "stintpurpose", allowed: Principal.joined),
            Canary(word: "serinpurpose", allowed: Principal.inside), Canary(word: "serinlink", allowed: members),
            Canary(word: "knotname", allowed: Principal.joined), Canary(word: "knotpurpose", allowed: Principal.joined),
            Canary(word: "knotlink", allowed: Principal.joined), Canary(word: "knotcredit", allowed: Principal.joined),
        ],
        doors: [
            SideDoor(.guest, "/t/{smew}", shows: ["smewplace"]), SideDoor(.member, "/t/{smew}", shows: ["smewlink"]),
            SideDoor(.insider, "/t/{stint}", shows: ["stinttitle", "stintplace", "stintlink", "stintpurpose"]),
            SideDoor(.guest, "/t/{smew}", shows: ["smewagenda"]),
            SideDoor(.insider, "/t/{stint}", shows: ["stintagenda", "stintlead", "stintoutcome"]),
            SideDoor(.insider, "/api/v1/gatherings/{stint}/agenda", shows: ["stintagenda"]),
            SideDoor(.guest, "/api/v1/gatherings/{smew}/notes", shows: ["smewnotes"]),
            SideDoor(.insider, "/t/{stint}", shows: ["stintnotes"]),
            SideDoor(.insider, "/api/v1/gatherings/{stint}/notes", shows: ["stintnotes"]),
            SideDoor(.guest, "/t/{smew}", shows: ["smewquestion"]),
            SideDoor(.insider, "/t/{stint}", shows: ["stintquestion"]),
            SideDoor(.insider, "/api/v1/gatherings/{stint}/questions", shows: ["stintquestion"]),
            SideDoor(.insider, "/t/{stint}", shows: ["stintrecording", "stinttranscript", "stintspoken"]),
            SideDoor(.insider, "/api/v1/gatherings/{stint}", shows: ["stintrecording", "stinttranscript"]),
            SideDoor(.insider, "/api/v1/gatherings/{stint}/recording", shows: ["stintrecording", "stintspoken"]),
            SideDoor(.guest, "/t/{smew}", shows: ["smewfollow"]),
            SideDoor(.insider, "/t/{stint}", shows: ["stintfollow"]),
            SideDoor(.insider, "/api/v1/gatherings/{stint}/follow-ups", shows: ["stintfollow"]),
            SideDoor(.facilitator, "/t/{stint}/attendance", shows: ["Dotterelxq"]),
            SideDoor(.facilitator, "/api/v1/gatherings/{stint}/attendance", shows: ["Dotterelxq"]),
            SideDoor(.insider, "/me/learning", shows: ["smeareflection"]),
            SideDoor(.insider, "/me/learning.csv", shows: ["smeareflection"]),
            SideDoor(.insider, "/api/v1/me/learning", shows: ["smeareflection"]),
            SideDoor(.insider, "/gatherings", shows: ["stinttitle"]),
            SideDoor(.insider, "/c/guildxq/gatherings", shows: ["stinttitle"]),
            SideDoor(.member, "/t/{smew}/answers", shows: ["Whimbrelxq"]),
            SideDoor(.facilitator, "/t/{stint}/answers", shows: ["stintneeds", "stintmessage"]),
            SideDoor(.insider, "/t/{stint}/answers", shows: ["stintmessage"]),
            SideDoor(.facilitator, "/api/v1/gatherings/{stint}", shows: ["stintlink"]),
            SideDoor(.guest, "/c/guildxq/series/{serin}", shows: ["serinpurpose"]),
            SideDoor(.member, "/c/guildxq/series/{serin}", shows: ["serinlink"]),
            SideDoor(
                .insider,
                "/c/guildxq/series/{knot}",
                shows: ["knotname", "knotpurpose", "knotlink", "knotcredit"]
            ),
            SideDoor(.insider, "/c/guildxq/gatherings", shows: ["knotname"]),
            SideDoor(.insider, "/api/v1/communities/guildxq/series", shows: ["knotname", "knotpurpose"]),
            SideDoor(.facilitator, "/api/v1/series/{knot}", shows: ["knotlink"]),
            SideDoor(.manager, "/c/guildxq/holidays", shows: ["terekholiday", "pipitholiday"]),
            SideDoor(.facilitator, "/c/guildxq/series/{knot}/holidays", shows: ["terekholiday", "pipitholiday"]),
            SideDoor(.siteAdministrator, "/settings/holidays", shows: ["pipitholiday"]),
            SideDoor(.guest, "/t/{smew}.ics", shows: ["smewplace"]),
            SideDoor(.facilitator, "/calendar/{calendar}.ics", shows: ["smewplace"]),
        ],
        wordless: [
            "certificate": "codes by chance alone",
            "seriesAnswer": "words of a vocabulary alone: whose they are is in the rows",
            "attendance": "words of a vocabulary alone: whose they are is in the rows",
            "holidayKept": "days alone",
            "seriesRhythm": "rules and times alone", "calendarAddress": "salts, of no use without the key of the site",
            "gatheringSitting": "times and who changed dates alone",
        ],
        queries: [
            [("year", "2026")], [("from", "2026-12-01"), ("to", "2027-12-31")],
            [("year", "2026"), ("group", "circlexq")], [("series", "1")], [("series", "2")], [("scope", "onward")],
            [("month", "2026-12")], [("mode", "online"), ("language", "en")], [("community", "guildxq")],
        ],
        json: [
            "start": "\"2026-12-20T12:30\"", "zone": "\"Europe/London\"", "minutes": "60", "mode": "\"hybrid\"",
            "place": "\"Somewhere\"", "joinLink": "\"https://example.org\"", "purpose": "\"A purpose\"",
            "state": "\"cancelled\"", "capacity": "40", "answer": "\"maybe\"", "needs": "\"A ramp\"",
            "name": "\"A series of dates\"", "rule": "\"FREQ=WEEKLY\"", "recording": "\"agreed\"",
            "credit": "\"1 hour\"", "scope": "\"onward\"",
            "lead": "\"Ada\"", "position": "1", "outcome": "\"We agreed.\"", "thread": "null", "owner": "null",
            "due": "\"2026-12-20\"", "present": "true", "code": "null", "/me/learning date": "\"2026-11-20\"",
            "category": "\"Reading\"", "reflection": "\"Of use\"", "/follow-ups kind": "\"resource\"",
            "/follow-ups state": "\"done\"", "recorded": "\"captions\"", "link": "\"https://example.org\"",
            "transcript": "null", "about": "null",
        ],
        form: [
            ("date", "2026-12-20"), ("time", "12:30"), ("zone", "Europe/London"), ("minutes", "60"), ("mode", "hybrid"),
            ("place", "Somewhere"), ("joinLink", "https://example.org"), ("purpose", "A purpose"),
            ("group", "circlexq"), ("capacity", "40"), ("answer", "maybe"), ("needs", "A ramp"),
            ("name", "A series of dates"), ("repeats", "weekly"), ("ends", "count"), ("until", ""), ("count", "4"),
            ("recording", "agreed"), ("credit", "1 hour"), ("scope", "onward"),
            ("lead", "Ada"), ("position", "1"), ("outcome", "We agreed."), ("gathering", "8"), ("basis", "1"),
            ("owner", ""), ("/holidays shown", ""), ("holidays", "1"), ("entries", "2026-12-21 to 2027-01-02 A break"),
            ("/me/learning date", "2026-11-20"), ("category", "Reading"), ("reflection", "Of use"), ("year", "2026"),
            ("to", "seated"), ("message", "2"), ("told", ""),
            ("word", "bako-temi"), ("/attend present", "yes"), ("/attendance present", "1"), ("shown", "1:"),
            ("find", ""), ("page", "1"),
            ("list", "Name\nPrincipal Number1"), ("decided", "yes"),
            ("due", "2026-12-20"), ("at", "8"), ("/follow-ups kind", "resource"), ("/follow-ups state", "done"),
            ("recorded", "captions"), ("link", "https://example.org"), ("transcript", ""), ("about", ""),
        ],
        values: { scene in
            let items: [AgendaItemID] = try await scene.site.all("SELECT id FROM agendaItem ORDER BY id")
            return [
                "series": ["serin", "knot"].compactMap { scene.names[$0] }, "agenda": items.map(\.description),
                // Only those that have ended: a living one is known to its member alone.
                "token": ["ended calendar", "calendar of who left", "cannot come"].compactMap { scene.names[$0] },
                "entry": try await scene.site.all(
                    "SELECT id FROM learningEntry ORDER BY id" as SQL<LearningEntryID>
                ).map(\.description),
                "list": try await scene.site.all("SELECT id FROM holidayList ORDER BY id" as SQL<HolidayListID>).map(
                    \.description
                ),
                "certificate": ["nosuchcertificate"],
                "followup": try await scene.site.all("SELECT id FROM followUp ORDER BY id" as SQL<FollowUpID>).map(
                    \.description
                ),
            ]
        },
        write: { scene in
            let site = scene.site, commons = try await site.commons(of: scene.guild)
            try await site.join(scene.steward, group: commons, of: scene.guild, as: .facilitator)
            let open = try site.gathering(
                "Everyone meets",
                joinLink: "https://smewlink.example",
                place: "Hall smewplace"
            )
            try await scene.plan("smew", open, in: commons, as: Viewer(member: scene.steward))
            let closed = try site.gathering(
                "Circle stintbefore",
                joinLink: "https://stintlink.example",
                place: "Room stintplace",
                purpose: "For stintpurpose."
            )
            try await scene.plan("stint", closed, in: scene.group("circlexq"), as: scene.viewer(.facilitator))
            let common = try site.series(
                "Rounds of everyone",
                joinLink: "https://serinlink.example",
                purpose: "A serinpurpose."
            )
            try await scene.plan("serin", common, in: commons, as: Viewer(member: scene.steward))
            let secret = try site.series(
                "Rounds knotname",
                joinLink: "https://knotlink.example",
                purpose: "A knotpurpose."
            ) {
                $0.credit = "An hour of knotcredit"
            }
            try await scene.plan("knot", secret, in: scene.group("circlexq"), as: scene.viewer(.facilitator))
            try await scene.addHolidays("terekholiday", ofSite: "pipitholiday", to: "knot")
            let wim = try await site.member("Wim Whimbrelxq")
            try await site.join(wim, scene.guild)
            try await scene.answer("smew", needs: "smewneeds", as: Viewer(member: wim))
            try await scene.answer("stint", needs: "stintneeds", as: scene.viewer(.insider))
            let renamed = try site.gathering(
                "Circle stinttitle",
                joinLink: "https://stintlink.example",
                place: "Room stintplace"
            )
            try await scene.change("stint", renamed, as: scene.viewer(.facilitator))
            try scene.link("stint", of: .insider)
            let host = Viewer(member: scene.steward), insider = try scene.viewer(.insider)
            try await scene.add(AgendaEntry(title: "Our smewagenda", minutes: "20", lead: ""), to: "smew", as: host)
            let entry = try AgendaEntry(title: "Their stintagenda", minutes: "", lead: "Ada stintlead")
            var change = AgendaChange(basedOn: 1)
            change.outcome = AgendaOutcome(try PostText("So stintoutcome."), post: nil)
            let item = try await scene.add(entry, to: "stint", as: insider), outcome = change
            try await scene.actor.changeAgendaItem(item, outcome, as: scene.viewer(.facilitator))
            try await scene.message("smew", "Bring smewmessage.", as: host)
            try await scene.message("stint", "Bring stintmessage.", as: scene.viewer(.facilitator))
            try await scene.subscribe()
            try await scene.write("We heard smewnotes.", as: host, to: "smew")
            try await scene.write("They heard stintnotes.", as: insider, to: "stint")
            try await scene.ask("When is smewquestion?", as: host, to: "smew")
            let question = try await scene.ask("When is stintquestion?", as: insider, to: "stint")
            try await scene.want(question, "Rolf Ruffvoterxq", of: "circlexq")
            try await scene.follow("smew", "Our smewfollow", by: Viewer(member: wim))
            try await scene.follow("stint", "Their stintfollow", by: insider)
            var noted = NewLearning.Typed()
            (noted.date, noted.minutes) = ("2026-11-20", "30")
            noted.category = "Reading"
            (noted.title, noted.reflection) = ("A chapter", "So smeareflection.")
            let today = LocalTime(site.now, in: .gmt)
            _ = try await site.env.site.addLearning(NewLearning(noted, today: today), as: insider)
            try await scene.attend("stint", "Dora Dotterelxq", of: "circlexq")
            let recording = try NewRecording(
                recorded: "transcript",
                link: "https://stintrecording.example",
                transcript: "https://stinttranscript.example",
                text: "They said stintspoken."
            )
            try await scene.record(recording, of: "stint", as: scene.viewer(.facilitator))
        }
    )

    /// Full members of the community, who are no guests.
    private static let members = Principal.inside.subtracting([.guest])
}
