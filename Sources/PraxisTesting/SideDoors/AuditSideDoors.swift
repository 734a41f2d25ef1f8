import PraxisCommunity
import PraxisDomain
import PraxisPlaces

extension SideDoorPart {
    /// Whom an act was about in a confidential group: its lines name people who stand in no list any more.
    static let audit = SideDoorPart(
        "audit",
        canaries: [
            Canary(word: "Wryneckxq", allowed: [.facilitator]), Canary(word: "Peregrinexq", allowed: []),
        ],
        doors: [SideDoor(.facilitator, "/c/guildxq/g/circlexq/audit", shows: ["Wryneckxq"])],
        wordless: ["audit": "words of its own vocabulary; whom a line is about stands in the table of members"],
        queries: [[("person", "Pia")]],
        write: { scene in
            try await scene.remove("Wil Wryneckxq", from: "circlexq", as: scene.viewer(.facilitator))
            try await scene.remove("Pia Peregrinexq", from: "atticxq", as: Viewer(member: scene.steward))
        }
    )
}

extension SideDoorScene {
    /// A guest of a group is removed from it.
    fileprivate func remove(_ name: String, from slug: String, as facilitator: Viewer) async throws {
        let person = try await site.member(name), group = try group(slug)
        try await site.join(person, group: group, of: guild, as: .guest)
        try await actor.setPart(of: person, in: group, role: .guest, standing: .former, as: facilitator)
    }
}
