import Foundation
package import HTTPTypes
import PraxisCommunity
package import PraxisDomain
import PraxisForum
import PraxisPlaces

/// Those who may come to a community's pages.
package enum Persona: String, CaseIterable, Sendable {
    case visitor, stranger, pending, member, former, suspended, silenced, guest, guestOfThePast
    case facilitator, moderator, manager, siteAdministrator

    package var part: Part? {
        switch self {
        case .visitor, .stranger, .siteAdministrator: nil
        case .pending: Part(.member, .pending)
        case .member: Part(.member)
        case .former: Part(.member, .former)
        case .suspended: Part(.member, .suspended)
        case .silenced: Part(.member, .silenced)
        case .guest: Part(.guest, until: TestSite.morning + .days(1))
        case .guestOfThePast: Part(.guest, until: TestSite.morning - .days(1))
        case .facilitator: Part(.facilitator)
        case .moderator: Part(.moderator)
        case .manager: Part(.manager)
        }
    }

    /// All whose membership counts.
    package static let within: [Persona] = [.member, .silenced, .guest, .facilitator, .moderator, .manager]
    package static let without: [Persona] = allCases.filter { !within.contains($0) }
}

/// A site with one community, "nursing", and one person of every kind.
package struct CommunityWorld: Sendable {
    package let site: TestSite
    package let community: CommunityID
    package let members: [Persona: MemberID]

    package init(
        visibility: CommunityVisibility = .members,
        joining: Joining = .request,
        agreement: String = "",
        personas: [Persona] = Persona.allCases
    ) async throws {
        site = try TestSite()
        community = try await site.community("nursing", visibility: visibility, joining: joining, agreement: agreement)
        let elsewhere = try await site.community("elsewhere")
        var members: [Persona: MemberID] = [:]
        for persona in personas where persona != .visitor {
            let member = try await site.member(
                "\(persona.rawValue.capitalized) Person",
                isSiteAdministrator: persona == .siteAdministrator
            )
            members[persona] = member
            if persona == .stranger { try await site.join(member, elsewhere) }
            if let part = persona.part {
                try await site.join(member, community, as: part.role, standing: part.standing, until: part.until)
            }
        }
        self.members = members
    }

    package func member(_ persona: Persona) throws -> MemberID {
        guard let member = members[persona] else { throw Denial.missing }
        return member
    }

    package func viewer(_ persona: Persona) throws -> Viewer {
        persona == .visitor
            ? .visitor : Viewer(member: try member(persona), isSiteAdministrator: persona == .siteAdministrator)
    }

    package func browser(_ persona: Persona) async throws -> Browser {
        persona == .visitor ? Browser(site) : try await site.browser(try member(persona))
    }

    /// The status of a page for every persona.
    package func statuses(of path: String) async throws -> [Persona: Int] {
        var statuses: [Persona: Int] = [:]
        for persona in Persona.allCases { statuses[persona] = try await browser(persona).get(path).status }
        return statuses
    }

    /// Sends a form with the token of a page that everyone sees; a visitor finds none there.
    package func post(_ path: String, _ fields: [(String, String)], as persona: Persona) async throws -> Browser.Answer
    {
        try await browser(persona).post(path, fields, from: "/communities")
    }

    /// Asks the JSON routes.
    package func api(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String = "",
        as persona: Persona,
        headers: [(String, String)] = []
    ) async throws -> (status: Int, json: [String: Any]) {
        var headers = headers + [("Content-Type", "application/json")]
        if persona != .visitor {
            headers.append(("Authorization", "Bearer " + (try await site.bearer(try member(persona)))))
        }
        let answer = try await Browser(site).send(method, "/api/v1" + path, body: body, headers: headers)
        let json = try? JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
        return (answer.status, json ?? [:])
    }

    /// Makes a link and gives its token.
    package func invitation(
        to group: GroupID? = nil,
        uses: Int = 1,
        by persona: Persona = .manager
    ) async throws -> String {
        let token = site.env.random.token()
        _ = try await site.env.communities[community].invite(
            to: group,
            token: token,
            uses: uses,
            as: try viewer(persona)
        )
        return token
    }
}

extension Dictionary where Key == Persona, Value == Int {
    /// The personas whose page had that status.
    package func with(_ status: Int) -> Set<Persona> { Set(filter { $0.value == status }.keys) }
}
