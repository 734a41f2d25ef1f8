package import PraxisDomain
import PraxisStore

/// A small site in which every private thing holds a word of its own, written by the parts of all capabilities.
///
/// Beside each canary in a post stands `companion`, to search for.
package struct SideDoorWorld: Sendable {
    /// In the order in which they write: each finds what those before have written.
    package static let parts: [SideDoorPart] = [
        .people, .communities, .groups, .threads, .triage, .reactions, .requests, .admissions, .revisions, .drafts,
        .standing, .audit, .bookmarks, .gatherings, .digest, .outbox, .search, .home, .imports, .site, .setup,
    ]

    /// Words that stand in one place each, and who may meet them.
    package static let canaries = parts.flatMap(\.canaries)

    package let scene: SideDoorScene
    package let posts: [PostID]
    /// What each parameter of an address can name here, by its name.
    package let values: [Substring: [String]]

    package var site: TestSite { scene.site }
    package var principals: [Principal: MemberID] { scene.principals }
    package var threads: [ThreadID] { scene.threads }

    package init() async throws {
        var scene = try await SideDoorScene()
        for part in Self.parts { try await part.write(&scene) }
        var values: [Substring: [String]] = [:]
        for part in Self.parts { values.merge(try await part.values(scene)) { $0 + $1 } }
        (self.scene, self.values) = (scene, values)
        posts = try await scene.site.all("SELECT id FROM post ORDER BY id")
    }
}
