import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("The tables")
struct TableRuleTests {
    @Test("are each claimed once, with what becomes of them")
    func claimed() async throws {
        let site = try TestSite()
        let names = try await site.env.store.read { db in
            try db.all(
                """
                SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                  AND name NOT IN (SELECT v.name || s.suffix FROM sqlite_schema v, (SELECT '_data' AS suffix UNION SELECT '_idx'
                    UNION SELECT '_content' UNION SELECT '_docsize' UNION SELECT '_config') s WHERE v.sql LIKE 'CREATE VIRTUAL%')
                ORDER BY name
                """ as SQL<String>
            )
        }
        #expect(names.count > 35)
        #expect(Forum.capabilities.tables.map(\.table).sorted() == names)
    }

    @Test("travel in lines that are both written and read, and go by purges that there are")
    func rules() {
        let written = Set(Forum.capabilities.exports.map(\.type)), read = Set(Forum.capabilities.imports.map(\.type))
        #expect(read == written.union(["export"]))
        var travelling: Set<String> = [], purged: Set<String> = []
        for rule in Forum.capabilities.tables {
            if case .with(let types) = rule.travel { travelling.formUnion(types) }
            if case .by(let names) = rule.ending { purged.formUnion(names) }
        }
        #expect(travelling == written)
        #expect(purged == Set(Forum.capabilities.purges.map(\.name)) && Forum.capabilities.purges.count == purged.count)
    }

    @Test("tables.txt says what travels and what goes")
    func golden() throws {
        let owners = Forum.capabilities.all.flatMap { capability in capability.tables.map { (capability.name, $0) } }
        let kernel = Forum.capabilities.tables.prefix(Forum.capabilities.tables.count - owners.count).map {
            ("the store", $0)
        }
        let lines = (kernel + owners).map { owner, rule in
            "\(rule.table) (\(owner))\n    \(rule.travel.words)\n    \(rule.ending.words)\n"
        }
        #expect(try Golden.difference("tables.txt", lines.sorted().joined(separator: "\n")) == nil)
    }
}

extension TableRule.Travel {
    fileprivate var words: String {
        switch self {
        case .with(let types): "travels as \(types.joined(separator: ", "))"
        case .stays(let reason): "does not travel: \(reason)"
        }
    }
}

extension TableRule.Ending {
    fileprivate var words: String {
        switch self {
        case .never(let reason): "stays: \(reason)"
        case .by(let names): "purged: \(names.joined(separator: ", "))"
        case .when(let what): "goes when \(what)"
        }
    }
}
