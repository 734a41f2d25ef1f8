import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import PraxisWeb

/// The side-door world with one member to whom every form is open, and something for each form to be about.
struct BadInputWorld: Sendable {
    let doors: SideDoorWorld
    /// Manager of the members' community, facilitator of its lounge, site administrator, author of every post.
    let ada: MemberID
    let lounge: GroupID
    /// In the lounge.
    let thread: ThreadID
    /// A date in the lounge.
    let gathering: ThreadID
    /// In the lounge.
    let series: SeriesID
    /// An item of its agenda.
    let agenda: AgendaItemID
    /// Of that date.
    let followUp: FollowUpID
    let post: PostID
    /// Of the date, by another member.
    let question: PostID
    /// Another member's post in the lounge, and the report of it.
    let otherPost: PostID
    let item: QueueItemID

    var site: TestSite { doors.site }

    init() async throws {
        doors = try await SideDoorWorld()
        let site = doors.site
        ada = try await site.value("SELECT id FROM member WHERE email = 'ada.author@example.org'")
        thread = doors.threads[2]
        let ada = ada, thread = thread
        post = try await site.value("SELECT id FROM post WHERE threadId = \(thread) AND number = 2")
        lounge = try await site.value("SELECT groupId FROM thread WHERE id = \(thread)")
        let guild: CommunityID = try await site.value("SELECT communityId FROM thread WHERE id = \(thread)")
        _ = try await site.env.site.command { db in
            try db.run("UPDATE member SET isSiteAdministrator = \(true) WHERE id = \(ada)")
        }
        try await site.join(ada, guild, as: .manager)
        try await site.join(ada, group: lounge, of: guild, as: .facilitator)
        gathering = try await site.env.communities[guild].planGathering(
            site.gathering("The lounge meets"),
            in: lounge,
            as: Viewer(member: ada)
        )
        try await site.begin(gathering)
        series = try await site.env.communities[guild].planSeries(
            site.series("Lounge evenings"),
            in: lounge,
            as: Viewer(member: ada)
        )
        let rio = try await site.member("Rio Reported"), rex = try await site.member("Rex Reporter")
        for member in [rio, rex] {
            try await site.join(member, guild)
            try await site.join(member, group: lounge, of: guild)
        }
        let reply = try await site.reply("Reported.", to: thread, of: guild, by: rio)
        otherPost = reply
        question = try await site.env.communities[guild].askQuestion(
            of: gathering,
            PostText("Where do herons nest?"),
            as: Viewer(member: rio)
        )
        _ = try await site.env.communities[guild].report(reply, NewReport(.spam, note: ""), as: Viewer(member: rex))
        agenda = try await site.env.communities[guild].addToAgenda(
            NewAgendaItem(try AgendaEntry(title: "Herons", minutes: "", lead: "")),
            of: gathering,
            as: Viewer(member: ada)
        )
        followUp = try await site.env.communities[guild].addFollowUp(
            NewFollowUp(title: "Count herons", kind: "other", owner: nil, due: "", today: 0),
            of: gathering,
            as: Viewer(member: ada)
        )
        item = try await site.value("SELECT id FROM queueItem WHERE subjectKind = 'post' AND subjectId = \(reply)")
        guard let outsider = doors.principals[.outsider] else { return }
        _ = try await site.env.communities[guild].join(agreeing: nil, note: "please", as: Viewer(member: outsider))
    }

    /// An address of the route that Ada may use.
    func address(of route: Route) -> String {
        var path = ""
        for part in route.path.split(separator: "/") {
            path += "/" + (part.hasPrefix("{") ? value(of: String(part), route) : String(part))
        }
        return path
    }

    private func value(of parameter: String, _ route: Route) -> String {
        switch parameter {
        case "{community}", "{slug}": "guildxq"
        case "{group}" where route.path.contains("/drafts/"): "loungexq"
        case "{group}": "loungexq"
        case "{place}": route.path.contains("{group}") ? "group:guildxq" : "thread:\(thread)"
        case "{thread}"
        where route.path.contains(
            /gathering|\/answer|\/agenda|{thread}\/notes|{thread}\/follow-ups|{thread}\/questions|{thread}\/recording|{thread}\/message|{thread}\/(attend|certificate)/
        ):
            gathering.description
        case "{agenda}": agenda.description
        // The first is a list of the community, the second one of the site.
        case "{list}": route.path.hasPrefix("/settings") ? "2" : "1"
        case "{followup}": followUp.description
        case "{thread}": thread.description
        case "{post}" where route.path.hasSuffix("/report") || route.path.hasSuffix("/reports"): otherPost.description
        case "{post}" where route.path.hasSuffix("wanted"): question.description
        case "{post}": post.description
        case "{series}": series.description
        case "{item}": item.description
        case "{member}": (doors.principals[.member] ?? ada).description
        default: "1"
        }
    }

