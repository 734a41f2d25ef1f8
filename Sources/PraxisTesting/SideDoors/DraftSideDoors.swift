import PraxisCommunity
import PraxisDomain
import PraxisThreads

extension SideDoorPart {
    /// What a member has written and not sent: a reply, and another that they discarded.
    static let drafts = SideDoorPart(
        "threads",
        canaries: [
            Canary(word: "dotterelbody", allowed: [.insider]), Canary(word: "sanderlingbody", allowed: [.insider]),
        ],
        doors: [SideDoor(.insider, "/drafts", shows: ["dotterelbody", "sanderlingbody"])],
        write: { scene in
            let insider = try scene.viewer(.insider), member = try scene.member(.insider), site = scene.site.env.site
            for (thread, word) in [("turnstone", "dotterelbody"), ("plover", "sanderlingbody")] {
                let place = ReplyTarget(try scene.thread(thread))
                let draft = try TypedDraft(place: place, title: "", body: "Draft \(word) companion.", revision: 0)
                _ = try await site.saveDraft(draft, as: insider)
            }
            try await site.discardDraft(ReplyTarget(try scene.thread("plover")), of: member)
        }
    )
}
