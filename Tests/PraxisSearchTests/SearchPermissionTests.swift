import Foundation
import PraxisDomain
import PraxisTesting
import Testing

@Suite("What a search may find")
struct SearchPermissionTests {
    @Test("answers anyone who may not read a place as if nothing were in it", arguments: Person.allCases)
    func permissions(person: Person) async throws {
        let world = try await SearchWorld(), hidden = try await world.site.community("secret", visibility: .hidden)
        try await world.site.join(world.ann, hidden)
        try await world.write("Open thread", "A canary sings.")
        try await world.write("Circle thread", "A canary cries, zwitschern.", in: world.circle)
        _ = try await world.site.thread(
            "Hidden thread",
            "A canary hides, zwitschern.",
            in: try await world.site.commons(of: hidden),
            of: hidden,
            by: world.ann
        )
        let reader = try await person.make(in: world)
        let isMember = person == .circleMember
        #expect(
            Set(try await world.found("canary", by: reader).titles)
                == (isMember ? ["Open thread", "Circle thread"] : ["Open thread"])
        )
        #expect(try await world.found("zwitschern", by: reader).titles == (isMember ? ["Circle thread"] : []))
        #expect(try await world.found("group:circle", by: reader).titles == (isMember ? ["Circle thread"] : []))
        #expect(try await world.found("canary", by: reader, "&community=secret").titles == [])
        if !isMember {
            let known = try await world.page("zwitschern", by: reader),
                unknown = try await world.page("zwitscherx", by: reader)
            #expect(try comparable(known, "zwitschern") == comparable(unknown, "zwitscherx"))
            #expect(!known.text.contains("Secret") && !known.text.contains("ircle"))
        }
    }

    /// The page without what differs in any two answers: the word and the form token.
    private func comparable(_ page: Browser.Answer, _ word: String) throws -> String {
        try page.text.replacing(Regex("name=\"token\" value=\"[^\"]*\""), with: "").replacing(word, with: "WORD")
    }

    enum Person: CaseIterable {
        case visitor, stranger, member, manager, siteAdministrator, suspended, formerCircleMember, circleMember

        func make(in world: SearchWorld) async throws -> MemberID? {
            if self == .visitor { return nil }
            let site = world.site,
                member = try await site.member("Priya Nair", isSiteAdministrator: self == .siteAdministrator)
            let community = world.community, circle = world.circle
            switch self {
            case .visitor, .stranger, .siteAdministrator: break
            case .member: try await site.join(member, community)
            case .manager: try await site.join(member, community, as: .manager)
            case .suspended:
                try await site.join(member, community, standing: .suspended)
                try await site.join(member, group: circle, of: community)
            case .formerCircleMember:
                try await site.join(member, community)
                try await site.join(member, group: circle, of: community, standing: .former)
            case .circleMember:
                try await site.join(member, community)
                try await site.join(member, group: circle, of: community)
            }
            return member
        }
    }
}
