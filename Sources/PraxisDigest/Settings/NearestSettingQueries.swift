package import PraxisDomain
package import PraxisStore

extension MailSetting {
    /// What holds for a member in a place, as the table spells it: the rule of `value(_:in:)` as SQL.
    ///
    /// Walks the primary key of `mailSetting`, once for each scope until one is found. `place` holds the id of every scope that the place
    /// lies in, by kind.
    package func nearest(of member: SQL<Void>, in place: [SubjectKind: SQL<Void>]) -> SQL<Void> {
        scopes.reversed().reduce("\(spelling(usual))") { wider, kind in
            guard let id = place[kind] else { return wider }
            return "coalesce(\(chosen(by: member, for: kind, id)), \(wider))"
        }
    }

    /// What a member chose for one scope, as the table spells it; NULL if nothing.
    package func chosen(by member: SQL<Void>, for kind: SubjectKind, _ id: SQL<Void>) -> SQL<Void> {
        """
        (SELECT ch.value FROM mailSetting ch
            WHERE ch.memberId = \(member) AND ch.key = \(key) AND ch.scopeKind = \(kind) AND ch.scopeId = \(id))
        """
    }

    /// What holds for a member in a place; without one, what they chose for everything.
    package func value(of member: MemberID, in place: [Subject] = [], _ db: DB) throws -> Value {
        let chosen = try db.all(
            "SELECT \(ChosenSetting.columns) FROM mailSetting WHERE memberId = \(member) AND key = \(key)"
                as SQL<ChosenSetting>
        )
        let values = Dictionary(chosen.map { ($0.scope, $0.value) }) { first, _ in first }
        return value(values, in: place + [member.subject])
    }

    /// What was chosen for a scope before a link in a mail ended it; nil if the member has chosen since.
    package func before(of member: MemberID, for scope: Subject, _ db: DB) throws -> Value? {
        let text = try db.first(
            """
            SELECT valueBefore FROM mailSetting WHERE memberId = \(member) AND key = \(key)
              AND scopeKind = \(scope.kind) AND scopeId = \(scope.id) AND valueBefore IS NOT NULL
            """ as SQL<String>
        )
        return text.map { value($0) }
    }
}

private struct ChosenSetting: RowDecodable {
    let scope: Subject
    let value: String

    static let columns: SQL<Void> = "scopeKind, scopeId, value"

    init(_ columns: inout Columns) throws {
        scope = Subject(try columns.word(), try columns.integer())
        value = try columns.text()
    }
}
