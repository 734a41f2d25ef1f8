import PraxisCommunity
import PraxisDomain
import PraxisPlaces

extension SideDoorPart {
    /// Why somebody was restricted: for them, and for those who may restrict there.
    static let standing = SideDoorPart(
        "standing",
        canaries: [
            Canary(word: "skuareason", allowed: [.moderator, .manager]),
            Canary(word: "ternprivate", allowed: [.moderator, .manager]),
            Canary(word: "petrelreason", allowed: [.facilitator]),
            Canary(word: "fulmarprivate", allowed: [.facilitator]),
        ],
        doors: [
            SideDoor(.moderator, "/c/guildxq/members/{silenced}/standing", shows: ["skuareason", "ternprivate"]),
            SideDoor(.manager, "/c/guildxq/members/{silenced}/standing", shows: ["skuareason", "ternprivate"]),
            SideDoor(
                .facilitator,
                "/c/guildxq/g/circlexq/members/{silenced}/standing",
                shows: ["petrelreason", "fulmarprivate"]
            ),
        ],
        form: [("kind", "silenced"), ("days", "7"), ("text", "A reason"), ("note", "A note")],
        values: { scene in ["member": [scene.names["silenced"]].compactMap { $0 }] },
        write: { scene in
            let sid = try await scene.person("Sid Silenced", in: "circlexq"), steward = Viewer(member: scene.steward)
            let circle = try scene.group("circlexq"), facilitator = try scene.viewer(.facilitator)
            var inCircle = NewRestriction(.silenced, days: 7, reason: "Reason petrelreason")
            inCircle.privateReason = "Private fulmarprivate"
            _ = try await scene.actor.restrict(sid, in: circle, inCircle, as: facilitator)
            var everywhere = NewRestriction(.silenced, days: 7, reason: "Reason skuareason")
            everywhere.privateReason = "Private ternprivate"
            _ = try await scene.actor.restrict(sid, in: nil, everywhere, as: steward)
            scene.names["silenced"] = sid.description
        }
    )
}
