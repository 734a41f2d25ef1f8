import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("A program")
struct PeopleAPITests {
    private struct Member: Decodable, Equatable {
        struct Community: Decodable, Equatable { let slug: String, name: String, role: String }
        let id: String, name: String, email: String, language: String, timeZone: String
        let communities: [Community]
    }

    private struct Started: Decodable {
        let token: String
        let member: Member
    }

    @Test("signs in by password, asks who it is, and signs out")
    func session() async throws {
        let site = try TestSite(), browser = Browser(site), ann = try await site.member("Ann")
        let nursing = try await site.community("nursing"), _ = try await site.community("hidden", visibility: .hidden)
        try await site.join(ann, nursing, as: .facilitator)
        let body = #"{"email": "ann@example.org", "password": "correct horse battery"}"#
        let answer = try await api(browser, "POST", "/session", body)
        #expect(answer.status == 201 && answer.headers[.cacheControl] == "no-store" && answer.session == nil)
        let started = try JSONDecoder().decode(Started.self, from: Data(answer.bytes))
        #expect(
            started.member
                == Member(
                    id: ann.description,
                    name: "Ann",
                    email: "ann@example.org",
                    language: "en",
                    timeZone: "Europe/London",
                    communities: [.init(slug: "nursing", name: "Nursing", role: "facilitator")]
                )
        )
        let me = try await api(browser, "GET", "/me", bearer: started.token)
        #expect(try JSONDecoder().decode(Member.self, from: Data(me.bytes)) == started.member)
        #expect(try await api(browser, "DELETE", "/session", bearer: started.token).status == 204)
        #expect(try await api(browser, "GET", "/me", bearer: started.token).status == 401)
    }

    @Test("is refused alike with a wrong password and an unknown address")
    func wrong() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let known = try await api(browser, "POST", "/session", #"{"email": "ann@example.org", "password": "guess"}"#)
        let unknown = try await api(browser, "POST", "/session", #"{"email": "eve@example.org", "password": "guess"}"#)
        #expect(known.status == 422 && known.headers[.contentType] == "application/problem+json")
        #expect(known.bytes == unknown.bytes && unknown.status == 422)
        for body in ["{}", #"{"email": "ann@example.org"}"#, #"{"email": 1, "password": "x"}"#] {
            #expect(try await api(browser, "POST", "/session", body).status == 422, "\(body)")
        }
        #expect(try await api(browser, "POST", "/session", "{").status == 400)
    }

    @Test("is told to wait after ten wrong passwords")
    func limit() async throws {
        let site = try TestSite(limits: true), browser = Browser(site)
        let body = #"{"email": "ann@example.org", "password": "guess"}"#
        for _ in 1...10 { #expect(try await api(browser, "POST", "/session", body).status == 422) }
        let refused = try await api(browser, "POST", "/session", body)
        #expect(refused.status == 429 && refused.retryAfter != nil)
    }

    @Test("loses its token with the account's standing, and a cookie is no bearer")
    func suspended() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), bearer = try await site.bearer(ann)
        let browser = try await site.browser(ann)
        #expect(try await api(browser, "GET", "/me").status == 401)
        #expect(try await api(browser, "GET", "/me", bearer: bearer).status == 200)
        _ = try await site.env.site.command { db in
            try db.run("UPDATE member SET standing = 'suspended' WHERE id = \(ann)")
            try db.journal(.sessionsEnded, subject: ann.subject)
        }
        #expect(try await api(browser, "GET", "/me", bearer: bearer).status == 401)
        let body = #"{"email": "ann@example.org", "password": "correct horse battery"}"#
        #expect(try await api(browser, "POST", "/session", body).status == 403)
        #expect(try await api(browser, "DELETE", "/session").status == 401)
    }
}
