import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb

extension SearchFilter {
    /// Its conditions on the post `p`, its thread `t` and its `place`, each after an AND.
    var conditions: SQL<Void> {
        var sql: SQL<Void> = ""
        for choice in chosen { sql = "\(sql) AND \(choice.condition.sql)" }
        for choice in without { sql = "\(sql) AND NOT (\(choice.condition.sql))" }
        return sql
    }

    /// Whether it asks for anything that its thread does not tell.
    var isAboutPosts: Bool { (chosen + without).contains { $0.condition.isAboutPosts } }

    /// The posts to go through where there are no words, if one of the conditions leads to them.
    var index: SQL<Void>? { chosen.lazy.compactMap(\.condition.index).first }
}

/// What can be chosen in the form of a search.
struct SearchOptions: Sendable {
    private var byField: [String: [SearchOption]] = [:]

    static func of(_ fields: [SearchField], _ typed: Fields, _ reading: Reading) throws -> SearchOptions {
        var options = SearchOptions()
        for field in fields { options.byField[field.name] = try field.control.options(typed, reading) }
        return options
    }

    subscript(field: SearchField) -> [SearchOption] { byField[field.name] ?? [] }
}
