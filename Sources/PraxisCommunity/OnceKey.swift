package import PraxisDomain
package import PraxisStore

/// What makes a repeated request the same request (the `Idempotency-Key` of the API, a hidden field of a form).
package struct OnceKey: Hashable, Sendable {
    package let member: MemberID
    package let route: String
    package let key: String
    /// SHA-256 of the request's body.
    package let digest: [UInt8]
    /// A form answers another text under the same key as a new post; the API refuses it.
    package let refusesOtherBody: Bool

    package init(member: MemberID, route: String, key: String, digest: [UInt8], refusesOtherBody: Bool) {
        (self.member, self.route, self.key, self.digest) = (member, route, key, digest)
        self.refusesOtherBody = refusesOtherBody
    }
}

extension WriteDB {
    /// What the key made before, or what `body` makes now.
    ///
    /// Asked before any limit is; kept for 24 hours.
    /// - Throws: `Denial.keyReused` when the key came with another body.
    package func once<Entity: Identified>(_ key: OnceKey?, _ body: (WriteDB) throws -> ID<Entity>) throws -> ID<Entity> {
        guard let key else { return try body(self) }
        try run("DELETE FROM idempotency WHERE at < \(now - Limits.idempotencyLifetime)")
        let known = try first(
            """
            SELECT digest, subjectKind, subjectId FROM idempotency
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

    init(_ columns: inout Columns) throws {
        digest = try columns.bytes()
        subject = columns.optionalSubject()
    }
}
