import PraxisDomain
import PraxisStore

extension SearchFilter {
    /// Its conditions on the post `p`, its thread `t` and its `place`, each after an AND.
    ///
    /// An unknown or hidden slug or name matches no place.
    var conditions: SQL<Void> {
        var sql: SQL<Void> = ""
        if let community {
            sql = "\(sql) AND place.communityId = (SELECT id FROM community WHERE slug = \(community))"
        }
        if let group { sql = "\(sql) AND place.id IN (SELECT id FROM \"group\" WHERE slug = \(group))" }
        if let groupName { sql = "\(sql) AND \(Self.stands(in: groupName))" }
        if let author { sql = "\(sql) AND p.\(Self.written(by: author))" }
        if let kind { sql = "\(sql) AND t.kind = \(kind)" }
        if let status { sql = "\(sql) AND \(Self.has(status))" }
        if let before { sql = "\(sql) AND p.createdAt < \(before)" }
        if let after { sql = "\(sql) AND p.createdAt >= \(after)" }
        for excluded in without { sql = "\(sql) AND NOT (\(Self.condition(excluded)))" }
        return sql
    }

    /// Posts of all members in whose names these words stand side by side.
    static func written(by name: String) -> SQL<Void> { "authorId IN (\(FullText.named(name, in: .member)))" }

    private static func stands(in group: String) -> SQL<Void> {
        """
        place.id IN (SELECT id FROM "group" WHERE slug = \(group.lowercased()) UNION ALL \(FullText.named(group, in: .group)))
        """
    }

    private static func has(_ status: SearchStatus) -> SQL<Void> {
        if status != .unanswered { return "t.state = \(status)" }
        return """
            t.state = 'open' AND (t.postCount = 1 OR t.kind = 'question' AND NOT EXISTS (
                SELECT 1 FROM post o WHERE o.threadId = t.id AND o.state = 'published' AND o.authorId <> t.authorId))
            """
    }

    private static func condition(_ excluded: Excluded) -> SQL<Void> {
        switch excluded {
        case .author(let name): "p.\(written(by: name))"
        case .group(let name): stands(in: name)
        case .kind(let kind): "t.kind = \(kind)"
        case .status(let status): has(status)
        }
    }
}
