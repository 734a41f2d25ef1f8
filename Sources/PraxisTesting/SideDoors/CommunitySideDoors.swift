import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

extension SideDoorPart {
    /// A hidden community, and a link to a group that was taken back.
    static let communities = SideDoorPart(
        "communities",
        canaries: [
            Canary(word: "Zephyrhall", allowed: []), Canary(word: "bitternrules", allowed: []),
            Canary(word: "wheatearland", allowed: []),
        ],
        wordless: ["membership": "a role and a standing"],
        json: ["agreement": "1", "note": "\"please\""],
        form: [
            ("note", "please"), ("name", "A name"), ("domain", "A concern"), ("visibility", "members"),
            ("joining", "request"), ("language", "en"), ("role", "member"), ("standing", "active"),
        ],
        values: { scene in
            let slugs = ["commonroom", "guildxq", "zephyrhall", "nosuchplace"]
            return [
                "community": slugs, "slug": slugs, "token": [revokedToken, "nosuchtoken"],
                "invitation": try await scene.site.all("SELECT id FROM invitation ORDER BY id" as SQL<Int64>)
                    .map(\.description),
            ]
        },
        write: { scene in
            let circle = try scene.group("circlexq"), facilitator = try scene.viewer(.facilitator)
            let link = try await scene.actor.invite(to: circle, token: revokedToken, uses: 1, as: facilitator)
            try await scene.actor.revoke(link, to: circle, as: facilitator)
            // Someone of the same region knocks, too.
            let region = "Dale wheatearland", hall = scene.hall, work = try Work.checked(TypedWork(region: "Dale"))
            let outsider = try scene.member(.outsider)
            _ = try await scene.site.env.site.command { db in
                try db.run("UPDATE community SET region = \(region) WHERE id = \(hall)")
                try db.setWork(work, of: outsider)
            }
        }
    )

    /// A link that opens nothing any more.
    private static let revokedToken = "revoked-invitation"

    /// A member who asks to be let into a group, with a note to those who decide.
    static let requests = SideDoorPart(
        "communities",
        canaries: [Canary(word: "whinchatnote", allowed: [.manager])],
        doors: [SideDoor(.manager, "/api/v1/communities/guildxq/requests", shows: ["whinchatnote"])],
        values: { scene in
            let requests: SQL<Int64> = "SELECT id FROM request ORDER BY id"
            return ["request": try await scene.site.all(requests).map(\.description)]
        },
        write: { scene in
            let ivo = Viewer(member: try await scene.person("Ivo Asking"))
            _ = try await scene.actor.join(try scene.group("loungexq"), note: "Note whinchatnote", as: ivo)
        }
    )
}
