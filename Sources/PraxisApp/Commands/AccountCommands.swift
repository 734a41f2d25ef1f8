import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisThreads

// Communities, members and memberships, as an administrator creates them on the machine itself.
extension CommandContext {
    /// Prints the id and the slug.
    ///
    /// An existing community of this slug and name is left unchanged; if another one has the slug, the new one gets a different slug.
    func addCommunity(_ slug: String, _ name: String, _ visibility: CommunityVisibility, _ output: Output) async throws
    {
        guard let exact = Slug(exactly: slug) else { throw Refused(Messages.badSlug(slug)) }
        var community = NewCommunity(slug: exact, name: try TypedText.line(name, "name", Limits.groupNameScalars))
        (community.visibility, community.commonsName) = (visibility, Messages.commons)
        community.language = env.settings.language
        let made = community
        let id = try await env.site.command { db in
            let known =
                "SELECT id FROM community WHERE slug = \(made.slug.text) AND name = \(made.name)" as SQL<CommunityID>
            return try db.first(known) ?? db.addAuditedCommunity(made, by: Permit.administrator())
        }
        output.out(id.description)
        let given = try await env.store.read { db in
            try db.first("SELECT slug FROM community WHERE id = \(id)" as SQL<String>)
        }
        output.out(given ?? slug)
    }

    /// Prints the id.
    ///
    /// A second run updates the account with this address.
    func addMember(
        _ email: String,
        _ name: String,
        isSiteAdministrator: Bool,
        _ password: String?,
        _ output: Output
    ) async throws {
        guard let address = EmailAddress(email) else { throw Refused(Messages.badAddress(email)) }
        var member = NewMember(email: address, name: try NamePlan.checked(name))
        if isSiteAdministrator { member.isSiteAdministrator = true }
        (member.language, member.timeZone) = (env.settings.language, env.settings.timeZone)
        if let password {
            guard Limits.passwordBytes.contains(password.utf8.count) else {
                throw Refused(Messages.badPassword(Limits.passwordBytes))
            }
            member.passwordHash = await env.passwords.hash(password)
        }
        let made = member
        let id = try await env.site.command { db in
            let isKnown = try db.first("SELECT 1 FROM member WHERE email = \(address.text)" as SQL<Int>) != nil
            let id = try db.addMember(made, by: .system())
            let act: AuditAct = isKnown ? .accountChanged : .accountAdded
            let detail = isSiteAdministrator ? ["site-admin"] : []
            try db.audit(act, id.subject, detail: detail, by: Permit.administrator())
            return id
        }
        output.out(id.description)
    }

    /// Prints the member's id.
    func setMembership(
        _ email: String,
        _ community: String,
        _ group: String?,
        _ role: Role,
        _ output: Output
    ) async throws {
        guard let address = EmailAddress(email) else { throw Refused(Messages.badAddress(email)) }
        do {
            let site = env.site
            let member = try await site.setMembership(of: address, community: community, group: group, role: role)
            output.out(member.description)
        } catch Denial.input(let errors) {
            guard let error = errors.first else { throw Denial.input(errors) }
            throw Refused(Messages.noMembership(error, email, community, group))
        }
    }

    /// Prints the member's id.
    func setAdmission(_ email: String, _ thread: ThreadID, _ until: Timestamp?, _ output: Output) async throws {
        guard let address = EmailAddress(email) else { throw Refused(Messages.badAddress(email)) }
        do {
            let member = try await env.site.setAdmission(of: address, to: thread, until: until)
            output.out(member.description)
        } catch Denial.input(let errors) {
            guard let error = errors.first else { throw Denial.input(errors) }
            throw Refused(Messages.noAdmission(error, email, thread))
        }
    }
}
