package import PraxisDomain
package import PraxisStore

/// An account as an administrator, an import or a sign-up gives it.
package struct NewMember: Sendable {
    package var email: EmailAddress
    package var name: String
    /// A PHC string; nil leaves the password as it is.
    package var passwordHash: String?
    package var isSiteAdministrator: Bool?
    package var standing = Standing.active
    package var language = Language.english
    package var timeZone = "UTC"
    /// When it was made; nil means now.
    package var joinedAt: Timestamp?

    package init(email: EmailAddress, name: String) { (self.email, self.name) = (email, name) }
}

extension WriteDB {
    /// The account with an address; returns nil if absent.
    package func account(at email: EmailAddress) throws -> MemberID? {
        try first("SELECT id FROM member WHERE email = \(email.text)" as SQL<MemberID>)
    }

    /// The same for a command that names a member.
    /// - Throws: `Denial.input` naming `member` if there is no such account.
    package func member(at email: EmailAddress) throws -> MemberID {
        guard let member = try account(at: email) else { throw Denial.input([FieldError("member", .unknownMember)]) }
        return member
    }

    /// Makes a confirmed account, or updates the one with that address: a second run changes nothing.
    ///
    /// For no member, since the account is made by it; what an administrator does is a line of the audit log besides.
    package func addMember(_ member: NewMember, by permit: borrowing Permit<SystemAct>) throws -> MemberID {
        if let known = try account(at: member.email) {
            let gains =
                try member.isSiteAdministrator == true
                && first("SELECT NOT isSiteAdministrator FROM member WHERE id = \(known)" as SQL<Bool>) == true
            if gains { try endSessions(of: known, by: permit.mandate) }
            try run(
                """
                UPDATE member SET name = \(member.name), nameFolded = \(TypedText.folded(member.name)),
                    passwordHash = coalesce(\(member.passwordHash), passwordHash),
                    isSiteAdministrator = coalesce(\(member.isSiteAdministrator), isSiteAdministrator)
                WHERE id = \(known)
                """
            )
            try record(.profileChanged, known.subject, by: permit)
            return known
        }
        let id: MemberID = try insert(
            """
            INSERT INTO member (email, name, nameFolded, passwordHash, standing, isSiteAdministrator, language, timeZone, joinedAt)
            VALUES (\(member.email.text), \(member.name), \(TypedText.folded(member.name)), \(member.passwordHash),
                    \(member.standing), \(member.isSiteAdministrator ?? false), \(member.language), \(member.timeZone),
                    \(member.joinedAt ?? now)) RETURNING id
            """
        )
        try record(.signedUp, id.subject, attributedTo: id, by: permit)
        return id
    }
}
