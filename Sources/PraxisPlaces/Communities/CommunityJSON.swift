import PraxisDomain
import PraxisWeb
import PraxisWords

// What the JSON routes of communities say, each beside its schema.

/// A community as the API represents it.
struct CommunityJSON: Encodable, Sendable {
    private let line: CommunityLine
    private let role: Role?
    /// The agreement as it was typed; nil in lists and if there is none.
    private let agreement: String?

    init(_ line: CommunityLine, at now: Timestamp) { (self.line, role, agreement) = (line, line.role(at: now), nil) }

    init(_ details: CommunityDetails, at now: Timestamp) {
        (line, role, agreement) = (details.line, details.line.role(at: now), details.agreement?.body)
    }

    private enum Key: CodingKey {
        case slug, name, domain, visibility, joining, language, role, agreementVersion, agreement
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(line.slug, forKey: .slug)
        try container.encode(line.name, forKey: .name)
        try container.encode(line.domain, forKey: .domain)
        try container.encode(line.visibility, forKey: .visibility)
        try container.encode(line.joining, forKey: .joining)
        try container.encode(line.language, forKey: .language)
        try container.encode(role, forKey: .role)
        try container.encode(line.agreementVersion, forKey: .agreementVersion)
        try container.encodeIfPresent(agreement, forKey: .agreement)
    }

    static let schema = Schema.named(
        "Community",
        .object(
            [
                ("slug", .string()), ("name", .string()), ("domain", .string()),
                ("visibility", .word(CommunityVisibility.self)),
                ("joining", .word(Joining.self)), ("language", .word(Language.self)),
                ("role", .nullable(.word(Role.self))),
                ("agreementVersion", .integer(0...Int(Int32.max))), ("agreement", .string()),
            ],
            required: ["slug", "name", "domain", "visibility", "joining", "language", "role", "agreementVersion"]
        )
    )
}

/// What joining came to: a role, or a request that waits.
struct MembershipJSON: Encodable, Sendable {
    let community: String
    let group: String?
    let role: Role?
    let admission: JoinOutcome

    private enum Key: CodingKey { case community, group, role, state, request }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(community, forKey: .community)
        try container.encode(group, forKey: .group)
        try container.encode(role, forKey: .role)
        switch admission {
        case .joined:
            try container.encode("joined", forKey: .state)
            try container.encodeNil(forKey: .request)
        case .asked(let request):
            try container.encode("asked", forKey: .state)
            try container.encode(request.description, forKey: .request)
        }
    }

    static let schema = Schema.named(
        "Membership",
        .object(
            [
                ("community", .string()), ("group", .nullable(.string())), ("role", .nullable(.word(Role.self))),
                ("state", .choice(["joined", "asked"])), ("request", .nullable(.id)),
            ],
            required: ["community", "group", "role", "state", "request"]
        )
    )

    /// `agreement` is the version accepted, required if the community has one.
    static let joining = Schema.object(
        [("agreement", .nullable(.integer(1...Int(Int32.max)))), ("note", .nullable(.string(Limits.noteScalars)))],
        required: []
    )
}

/// A member who asks to join a community, or with `group` one of its groups.
struct RequestJSON: Encodable, Sendable {
    private let request: JoinRequest

    init(_ request: JoinRequest) { self.request = request }

    private enum Key: CodingKey { case id, group, member, note, askedAt }

    private struct Member: Encodable {
        let id: String
        let name: String
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(request.id.description, forKey: .id)
        try container.encode(request.groupSlug, forKey: .group)
        try container.encode(Member(id: request.member.description, name: request.name), forKey: .member)
        try container.encode(request.note, forKey: .note)
        try container.encode(request.askedAt.rfc3339, forKey: .askedAt)
    }

    static let schema = Schema.named(
        "Request",
        .object(
            [
                ("id", .id), ("group", .nullable(.string())),
                ("member", .object([("id", .id), ("name", .string())], required: ["id", "name"])), ("note", .string()),
                ("askedAt", .time),
            ],
            required: ["id", "group", "member", "note", "askedAt"]
        )
    )
}

/// The outcome of a request.
struct DecisionJSON: Encodable, Sendable {
    let id: String
    let state: String

    static let schema = Schema.named(
        "Decision",
        .object([("id", .id), ("state", .choice(["accepted", "declined"]))], required: ["id", "state"])
    )
}
