import PraxisDomain

extension SideDoorPart {
    /// Names and what is said of groups: a listed door is seen by members, a hidden one only by those who have joined it.
    static let groups = SideDoorPart(
        "groups",
        canaries: [
            Canary(word: "Circlexq", allowed: Principal.members),
            // Who reads one discussion of a group is told which group that is.
            Canary(word: "Loungexq", allowed: Principal.members.union([.admitted])),
            Canary(word: "Atticxq", allowed: []), Canary(word: "Vaultxq", allowed: []),
            Canary(word: "scotercontact", allowed: Principal.members), Canary(word: "eidercontact", allowed: []),
        ],
        doors: [
            SideDoor(.member, "/c/guildxq", shows: ["Circlexq", "Loungexq"]),
            SideDoor(.member, "/c/guildxq/g/circlexq", shows: ["scotercontact"]),
        ],
        wordless: [
            "groupMembership": "a role and a standing",
            "groupSearch": "the names of groups, folded",
        ],
        json: [
            "name": "\"A name\"", "slug": "\"a-name\"", "purpose": "\"A purpose\"", "contact": "\"Ask us\"",
            "kind": "\"topic\"", "access": "\"open\"", "listed": "true",
        ],
        form: [
            ("kind", "topic"), ("name", "A name"), ("purpose", "A purpose"), ("contact", "Ask us"),
            ("access", "request"), ("editDays", "7"),
        ],
        values: { _ in ["group": ["everyone", "loungexq", "circlexq", "atticxq", "vaultxq", "nosuchgroup"]] }
    )
}
