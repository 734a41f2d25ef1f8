package import PraxisDomain
package import PraxisStore

/// A kind of line that an export writes: which rows are in it, and which people these name.
///
///     static let reactions = ExportKind("reaction", .marks, people: { … }) { scope in "SELECT … WHERE \(scope.picks(…))" as SQL<ReactionLine> }
///
/// **Rules.** What a line refers to is written by a kind of an earlier stage, or by an earlier line of its own. Rows are in the order of
/// their keys, so that the same site gives the same file. Each field is read by the `ImportKind` of the same type.
package struct ExportKind: Sendable {
    /// What stands before what: an import knows no line that is still to come.
    package enum Stage: Int, Sendable { case people, communities, groups, rules, parts, threads, posts, marks }

    package let type: String
    package let stage: Stage
    /// A `SELECT` of the members that its lines of a community name.
    package let people: (@Sendable (CommunityID) -> SQL<Void>)?
    package let write: @Sendable (Export) throws -> Void

    /// `rows` returns nil for a scope that has no such lines.
    package init<Line: ExportLine>(
        _ type: String,
        _ stage: Stage,
        people: (@Sendable (CommunityID) -> SQL<Void>)? = nil,
        rows: @escaping @Sendable (ExportScope) -> SQL<Line>?
    ) {
        self.init(type, stage, people: people) { scope, _ in rows(scope) }
    }

    /// The same for rows that depend on the people of the export, given as a `SELECT` of their ids.
    package init<Line: ExportLine>(
        _ type: String,
        _ stage: Stage,
        people: (@Sendable (CommunityID) -> SQL<Void>)? = nil,
        rows: @escaping @Sendable (ExportScope, SQL<Void>) -> SQL<Line>?
    ) {
        self.type = type
        self.stage = stage
        self.people = people
        write = { export in
            guard let sql = rows(export.scope, export.people) else { return }
            try export.db.each(sql) { line in
                var record = CorpusRecord(type)
                line.write(export.scope, to: &record)
                try export.file.write(record)
            }
        }
    }
}

/// A row that is written as a line of an export.
package protocol ExportLine: RowDecodable, SendableMetatype {
    func write(_ scope: ExportScope, to record: inout CorpusRecord)
}

/// What an export is of.
package enum ExportScope: Hashable, Sendable {
    case site
    /// What belongs to it, with the people in it.
    case community(CommunityID)
    /// What a member wrote, and said of themselves.
    case member(MemberID)

    /// The condition on the rows of it, over their community and the member whose they are; nil has no rows of a member's.
    package func picks(community: SQL<Void>, member: SQL<Void>?) -> SQL<Void> {
        switch self {
        case .site: return "true"
        case .community(let id): return "\(community) = \(id)"
        case .member(let id):
            guard let member else { return "false" }
            return "\(member) = \(id)"
        }
    }

    package var isOfMember: Bool { if case .member = self { true } else { false } }

    /// What it is about; nil for the site.
    package var subject: Subject? {
        switch self {
        case .site: nil
        case .community(let id): id.subject
        case .member(let id): id.subject
        }
    }

    /// As the first line of the file spells it.
    package var word: String {
        switch self {
        case .site: "site"
        case .community: "community"
        case .member: "member"
        }
    }
}
