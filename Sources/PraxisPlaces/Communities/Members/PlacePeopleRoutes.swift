import HTML
import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Who belongs to a community or has joined one of its groups, who asks to, and who is invited.
    package static let peopleOfPlaceRoutes: [Route] =
        people(inGroups: false) + people(inGroups: true) + [
            .form(Paths.acceptRequest) { try await $0.decideRequest(accepting: true) },
            .form(Paths.declineRequest) { try await $0.decideRequest(accepting: false) },
        ]

    private static func people(inGroups: Bool) -> [Route] {
        func at<each Part>(_ address: PlaceAddress<repeat each Part>) -> String {
            inGroups ? address.ofGroup : address.ofCommunity
        }
        return [
            .page(at(PlacePaths.members)) { try await $0.peopleOfPlace() },
            .form(at(PlacePaths.member)) { try await $0.setPart() },
            .memberPage(at(PlacePaths.removal)) { try await $0.removal() },
            .form(at(PlacePaths.removal)) { try await $0.remove() },
            Route(.post, at(PlacePaths.invitations), proof: .form, caching: .never, needsMember: true) {
                try await $0.invite()
            },
            .form(at(PlacePaths.revocation)) { try await $0.revokeInvitation() },
        ]
    }
}

extension Call {
    /// The place of the address with what the viewer may see of it.
    /// - Throws: `Denial.missing` if the viewer may see nothing of it.
    private func placeOfPeople() async throws -> PlaceOfPeople {
        parameters.get("group") == nil ? .community(try await communityView()) : .group(try await groupView())
    }

    /// The number of the page in the address: 1 for anything else.
    private var peoplePage: Int { query["page"].flatMap(Int.init).map { min(max(1, $0), 1_000_000) } ?? 1 }

    fileprivate func peopleOfPlace(
        newLink: String? = nil,
        _ errors: [FieldError] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let place = try await placeOfPeople(), number = peoplePage
        let text = String(query.text("q").prefix(Limits.nameScalars.upperBound))
        try place.checkSeesMembers()
        var model = try await read {
            try place.people(named: text, page: number, $0)
        }
        (model.newLink, model.errors) = (newLink, errors)
        if !errors.isEmpty, parameters.get("member") != nil { model.opened = try id("member") }
        var page = frame(place, PeopleView(call: self, shown: model).html)
        page.banner = page.banner + errorSummary(errors)
        return self.page(page, status: status)
    }

    private func frame(_ place: PlaceOfPeople, _ main: HTML) -> Page {
        switch place {
        case .community(let view): return CommunityPageView(call: self, view: view, tab: .people, content: main).page
        case .group(let view):
            var page = Page(words.peoplePage.groupTitle(["name": view.group.name]), main: main)
            (page.crumbs, page.banner) = (groupCrumbs(view), placeBanner())
            page.lead = ReadersStrip.people(of: view.group, in: view.community.line, words).html
            guard view.rights.setsRoles || view.rights.readsAudit else { return page }
            return SettingsMenu(self, of: place.paths, view.facts, at: place.paths.members).beside(page)
        }
    }

    fileprivate func setPart() async throws -> Response {
        let place = try await placeOfPeople(), form = try form(), member: MemberID = try id("member")
        do {
            guard let role = try form.word("role", Role.self), place.roles.contains(role) else {
                throw Denial.input([FieldError("role", .notAChoice(place.roles.map(\.rawValue)))])
            }
            let standing = try form.word("standing", Standing.self) ?? .active
            try await setPart(of: member, in: place, role, standing)
            return .seeOther(try await afterSettingPart(of: member, in: place) + "?done=changed")
        } catch Denial.input(let errors) {
            return try await peopleOfPlace(errors, status: .unprocessableContent)
        }
    }

    private func setPart(of member: MemberID, in place: PlaceOfPeople, _ role: Role, _ standing: Standing) async throws
    {
        let community = env.communities[place.community.id]
        if let group = place.group {
            try await community.setPart(of: member, in: group, role: role, standing: standing, as: viewer)
        } else {
            try await community.setPart(of: member, role: role, standing: standing, as: viewer)
        }
    }

    /// A member who is about to be removed, for viewers who may do it.
    private func personToRemove(from place: PlaceOfPeople) async throws -> PlaceMember {
        guard place.rights.setsRoles else { throw Denial.notAllowed }
        let member: MemberID = try id("member"), now = now
        let person = try await env.store.read {
            try $0.first(PlaceMember.one(member, place.community.id, place.group, at: now))
        }
        guard let person else { throw Denial.missing }
        return person
    }

    fileprivate func removal(_ errors: [FieldError] = []) async throws -> Response {
        let place = try await placeOfPeople(), person = try await personToRemove(from: place)
        return RemovalPageView(call: self, person: person, place: place, errors: errors)
            .response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    fileprivate func remove() async throws -> Response {
        let place = try await placeOfPeople(), person = try await personToRemove(from: place)
        do {
            try await setPart(of: person.id, in: place, person.role, .former)
            return .seeOther(try await afterSettingPart(of: person.id, in: place) + "?done=removed")
        } catch Denial.input(let errors) {
            return try await removal(errors)
        }
    }

    /// Back to the people, or to what the viewer still sees if they have just taken that right from themselves.
    private func afterSettingPart(of member: MemberID, in place: PlaceOfPeople) async throws -> String {
        guard member == viewer.member else { return place.paths.members }
        do {
            try await placeOfPeople().checkSeesMembers()
            return place.paths.members
        } catch is Denial {
            return place.group == nil ? Paths.communities : Paths.community(place.community.slug)
        }
    }

    fileprivate func invite() async throws -> Response {
        let place = try await placeOfPeople(), token = env.random.token()
        do {
            let uses = try form().int("uses") ?? 1
            let community = env.communities[place.community.id]
            _ = try await community.invite(to: place.group, token: token, uses: uses, as: viewer)
            return try await peopleOfPlace(newLink: env.settings.baseURL + Paths.invitation(token))
        } catch Denial.input(let errors) {
            return try await peopleOfPlace(errors, status: .unprocessableContent)
        }
    }

    fileprivate func revokeInvitation() async throws -> Response {
        let place = try await placeOfPeople(), invitation: InvitationID = try id("invitation")
        try await env.communities[place.community.id].revoke(invitation, to: place.group, as: viewer)
        return .seeOther(place.paths.members + "?done=revoked")
    }

    fileprivate func decideRequest(accepting: Bool) async throws -> Response {
        let request: PraxisDomain.RequestID = try id("request")
        let community = try await env.store.read { try JoinRequest.community(of: request, $0) }
        let group = try await env.communities[community].decide(request, accepting: accepting, as: viewer)
        let paths = try await read { try PlacePaths.of(community, group, $0) }
        return .seeOther(paths.members + (accepting ? "?done=accepted" : "?done=declined"))
    }
}
