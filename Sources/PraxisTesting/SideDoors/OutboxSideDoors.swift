import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

extension SideDoorPart {
    /// What the mail program said when it refused a mail: it may name whom it was for.
    static let outbox = SideDoorPart(
        "outbox",
        canaries: [Canary(word: "kittiwakefailure", allowed: [.siteAdministrator])],
        doors: [SideDoor(.siteAdministrator, "/settings/outbox", shows: ["kittiwakefailure"])],
        write: { scene in
            let author = scene.author
            _ = try await scene.site.env.site.command { db in
                try db.queueMail(.joinRequest, to: author, period: "side door")
                try db.run(
                    """
                    UPDATE outbox SET state = 'failed', endedAt = \(db.now), failure = '550 kittiwakefailure'
                    WHERE period = 'side door'
                    """
                )
            }
        }
    )
}
