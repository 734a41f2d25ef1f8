package import PraxisDomain
package import PraxisStore

/// Identifies a repeated request as the same request (the `Idempotency-Key` of the API, a hidden field of a form).
package struct OnceKey: Hashable, Sendable {
    package let member: MemberID
    package let route: String
    package let key: String
    /// SHA-256 of the request's body.
    package let digest: [UInt8]
    /// Whether another body under the same key is refused (the API) or treated as a new request (forms).
    package let refusesOtherBody: Bool

    package init(member: MemberID, route: String, key: String, digest: [UInt8], refusesOtherBody: Bool) {
        self.member = member
        self.route = route
        self.key = key
        self.digest = digest
        self.refusesOtherBody = refusesOtherBody
    }
}

extension WriteDB {
    /// The result of an earlier call with the same key and digest, or else that of `body`.
    ///
    /// Checked before any rate limit; kept for 24 hours.
    /// - Throws: `Denial.keyReused` if the key was used with another body and `refusesOtherBody` is set.
    package func once<Entity: Identified>(_ key: OnceKey?, _ body: (WriteDB) throws -> ID<Entity>) throws -> ID<Entity>
    {
        guard let key else { return try body(self) }
        try run("DELETE FROM idempotency WHERE at < \(now - Limits.idempotencyLifetime)")
        let known = try first(
            """
            SELECT \(Known.columns) FROM idempotency
            WHERE memberId = \(key.member) AND route = \(key.route) AND key = \(key.key)
            ORDER BY digest = \(key.digest) DESC LIMIT 1
            """ as SQL<Known>
        )
        if let known {
            if known.digest == key.digest, let made = known.subject?.id(as: Entity.self) { return made }
            if key.refusesOtherBody { throw Denial.keyReused }
        }
        let made = try body(self)
        try run(
            """
            INSERT INTO idempotency (memberId, route, key, digest, subjectKind, subjectId, at)
            VALUES (\(key.member), \(key.route), \(key.key), \(key.digest), \(Entity.kind), \(made), \(now))
            """
        )
        return made
    }
}

private struct Known: RowDecodable {
    let digest: [UInt8]
    let subject: Subject?

    static let columns: SQL<Void> = "digest, subjectKind, subjectId"

    init(_ columns: inout Columns) throws {
        digest = try columns.bytes()
        subject = columns.optionalSubject()
    }
}
