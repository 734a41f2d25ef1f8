import Foundation
import PraxisCommunity
package import PraxisDomain
import PraxisForum
package import PraxisPlaces
import PraxisStore
import PraxisThreads
import PraxisWeb

// Worlds for tests, made with the same commands as the site's own.
extension TestSite {
    /// A confirmed account, `<first name>@example.org` in lower case, with the password "correct horse battery".
    package func member(_ name: String, isSiteAdministrator: Bool = false) async throws -> MemberID {
        let local = TypedText.folded(name).split(separator: " ").joined(separator: ".")
        guard let email = EmailAddress(local + "@example.org") else { throw Denial.input([]) }
        var member = NewMember(email: email, name: name)
        member.passwordHash = "plain:correct horse battery"
        member.isSiteAdministrator = isSiteAdministrator
        member.timeZone = "Europe/London"
        let made = member
        return try await add(made)
    }

    /// Any account, as an import or an administrator creates it.
    package func add(_ member: NewMember) async throws -> MemberID {
        try await env.site.command { db in try db.addMember(member, by: .system()) }
    }

    /// A community with its commons, "Everyone" (slug `everyone`).
    package func community(
        _ slug: String,
        visibility: CommunityVisibility = .members,
        joining: Joining = .request,
        agreement: String = ""
    ) async throws -> CommunityID {
        guard let slug = Slug(exactly: slug) else { throw Denial.missing }
        var community = NewCommunity(slug: slug, name: slug.text.capitalized)
        community.visibility = visibility
        community.joining = joining
        community.agreement = agreement
        (community.domain, community.commonsName) = ("How we practise.", "Everyone")
        let made = community
        return try await env.site.command { db in try db.addAuditedCommunity(made, by: Permit.administrator()) }
    }

    /// A group created by the system: it has no members.
    package func group(
        _ slug: String,
        in community: CommunityID,
        kind: GroupKind = .topic,
        access: GroupAccess = .open,
        isListed: Bool = true,
        contact: String = ""
    ) async throws -> GroupID {
        guard let slug = Slug(exactly: slug) else { throw Denial.missing }
        var group = NewGroup(slug: slug, name: slug.text.capitalized)
        group.kind = kind
        group.access = access
        group.isListed = isListed
        group.contact = contact
        group.purpose = "What \(slug.text) is for."
        let made = group
        return try await env.communities[community].command { db in
            try db.addGroup(made, in: community, by: Permit.system().mandate)
        }
    }

    package func join(
        _ member: MemberID,
        _ community: CommunityID,
        as role: Role = .member,
        standing: Standing = .active,
        until: Timestamp? = nil
    ) async throws {
        try await env.communities[community].command { db in
            try db.setMembership(member, in: community, Part(role, standing, until: until), by: Permit.system().mandate)
        }
    }

    package func join(
        _ member: MemberID,
        group: GroupID,
        of community: CommunityID,
        as role: Role = .member,
        standing: Standing = .active,
        until: Timestamp? = nil
    ) async throws {
        try await env.communities[community].command { db in
            let part = Part(role, standing, until: until)
            try db.setGroupMembership(member, of: group, in: community, part, by: Permit.system().mandate)
        }
    }

    /// Opens one thread to a member until a time, by the administrator's command.
    package func admit(_ member: MemberID, to thread: ThreadID, until: Timestamp?) async throws {
        let address = try await env.store.read { db in
            try db.first("SELECT email FROM member WHERE id = \(member)" as SQL<String>)
        }
        guard let email = address.flatMap({ EmailAddress($0) }) else { throw Denial.missing }
        _ = try await env.site.setAdmission(of: email, to: thread, until: until)
    }

    /// A member who signed up and joined a community by themselves.
    package func newcomer(_ name: String, _ community: CommunityID) async throws -> MemberID {
        let member = try await member(name)
        try await env.site.command { db in try db.markSignedUp(member) }
        try await join(member, community)
        try await env.communities[community].command { db in try db.markNewcomer(member, in: community) }
        return member
    }

    package func commons(of community: CommunityID) async throws -> GroupID {
        let id = try await env.store.read { db in
            try db.first("SELECT id FROM \"group\" WHERE communityId = \(community) AND isCommons" as SQL<GroupID>)
        }
        guard let id else { throw Denial.missing }
        return id
    }

    package func thread(
        _ title: String,
        _ body: String = "The first post.",
        kind: ThreadKind = .discussion,
        in group: GroupID,
        of community: CommunityID,
        by member: MemberID
    ) async throws -> ThreadID {
        let thread = NewThread(title: try Title(title), kind: kind, body: try PostText(body))
        return try await env.communities[community].startThread(thread, in: group, as: Viewer(member: member))
    }

    package func reply(
        _ body: String,
        to thread: ThreadID,
        of community: CommunityID,
        by member: MemberID
    ) async throws -> PostID {
        try await env.communities[community].reply(to: thread, try PostText(body), as: Viewer(member: member))
    }

    /// A browser in which the member is signed in.
    package func browser(_ member: MemberID) async throws -> Browser {
        let token = env.random.token()
        _ = try await env.site.command { db in try db.startSession(for: member, .browser, token: token, device: "test")
        }
        let browser = Browser(self)
        browser.keep("praxis", token)
        return browser
    }

    /// A bearer token of the member.
    package func bearer(_ member: MemberID) async throws -> String {
        let token = env.random.token()
        _ = try await env.site.command { db in try db.startSession(for: member, .api, token: token, device: "test") }
        return token
    }
}
