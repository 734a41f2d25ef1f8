import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension [TableRule] {
    static let people: Self = [
        TableRule(
            "member",
            .with(["member"]),
            .never(because: "what they wrote names them; accounts cannot be erased yet")
        ),
        TableRule(
            "profile",
            .with(["member"]),
            .never(because: "it belongs to an account, and accounts cannot be erased yet")
        ),
        TableRule("session", .stays(because: "everyone signs in anew"), .by([Purge.sessions.name])),
        TableRule(
            "emailCode",
            .stays(because: "a code is good for ten minutes"),
            .when("the next code for its address, or for any once it is over")
        ),
        TableRule(
            "emailProof",
            .stays(because: "it is good for a day"),
            .when("it is used, or another address is proven after a day")
        ),
        TableRule(
            "memberSearch",
            .stays(because: "it is made from the accounts"),
            .when("the account is renamed")
        ),
    ]
}

extension Purge {
    static let sessions = Purge(
        "sessions that are over",
        .hourly { db in
            try db.run(
                """
                DELETE FROM session
                WHERE createdAt < \(db.now - Limits.sessionAbsolute) OR seenAt < \(db.now - Limits.sessionIdle)
                """
            )
        }
    )
}
