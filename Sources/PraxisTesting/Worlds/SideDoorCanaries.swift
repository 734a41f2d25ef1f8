extension SideDoorWorld {
    /// Words that stand in one place each, and who may meet them.
    package static let canaries: [Canary] = {
        let joined: Set<Principal> = [.insider, .facilitator]
        let places: [(String, Set<Principal>)] = [
            ("plover", Principal.inside), ("dunlin", []), ("turnstone", joined), ("whimbrel", []), ("godwit", []),
        ]
        let words = places.flatMap { word, allowed in
            ["title", "body", "reply"].map { Canary(word: word + $0, allowed: allowed) }
        }
        // Names and slugs: a listed door is seen by members, a hidden one only by those who have joined it.
        return words + [
            Canary(word: "Circlexq", allowed: Principal.members), Canary(word: "Loungexq", allowed: Principal.members),
            Canary(word: "Atticxq", allowed: []), Canary(word: "Zephyrhall", allowed: []),
            Canary(word: "Vaultxq", allowed: []),
            // Held for a moderator; removed from the circle, which only its facilitators triage.
            Canary(word: "pratincolebody", allowed: [.moderator]),
            Canary(word: "pratincolestart", allowed: [.moderator]),
            Canary(word: "pratincoletitle", allowed: [.moderator]), Canary(word: "smewbody", allowed: [.facilitator]),
            Canary(word: "scaupnote", allowed: [.facilitator]), Canary(word: "wigeonnote", allowed: [.facilitator]),
            Canary(word: "gadwallreason", allowed: [.facilitator]),
            // Of a request to join: for those who decide on it.
            Canary(word: "whinchatnote", allowed: [.manager]),
            // Who reacted is shown to no visitor, and of the circle to nobody who is not in it.
            Canary(word: "Jacanaxq", allowed: Set(Principal.allCases).subtracting([.visitor])),
            Canary(word: "Avocetxq", allowed: joined),
        ]
    }()
}
