import PraxisCommunity
import PraxisDomain
import PraxisThreads

extension SideDoorPart {
    /// What posts said before: to those who read them, unless it was identifying detail or the author took it back.
    static let revisions = SideDoorPart(
        "threads",
        canaries: [
            Canary(word: "phalaropeearlier", allowed: Principal.joined), Canary(word: "jaegerdetail", allowed: []),
            Canary(word: "noddywithdrawn", allowed: []),
        ],
        doors: [SideDoor(.insider, "/p/{edited post}/history", shows: ["phalaropeearlier"])],
        write: { scene in
            let author = Viewer(member: scene.author), actor = scene.actor
            let circle = try scene.thread("turnstone"), commons = try scene.thread("plover")
            let edited = try await actor.reply(to: circle, PostText("Then phalaropeearlier companion."), as: author)
            let detailed = try await actor.reply(to: commons, PostText("Named jaegerdetail companion."), as: author)
            let withdrawn = try await actor.reply(to: commons, PostText("Back noddywithdrawn companion."), as: author)
            // What is edited after a later post keeps what it was.
            _ = try await actor.reply(to: circle, PostText("One later."), as: author)
            try await actor.edit(edited, to: PostText("Another text altogether."), basedOn: 1, as: author)
            let told = try PostText("Named nobody.")
            _ = try await actor.redact(detailed, to: told, mark: "removed", basedOn: 1, as: author)
            try await actor.withdraw(withdrawn, basedOn: nil, as: author)
            scene.names["edited post"] = edited.description
        }
    )
}
