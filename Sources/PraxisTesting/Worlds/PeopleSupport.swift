import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisMail
package import PraxisStore
import Testing

/// What the tests of accounts share.
extension TestSite {
    /// The code of the newest mail to that address.
    package func code(to email: String) async throws -> String {
        let mail = try #require(await mailsSent().last { $0.to.address.text == email }, "no mail to \(email)")
        return String(mail.subject.prefix(6))
    }

    package func count(_ sql: SQL<Int>) async throws -> Int {
        try await env.store.read { db in try db.first(sql) } ?? 0
    }

    package func text(_ sql: SQL<String>) async throws -> String? {
        try await env.store.read { db in try db.first(sql) }
    }

    /// Six digits that are not the code.
    package func wrong(_ code: String) -> String { code == "111111" ? "222222" : "111111" }
}

extension Browser.Answer {
    /// The value of the first hidden field of that name.
    package func hidden(_ name: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\"")?.upperBound else { return nil }
        return String(text[start...].prefix { $0 != "\"" })
    }

    package var retryAfter: Int? { headers[.retryAfter].flatMap { Int($0) } }

    /// The page without what differs between any two: the form token and the address that was typed.
    package func bare(of email: String) -> String {
        text.replacing(hidden("token") ?? "-", with: "").replacing(email, with: "")
    }

    /// The session cookie that it sets.
    package var session: String? {
        headers[values: .setCookie].first { $0.hasPrefix("praxis=") }
    }
}

extension Browser {
    /// Whether it is signed in: the settings page answers.
    package func isSignedIn() async throws -> Bool { try await get("/settings").status == 200 }

    package func signIn(_ email: String, _ password: String) async throws -> Answer {
        try await post("/sign-in", [("email", email), ("password", password)])
    }

    /// Goes through a sign-up to its end.
    package func signUp(
        _ site: TestSite,
        _ email: String,
        name: String,
        password: String = "",
        next: String = "/"
    ) async throws -> Answer {
        let next = ("next", next)
        _ = try await post("/sign-up", [("email", email), next])
        let code = try await site.code(to: email)
        let named = try await post("/sign-up/code", [("email", email), ("code", code), next], from: "/sign-up")
        let proof = ("proof", named.hidden("proof") ?? "")
        let fields = [proof, ("name", name), ("password", password), next]
        return try await post("/sign-up/name", fields, from: "/sign-up")
    }
}

/// Sends a JSON request with a bearer token, if one is given.
package func api(
    _ browser: Browser,
    _ method: String,
    _ path: String,
    _ body: String = "",
    bearer: String? = nil
) async throws -> Browser.Answer {
    let authorization = bearer.map { [("Authorization", "Bearer " + $0)] } ?? []
    return try await browser.send(
        .init(rawValue: method) ?? .get,
        "/api/v1" + path,
        body: body,
        headers: [("Content-Type", "application/json")] + authorization
    )
}
