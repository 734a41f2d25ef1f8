import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Groups and their memberships as JSON.
    package static let groupAPI: [Route] = [
        .api(
            .get,
            APIPaths.groups,
            needsMember: false,
            APIDescription(
                "The groups I may see",
                query: APIDescription.Parameter.paging(cursor: .slug),
                response: .page(of: GroupJSON.schema)
            )
        ) { call in
            let groups = try await call.communityOfAPI().groups
            return try .json(ItemPage(of: groups, call, id: { $0.slug }, { GroupJSON($0, at: call.now) }))
        },
        .api(
            .post,
            APIPaths.groups,
            APIDescription(
                "Add a group",
                request: NewGroupBody.schema,
                response: GroupJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.addGroupByAPI() },
        .api(
            .get,
            APIPaths.group,
            needsMember: false,
            APIDescription("A group", response: GroupJSON.schema)
        ) { try .json(GroupJSON(try await $0.groupOfAPI().group, at: $0.now)) },
        .api(
            .post,
            APIPaths.groupMembership,
            APIDescription(
                "Join a group, or ask to",
                request: .body(JoinGroupBody.note),
                response: MembershipJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.joinGroupByAPI() },
        .api(.delete, APIPaths.groupMembership, APIDescription("Leave a group", status: 204)) {
            call in
            let view = try await call.groupOfAPI()
            try await call.env.communities[view.community.line.id].leave(view.group.id, as: call.viewer)
            return .noContent
        },
    ]
}

extension Call {
    fileprivate func groupOfAPI() async throws -> GroupView {
        let community = try parameter("slug"), slug = try parameter("group")
        return try await read { try GroupView.read(slug, in: community, $0) }
    }

    fileprivate func addGroupByAPI() async throws -> Response {
        let view = try await communityOfAPI(), body = try json()
        let community = view.details.line
        if let refusal = Policy.refusal(AddGroup.self, view.facts) { throw refusal }
        var group = try NewGroup(body)
        group.language = community.language
        let made = try await env.communities[community.id].addGroup(group, as: viewer, once: try headerOnceKey())
        let now = now
        let line = try await read { reading in
            let facts = try Access.group(made, reading)
            return try reading.first(GroupLine.one(made, for: reading.viewer, at: reading.now))?.placed(in: facts)
        }
        guard let line else { throw Denial.missing }
        return try .json(GroupJSON(line, at: now), status: .created)
    }

    fileprivate func joinGroupByAPI() async throws -> Response {
        let view = try await groupOfAPI(), body = try json()
        try await noteOnceKey()
        let admission = try await env.communities[view.community.line.id].join(
            view.group.id,
            note: try body[JoinGroupBody.note] ?? "",
            as: viewer
        )
        let role = try await groupOfAPI().group.role(at: now)
        return try .json(
            MembershipJSON(
                community: view.community.line.slug,
                group: view.group.slug,
                role: role,
                admission: admission
            ),
            status: .created
        )
    }
}

private enum NewGroupBody {
    static let name = BodyField<String>.text("name", Limits.groupNameScalars)
    static let slug = BodyField<String?>.text("slug", isNullable: false)
    static let purpose = BodyField<String?>.text("purpose", Limits.purposeScalars, isNullable: false)
    static let contact = BodyField<String?>.text("contact", Limits.noteScalars, isNullable: false)
    static let kind = BodyField<GroupKind?>.word("kind", isNullable: false)
    static let access = BodyField<GroupAccess?>.word("access", isNullable: false)
    static let isListed = BodyField<Bool?>.truth("listed", isNullable: false)
    static let schema = Schema.body(name, slug, purpose, contact, kind, access, isListed)
}

private enum JoinGroupBody { static let note = BodyField<String?>.text("note", Limits.noteScalars) }

extension NewGroup {
    /// - Throws: `Denial.input` naming the first field that is not as it should be.
    fileprivate init(_ body: JSONBody) throws(Denial) {
        let name = try TypedText.line(try body[NewGroupBody.name], "name", Limits.groupNameScalars)
        let slug = try body[NewGroupBody.slug] ?? name
        self.init(slug: Slug(exactly: slug) ?? Slug(from: slug), name: name)
        purpose = try TypedText.checked(try body[NewGroupBody.purpose] ?? "", "purpose", Limits.purposeScalars)
        contact = try TypedText.checked(try body[NewGroupBody.contact] ?? "", "contact", Limits.noteScalars)
        kind = try body[NewGroupBody.kind] ?? .topic
        access = try body[NewGroupBody.access] ?? GroupPlan.usualAccess(of: kind)
        isListed = try body[NewGroupBody.isListed] ?? true
    }
}

/// A group as the API represents it.
struct GroupJSON: JSONObject {
    private let line: GroupLine
    private let role: Role?

    init(_ line: GroupLine, at now: Timestamp) { (self.line, role) = (line, line.role(at: now)) }

    static let shape = JSONShape<GroupJSON>(
        "Group",
        [
            .field("slug", .string(), \.line.slug),
            .field("name", .string(), \.line.name),
            .field("purpose", .string(), \.line.purpose),
            .field("kind", .word(GroupKind.self), \.line.kind),
            .field("access", .word(GroupAccess.self), \.line.access),
            .field("listed", .truth, \.line.isListed),
            .field("contact", .string(), \.line.contact),
            .nullable("role", .word(Role.self), \.role),
            .field("readable", .truth, \.line.isReadable),
        ]
    )
}
