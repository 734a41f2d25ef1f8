import PraxisDomain
import PraxisWeb
import PraxisWords

// What the JSON routes of communities say, each beside its schema.

/// A community as the API represents it.
struct CommunityJSON: JSONObject {
    private let line: CommunityLine
    private let role: Role?
    /// The agreement as it was typed; nil in lists and if absent.
    private let agreement: String?

    init(_ line: CommunityLine, at now: Timestamp) {
        self.line = line
        role = line.role(at: now)
        agreement = nil
    }

    init(_ details: CommunityDetails, at now: Timestamp) {
        line = details.line
        role = details.line.role(at: now)
        agreement = details.agreement?.body
    }

    static let shape = JSONShape<CommunityJSON>(
        "Community",
        [
            .field("slug", .string(), \.line.slug),
            .field("name", .string(), \.line.name),
            .field("domain", .string(), \.line.domain),
            .field("region", .string(), \.line.region),
            .field("visibility", .word(CommunityVisibility.self), \.line.visibility),
            .field("joining", .word(Joining.self), \.line.joining),
            .field("language", .word(Language.self), \.line.language),
            .nullable("role", .word(Role.self), \.role),
            .field("agreementVersion", .integer(0...Int(Int32.max)), \.line.agreementVersion),
            .optional("agreement", .string(), \.agreement),
        ]
    )
}

/// What joining came to: a role, or a request that waits.
struct MembershipJSON: JSONObject {
    let community: String
    let group: String?
    let role: Role?
    let admission: JoinOutcome

    static let shape = JSONShape<MembershipJSON>(
        "Membership",
        [
            .field("community", .string(), \.community),
            .nullable("group", .string(), \.group),
            .nullable("role", .word(Role.self), \.role),
            .field("state", .choice(["joined", "asked"]), \.admission.word),
            .nullable("request", .id, \.admission.request?.description),
        ]
    )
}

extension JoinOutcome {
    fileprivate var word: String {
        switch self {
        case .joined: "joined"
        case .asked: "asked"
        }
    }

    /// The request that waits; nil for members.
    fileprivate var request: RequestID? {
        guard case .asked(let request) = self else { return nil }
        return request
    }
}

/// A member who asks to join a community, or with `group` one of its groups.
struct RequestJSON: JSONObject {
    private let request: JoinRequest

    init(_ request: JoinRequest) { self.request = request }

    private struct Member: JSONObject {
        let id: String
        let name: String

        static let shape = JSONShape<Member>([.field("id", .id, \.id), .field("name", .string(), \.name)])
    }

    static let shape = JSONShape<RequestJSON>(
        "Request",
        [
            .field("id", .id, \.request.id.description),
            .nullable("group", .string(), \.request.groupSlug),
            .field("member", Member.schema) {
                Member(id: $0.request.member.description, name: $0.request.name)
            },
            .field("note", .string(), \.request.note),
            .field("askedAt", .time, \.request.askedAt.rfc3339),
        ]
    )
}

/// The outcome of a request.
struct DecisionJSON: JSONObject {
    let id: String
    let state: String

    static let shape = JSONShape<DecisionJSON>(
        "Decision",
        [
            .field("id", .id, \.id),
            .field("state", .choice(["accepted", "declined"]), \.state),
        ]
    )
}
