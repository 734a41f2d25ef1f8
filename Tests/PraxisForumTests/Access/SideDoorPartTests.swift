import PraxisCapability
import PraxisCommunity
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("The side-door world")
struct SideDoorPartTests {
    private static let parts = SideDoorWorld.parts

    @Test("has words that are each brought once, and none within another")
    func words() {
        let words = SideDoorWorld.canaries.map(\.word)
        #expect(words.count > 40)
        for (number, word) in words.enumerated() {
            let others = words.enumerated().filter { $0.offset != number && $0.element.contains(word) }
            #expect(others.isEmpty, "\(word) is in \(others.map(\.element))")
        }
    }

    @Test("has each word that is for somebody on a page of theirs, and no word on the page of one whom it is not for")
    func doors() {
        for part in Self.parts {
            for canary in part.canaries where !canary.allowed.isEmpty {
                let isShown = Self.parts.flatMap(\.doors).contains {
                    $0.words.contains(canary.word) && canary.allowed.contains($0.who)
                }
                #expect(isShown, "\(part.capability): nobody is shown \(canary.word)")
            }
        }
        let allowed = Dictionary(SideDoorWorld.canaries.map { ($0.word, $0.allowed) }) { first, _ in first }
        for door in Self.parts.flatMap(\.doors) {
            for word in door.words { #expect(allowed[word]?.contains(door.who) == true, "\(word) at \(door.path)") }
        }
    }

    @Test("has each word that is for nobody in its database")
    func kept() async throws {
        let rows = try await SideDoorWorld().site.allRows().joined(separator: "\n")
        for canary in SideDoorWorld.canaries where canary.allowed.isEmpty {
            #expect(rows.contains(canary.word), "\(canary.word) is nowhere")
        }
    }

    @Test("has a part of every capability with a route that has a parameter, or with a table that holds text")
    func capabilities() async throws {
        let known = Set(Self.parts.map(\.capability)), names = Set(Forum.capabilities.all.map(\.name))
        #expect(known.isSubset(of: names), "\(known.subtracting(names).sorted())")
        var needed = 0
        for capability in Forum.capabilities.all {
            let hasParameter = capability.routes(among: Forum.capabilities).contains {
                $0.path.contains("{") && $0.caching != .forever
            }
            let tables = try await Self.withText(capability)
            guard hasParameter || !tables.isEmpty else { continue }
            needed += 1
            #expect(known.contains(capability.name), "\(capability.name) brings no part to the side-door world")
        }
        #expect(needed >= 12)
    }

    /// The tables of a capability that have a column of text.
    private static func withText(_ capability: Capability) async throws -> [String] {
        let site = try TestSite()
        return try await site.env.store.read { db in
            try capability.tables.map(\.table).filter { table in
                let columns: SQL<Int> = """
                    SELECT count(*) FROM pragma_table_info(\(table)) WHERE type = 'TEXT' OR type = ''
                    """
                return try db.first(columns) ?? 0 > 0
            }
        }
    }

    @Test("has a word in every table that holds text, unless a part says why not")
    func tables() async throws {
        let words = SideDoorWorld.canaries.map(\.word), world = try await SideDoorWorld()
        let rows = Dictionary(grouping: try await world.site.allRows()) { row in String(row.prefix { $0 != " " }) }
        for capability in Forum.capabilities.all {
            let parts = Self.parts.filter { $0.capability == capability.name }
            let wordless = parts.flatMap(\.wordless.keys)
            let tables = try await Self.withText(capability)
            for table in tables {
                let hasWord = rows[table, default: []].contains { row in words.contains { row.contains($0) } }
                #expect(
                    hasWord != wordless.contains(table),
                    "\(capability.name): \(table) \(hasWord ? "has a word after all" : "holds no canary")"
                )
            }
            #expect(
                Set(tables).isSuperset(of: wordless),
                "\(capability.name): \(wordless) are not all tables with text"
            )
        }
    }

    @Test("knows a value for every field of every body that the API reads")
    func fields() {
        var fields = 0
        for route in Forum.routes where route.isAPI {
            let known = SideDoorFields.json(of: route)
            for name in route.api?.request?.propertyNames ?? [] {
                fields += 1
                #expect(known[name] != nil, "\(route.method) \(route.path): no part knows \(name)")
            }
        }
        #expect(fields > 25)
    }
}
