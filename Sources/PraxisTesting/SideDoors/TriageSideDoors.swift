import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisTriage

extension SideDoorPart {
    /// A newcomer's posts that wait for a moderator, and one of the circle that was reported, talked about and removed by its facilitator.
    static let triage = SideDoorPart(
        "triage",
        canaries: [
            Canary(word: "pratincolebody", allowed: [.moderator]),
            Canary(word: "pratincolestart", allowed: [.moderator]),
            Canary(word: "pratincoletitle", allowed: [.moderator]),
            Canary(word: "smewbody", allowed: [.facilitator]), Canary(word: "scaupnote", allowed: [.facilitator]),
            Canary(word: "wigeonnote", allowed: [.facilitator]), Canary(word: "gadwallreason", allowed: [.facilitator]),
        ],
        doors: [
            SideDoor(.moderator, "/c/guildxq/queue/{held reply}", shows: ["pratincolebody"]),
            SideDoor(.moderator, "/c/guildxq/queue/{held thread}", shows: ["pratincolestart", "pratincoletitle"]),
            SideDoor(
                .facilitator,
                "/c/guildxq/queue/{hidden post}",
                shows: ["smewbody", "scaupnote", "wigeonnote", "gadwallreason"]
            ),
        ],
        wordless: ["communityCare": "what every member is shown who is worried about somebody"],
        json: ["reason": "\"other\"", "action": "\"hide\"", "note": "\"A note\""],
        form: [
            ("reason", "other"), ("action", "hide"), ("text", "A reason"), ("note", "A note"), ("heldPosts", "0"),
            ("kind", "report"),
        ],
        values: { scene in
            [
                "item": try await scene.site.all("SELECT id FROM queueItem ORDER BY id" as SQL<Int64>)
                    .map(\.description),
                "report": try await scene.site.all("SELECT id FROM report ORDER BY id" as SQL<Int64>)
                    .map(\.description),
            ]
        },
        write: { scene in
            try await scene.hold()
            try await scene.hide()
        }
    )
}

extension SideDoorScene {
    fileprivate mutating func hold() async throws {
        let care = try CareChange(heldPosts: 1, contact: nil, crisis: "", version: 0)
        try await actor.change(care, as: Viewer(member: steward))
        let nora = Viewer(member: try await site.newcomer("Nora New", guild))
        let reply = try await actor.reply(
            to: thread("plover"),
            PostText("Held pratincolebody companion."),
            as: nora
        )
        let start = NewThread(
            title: try Title("Title pratincoletitle"),
            kind: .question,
            body: try PostText("Held pratincolestart companion.")
        )
        let begun = try await actor.startThread(start, in: site.commons(of: guild), as: nora)
        let first: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(begun)")
        names["held reply"] = try await item(about: reply).description
        names["held thread"] = try await item(about: first).description
    }

    fileprivate mutating func hide() async throws {
        let bea = try await person("Bea Reported", in: "circlexq"),
            ren = try await person("Ren Reporter", in: "circlexq")
        let smew = try await site.reply("Hidden smewbody companion.", to: thread("turnstone"), of: guild, by: bea)
        let report = try NewReport(.disrespect, note: "Note scaupnote"), judge = try viewer(.facilitator)
        _ = try await actor.report(smew, report, as: Viewer(member: ren))
        let item = try await item(about: smew)
        try await actor.note("Note wigeonnote", on: item, as: judge)
        try await actor.resolve(item, Decision(.hide, reason: "Reason gadwallreason", version: nil), as: judge)
        names["hidden post"] = item.description
    }

    private func item(about post: PostID) async throws -> QueueItemID {
        try await site.value("SELECT id FROM queueItem WHERE subjectKind = 'post' AND subjectId = \(post)")
    }
}
