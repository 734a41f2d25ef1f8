import PraxisDomain

extension SideDoorPart {
    /// One discussion open to somebody who belongs to nothing, and one that was open and is not any more.
    static let admissions = SideDoorPart(
        "threads",
        doors: [SideDoor(.admitted, "/t/{dunlin}", shows: ["dunlintitle", "dunlinbody", "dunlinreply"])],
        write: { scene in
            let site = scene.site, outsider = try scene.member(.outsider), circle = try scene.thread("turnstone")
            try await site.admit(scene.member(.admitted), to: scene.thread("dunlin"), until: site.now + .days(30))
            try await site.admit(outsider, to: circle, until: site.now + .days(30))
            try await site.admit(outsider, to: circle, until: nil)
        }
    )
}
