import Hummingbird
import PraxisCommunity
import PraxisDomain
package import PraxisWeb

extension Route {
    static let peopleAPI: [Route] = [
        .api(
            .post,
            "/session",
            needsMember: false,
            APIDescription(
                "Sign in",
                request: Schema.credentials,
                response: .object([("token", .string()), ("member", .member)], required: ["token", "member"]),
                status: 201
            )
        ) { call in
            let body = try call.json()
            let session = call.newSession(.api)
            let entry = try await call.signIn(try body.text("email"), try body.text("password"), session)
            guard case .entered(let member) = entry else { throw Denial.notAllowed }
            let started = StartedSession(
                token: session.token,
                member: try await OwnProfile.of(member, call.env, at: call.now)
            )
            return try .json(started, status: .created)
        },
        .api(.delete, "/session", APIDescription("Sign out", status: 204)) { call in
            if let session = call.session { try await call.env.site.endSession(session.id, of: session.member) }
            return .noContent
        },
        .api(.get, "/me", APIDescription("Who I am", response: .member)) { call in
            try .json(try await OwnProfile.of(try call.member(), call.env, at: call.now))
        },
    ]
}

extension Schema {
    fileprivate static let credentials = Schema.object(
        [("email", .string()), ("password", .string())],
        required: ["email", "password"]
    )

    /// Who is signed in.
    package static let member = Schema.named(
        "Member",
        .object(
            [
                ("id", .id), ("name", .string(Limits.nameScalars)), ("email", .string()),
                ("language", .word(Language.self)),
                ("timeZone", .string()),
                (
                    "communities",
                    .list(
                        .object(
                            [("slug", .string()), ("name", .string()), ("role", .word(Role.self))],
                            required: ["slug", "name", "role"]
                        )
                    )
                ),
            ],
            required: ["id", "name", "email", "language", "timeZone", "communities"]
        )
    )
}

/// The answer to a sign-in.
private struct StartedSession: Encodable {
    let token: String
    let member: OwnProfile
}
