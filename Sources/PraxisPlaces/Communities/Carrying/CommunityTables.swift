import PraxisCapability

extension [TableRule] {
    static let communities: Self = [
        TableRule("community", .with(["community"]), .never(because: "a community cannot be removed yet")),
        TableRule("agreement", .with(["agreement"]), .never(because: "memberships say which version was accepted")),
        TableRule("membership", .with(["membership"]), .never(because: "one that has ended keeps a suspension")),
        TableRule(
            "invitation",
            .stays(because: "its link holds a secret that only its hash is known of"),
            .never(because: "it says who let people in")
        ),
        TableRule(
            "request",
            .stays(because: "it waits for people who decide here; those who asked ask again"),
            .never(because: "it says who decided")
        ),
        TableRule(
            "signedUp",
            .stays(because: "who is brought by an administrator is no newcomer"),
            .never(because: "it says how an account came to be")
        ),
        TableRule(
            "newcomer",
            .stays(because: "who is brought by an administrator is no newcomer"),
            .when("an administrator or a community manager vouches for them")
        ),
    ]
}
