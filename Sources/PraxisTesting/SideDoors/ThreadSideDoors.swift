import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

extension SideDoorPart {
    /// A discussion in each kind of place: who reads there meets its title and its posts.
    static let threads = SideDoorPart(
        "threads",
        canaries: places.flatMap { word, allowed in words(word).map { Canary(word: $0, allowed: allowed) } },
        doors: [
            SideDoor(.member, "/t/{plover}", shows: words("plover")),
            SideDoor(.insider, "/t/{turnstone}", shows: words("turnstone")),
            SideDoor(.facilitator, "/t/{turnstone}", shows: words("turnstone")),
            SideDoor(.insider, "/search?q=companion", shows: ["turnstonebody"]),
        ],
        wordless: ["follow": "a level", "groupFollow": "a level"],
        queries: [
            [("filter", "all"), ("group", "circlexq")],
            [("page", "1"), ("reply", "4"), ("quote", "6"), ("group", "atticxq"), ("community", "zephyrhall")],
            [("place", "thread:4"), ("q", "avocet")],
        ],
        json: [
            "title": "\"A title that fits\"", "body": "\"Something\"", "text": "\"Something\"", "revision": "1",
            "version": "1", "number": "1", "level": "\"muted\"", "group": "\"atticxq\"", "state": "\"open\"",
            "pinned": "false", "replyTo": "\"4\"", "kind": "\"discussion\"",
        ],
        form: [
            ("title", "A title that fits"), ("body", "Something"), ("kind", "discussion"), ("group", "atticxq"),
            ("revision", "1"), ("version", "1"), ("place", "thread:5"), ("level", "muted"), ("preview", "1"),
        ],
        values: { scene in
            let posts = try await scene.site.all("SELECT id FROM post ORDER BY id" as SQL<PostID>)
            let places = scene.threads.map { "thread:\($0)" }
            return [
                "thread": scene.threads.map(\.description), "post": posts.map(\.description),
                "place": places + ["group:guildxq%2Fatticxq", "group:zephyrhall%2Fvaultxq"],
            ]
        },
        write: { scene in
            let site = scene.site, (common, guild) = (scene.common, scene.guild)
            try await scene.tell("osprey", in: site.commons(of: common), common)
            try await scene.tell("plover", in: site.commons(of: guild), guild)
            try await scene.tell("dunlin", in: scene.group("loungexq"), guild)
            try await scene.tell("turnstone", in: scene.group("circlexq"), guild)
            try await scene.tell("whimbrel", in: scene.group("atticxq"), guild)
            try await scene.tell("godwit", in: scene.group("vaultxq"), scene.hall)
        }
    )

    /// What is in each place begins with a word of its own, and is for those who read there.
    private static let places: [(String, Set<Principal>)] = [
        ("plover", Principal.inside), ("dunlin", [.admitted]), ("turnstone", Principal.joined), ("whimbrel", []),
        ("godwit", []),
    ]

    private static func words(_ word: String) -> [String] { ["title", "body", "reply"].map { word + $0 } }
}

extension SideDoorScene {
    /// A discussion of two posts, which is found under `word`.
    fileprivate mutating func tell(_ word: String, in group: GroupID, _ community: CommunityID) async throws {
        try await site.join(author, group: group, of: community)
        let thread = try await site.thread(
            "Title \(word)title",
            "Body \(word)body companion.",
            kind: .question,
            in: group,
            of: community,
            by: author
        )
        _ = try await site.reply("Reply \(word)reply companion.", to: thread, of: community, by: author)
        threads.append(thread)
        names[word] = thread.description
    }
}
