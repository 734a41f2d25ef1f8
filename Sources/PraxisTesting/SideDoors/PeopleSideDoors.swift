import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb

extension SideDoorPart {
    /// Addresses, which no one is shown but those who decide on an account, and the devices of one's own sessions.
    static let people = SideDoorPart(
        "people",
        canaries: [
            Canary(word: "kestrelxq", allowed: []),
            Canary(word: "merlinxq", allowed: [.siteAdministrator]),
            Canary(word: "hobbyxq", allowed: [.insider]),
        ],
        doors: [
            SideDoor(.siteAdministrator, "/settings/accounts", shows: ["merlinxq"]),
            SideDoor(.insider, "/settings", shows: ["hobbyxq"]),
        ],
        wordless: [
            "emailProof": "the address of an account that is not there yet, as in emailCode",
            "memberSearch": "the names of accounts, folded",
            "profile": "what members say of their work and region to everyone who is shown the page of people",
        ],
        json: ["email": "\"x@example.org\"", "password": "\"not the right one\""],
        form: [
            ("email", "x@example.org"), ("name", "Somebody Else"), ("language", "en"), ("timeZone", "Europe/London"),
            ("theme", "dark"), ("textSize", "normal"), ("keys", "on"), ("hour", "7"), ("role", "member"),
            ("standing", "active"),
        ],
        values: { scene in
            let known = ["pending account"].compactMap { scene.names[$0] }
            return ["member": try [Principal.insider, .facilitator].map { try scene.member($0).description } + known]
        },
        write: { scene in
            guard let hers = EmailAddress("kestrelxq@example.org"), let his = EmailAddress("merlinxq@example.org")
            else { throw Denial.missing }
            let site = scene.site, insider = try scene.member(.insider)
            try await site.join(site.add(NewMember(email: hers, name: "Kim Quiet")), scene.guild)
            _ = try await Browser(site).post("/sign-in/code", [("email", hers.text)], from: "/sign-in")
            var waiting = NewMember(email: his, name: "Mo Waiting")
            waiting.standing = .pending
            scene.names["pending account"] = try await site.add(waiting).description
            _ = try await site.env.site.command { db in
                try db.startSession(for: insider, .browser, token: "a token of hers", device: "hobbyxq")
            }
        }
    )
}
