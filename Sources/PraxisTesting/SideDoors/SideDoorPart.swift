/// What a capability brings to the side-door world: what is private of it, each with a word of its own, and what its routes are asked with.
///
///     extension SideDoorPart {
///         static let bookmarks = SideDoorPart(
///             "bookmarks",
///             canaries: [Canary(word: "2031-07-19", allowed: [.insider])],
///             doors: [SideDoor(.insider, "/bookmarks", shows: ["2031-07-19"])],
///             json: ["remindOn": "\"2032-01-01\""],
///             write: { scene in … }
///         )
///     }
///
/// Its words are met by everyone who knocks at any route of the site, not of its own capability alone. A capability can bring several.
package struct SideDoorPart: Sendable {
    package typealias Fields = [(name: String, value: String)]

    /// The name of the capability that it is of.
    package let capability: String
    package let canaries: [Canary]
    /// Where the words are met by those whom they are for: each that is for anyone stands in one of these.
    package let doors: [SideDoor]
    /// Its tables whose texts nobody has typed, or that are private in no other way than another table, and why that is so.
    package let wordless: [String: String]
    /// Query strings that its pages and its API read.
    package let queries: [Fields]
    /// A value for each field of the bodies that its API reads, as JSON.
    ///
    /// A name behind a part of a path, as `/follow-ups state`, is that of the routes whose path holds it alone; in forms likewise.
    package let json: [String: String]
    /// What its forms send.
    package let form: Fields
    /// What the parameters of its addresses can name in the world, by their names.
    package let values: @Sendable (SideDoorScene) async throws -> [Substring: [String]]
    /// Writes what is private, after the parts before it.
    let write: @Sendable (inout SideDoorScene) async throws -> Void

    package init(
        _ capability: String,
        canaries: [Canary] = [],
        doors: [SideDoor] = [],
        wordless: [String: String] = [:],
        queries: [Fields] = [],
        json: [String: String] = [:],
        form: Fields = [],
        values: @escaping @Sendable (SideDoorScene) async throws -> [Substring: [String]] = { _ in [:] },
        write: @escaping @Sendable (inout SideDoorScene) async throws -> Void = { _ in }
    ) {
        self.capability = capability
        self.canaries = canaries
        self.doors = doors
        self.wordless = wordless
        self.queries = queries
        self.json = json
        self.form = form
        self.values = values
        self.write = write
    }
}

/// A word that stands in one private place, and who may meet it there.
package struct Canary: Sendable {
    package let word: String
    package let allowed: Set<Principal>
}

/// Where somebody meets what is for them.
package struct SideDoor: Sendable {
    package let who: Principal
    /// An address in which `{name}` stands for what the scene has under that name.
    package let path: String
    package let words: [String]

    package init(_ who: Principal, _ path: String, shows words: [String]) {
        self.who = who
        self.path = path
        self.words = words
    }
}
