import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisWeb

extension Route {
    static let peopleAPI: [Route] = [
        .api(
            .post,
            APIPaths.session,
            needsMember: false,
            APIDescription(
                "Sign in",
                request: Credentials.schema,
                response: StartedSession.schema,
                status: 201
            )
        ) { call in
            let body = try call.json()
            let session = call.newSession(.api)
            let entry = try await call.signIn(
                try body[Credentials.email],
                try body[Credentials.password],
                session
            )
            guard case .entered(let member) = entry else { throw Denial.notAllowed }
            let started = StartedSession(
                token: session.token,
                member: try await OwnProfile.of(member, call.env, at: call.now)
            )
            return try .json(started, status: .created)
        },
        .api(.delete, APIPaths.session, APIDescription("Sign out", status: 204)) { call in
            if let session = call.session { try await call.env.site.endSession(session.id, of: session.member) }
            return .noContent
        },
        .api(.get, APIPaths.me, APIDescription("Who I am", response: OwnProfile.schema)) { call in
            try .json(try await OwnProfile.of(try call.member(), call.env, at: call.now))
        },
    ]
}

private enum Credentials {
    static let email = BodyField<String>.text("email")
    static let password = BodyField<String>.text("password")
    static let schema = Schema.body(email, password)
}

/// The answer to a sign-in.
private struct StartedSession: JSONObject {
    let token: String
    let member: OwnProfile

    static let shape = JSONShape<StartedSession>([
        .field("token", .string(), \.token), .field("member", OwnProfile.schema, \.member),
    ])
}
