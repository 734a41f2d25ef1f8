import PraxisCommunity
import PraxisDomain
import PraxisReactions

extension SideDoorPart {
    /// Who reacted: shown to no visitor, and of the circle to nobody who is not in it.
    static let reactions = SideDoorPart(
        "reactions",
        canaries: [
            Canary(word: "Jacanaxq", allowed: Set(Principal.allCases).subtracting([.visitor])),
            Canary(word: "Avocetxq", allowed: Principal.joined),
        ],
        doors: [
            SideDoor(.member, "/t/{osprey}", shows: ["Jacanaxq"]),
            SideDoor(.insider, "/t/{turnstone}", shows: ["Avocetxq"]),
        ],
        wordless: ["reaction": "one of four kinds"],
        form: [("reaction", "thanks")],
        values: { _ in ["kind": [ReactionKind.thanks.rawValue]] },
        write: { scene in
            let site = scene.site, rita = try await site.member("Rita Jacanaxq")
            try await site.join(rita, scene.common)
            let open = try await scene.first(of: "osprey"), closed = try await scene.first(of: "turnstone")
            try await site.env.communities[scene.common].react(.tried, to: open, as: Viewer(member: rita))
            // A person who has done nothing else, and has left since.
            let sam = try await scene.person("Sam Avocetxq", in: "circlexq")
            try await scene.actor.react(.tried, to: closed, as: Viewer(member: sam))
            try await site.join(sam, group: scene.group("circlexq"), of: scene.guild, standing: .former)
            try await site.join(sam, scene.guild, standing: .former)
        }
    )
}