    /// The same with every id or slug of something that is not there, and of something the principal may not see.
    func otherAddresses(of route: Route) -> [(missing: String, hidden: String)] {
        let hidden = [
            "{community}": "zephyrhall", "{slug}": "zephyrhall", "{thread}": doors.threads[5].description,
            "{post}": doors.posts[10].description, "{place}": "thread:\(doors.threads[5])", "{group}": "vaultxq",
            "{series}": "2",
        ]
        let missing = [
            "{community}": "nosuchhall", "{slug}": "nosuchhall", "{thread}": "99999", "{post}": "99999",
            "{place}": "thread:99999", "{group}": "nosuch", "{series}": "99999",
        ]
        func path(_ values: [String: String]) -> String {
            route.path.split(separator: "/").map {
                "/" + (values[String($0)] ?? ($0.hasPrefix("{") ? "1" : String($0)))
            }
            .joined()
        }
        guard route.path.contains("{") else { return [] }
        return [(path(missing), path(hidden))]
    }

    static let unsafe = Forum.routes.filter { $0.proof != .none }

    static func named(_ name: String) -> Route? { unsafe.first { "\($0.method) \($0.path)" == name } }

    static let names = unsafe.map { "\($0.method) \($0.path)" }

    /// What stands in a field unless it is the bad one.
    ///
    /// Texts hold a word to look for.
    func good(_ field: String, _ route: Route) -> String {
        switch field {
        case "agreement": route.path.hasSuffix("/settings") || route.path.hasSuffix("/new") ? "keepsake-agreement" : "0"
        case "answer": "yes"
        case "to": "seated"
        case "title", "body", "note", "needs", "purpose", "contact", "domain", "outcome", "lead", "about":
            "keepsake-\(field)"
        case "thread": thread.description
        case "text": "keepsake-text"
        case "action": "hide"
        case "stock", "reason": "spam"
        case "name": "Keepsake Name"
        case "place": "thread:\(thread)"
        case "kind" where route.path.hasSuffix("/standing"): "silenced"
        case "kind" where route.path.contains("follow-ups"): "resource"
        case "kind": route.path.contains("/group") || route.path.contains("/g/") ? "topic" : "discussion"
        case "start": "2026-12-20T12:30"
        case "gathering": gathering.description
        case "date" where route.path.contains("learning"): "2026-11-20"
        case "date": "2026-12-20"
        case "category", "reflection": "keepsake-\(field)"
        case "year": "2026"
        case "time": "12:30"
        case "zone": "Europe/London"
        case "minutes": "60"
        case "mode": "hybrid"
        case "joinLink": "https://example.org"
        case "group": "loungexq"
        case "access": "request"
        case "repeats": "weekly"
        case "ends": "count"
        case "owner" where route.isAPI: doors.principals[.member]?.description ?? ""
        case "present": route.path.hasSuffix("/attend") ? "yes" : "1"
        case "list": "Name,keepsake-list"
        case "shown": "\(ada):"
        case "entries": "2026-12-21 keepsake-entries"
        case "find", "who0": ""
        case "until", "credit", "owner": ""
        case "due": "2026-12-20"
        case "at": gathering.description
        case "count": "4"
        case "recording": "agreed"
        case "recorded": "captions"
        case "link", "transcript": "https://example.org"
        case "scope": "this"
        case "rule": "FREQ=WEEKLY"
        case "state" where route.path.contains("follow-ups"): "done"
        case "state": route.path.contains("gathering") || route.path.contains("series") ? "cancelled" : "open"
        case "level": "digest"
        case "keys": "on"
        case "role": "member"
        case "standing": "active"
        case "visibility": "members"
        case "joining": "request"
        case "language": "en"
        case "timeZone": "Europe/London"
        case "email": "somebody@example.org"
        case "next": "/drafts"
        case "key", "proof", "password", "current", "code": "something else 7"
        case "reaction": "thanks"
        case "remindOn": "2032-01-01"
        case "detail": "title"
        case "rhythm": "weekly"
        case "theme": "dark"
        case "textSize": "large"
        case "duty", "titlesOnly", "confirmation", "messages", "week", "day", "hour": "on"
        case "days": "7"
        case "replyTo": post.description
        default: "1"
        }
    }

    /// The fields of a route that hold what took time to write.
    ///
    /// A reply has no title.
    static func texts(of route: Route) -> [String] {
        // The contact of a community's care is an id.
        let isCare = route.path.hasSuffix("/care")
        let texts = Set([
            "title", "body", "note", "purpose", "domain", "text", "outcome", "list", "reflection", "entries", "about",
        ]).union(
            isCare ? [] : ["contact"]
        )
        let isReply = route.path == "/drafts" || route.path == "/preview"
        return fields(of: route).filter { texts.contains($0) && !(isReply && $0 == "title") }
    }
}
