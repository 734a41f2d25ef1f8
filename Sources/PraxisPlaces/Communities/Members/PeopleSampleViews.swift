import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// The field for a code that was mailed.
    static let code = StyleSample("code", { $0.people.code.heading() }) { call, _ in
        var code = LabelledInput("style-code", call.words.people.code.label())
        (code.isCode, code.value) = (true, "204816")
        return call.input(code)
    }

    /// People of a place, as a manager is shown them, with an invitation that was just made.
    static let people = StyleSample("people", { $0.communities.people() }) { call, texts in
        let parts: [(role: Role, standing: Standing)] = [
            (.manager, .active), (.facilitator, .active), (.member, .silenced),
        ]
        let people = parts.enumerated().map { index, part in
            PlaceMember(
                id: MemberID(rawValue: -1 - Int64(index)),
                name: texts.names[index],
                role: part.role,
                standing: part.standing,
                joinedAt: call.now - .days(40),
                standingUntil: part.standing == .silenced ? call.now + .days(7) : nil,
                work: nil
            )
        }
        var shown = PeoplePage(
            paths: PlacePaths(community: StyleSample.slug),
            people: people,
            count: people.count,
            page: 1,
            named: "",
            roles: [.member, .facilitator],
            standings: [.active],
            restricts: true,
            reached: Set(people.dropFirst().map(\.id))
        )
        (shown.invitations, shown.newLink) = ([], "https://practice.example.org/i/…")
        return PeopleView(call: call, shown: shown).html
    }
}
