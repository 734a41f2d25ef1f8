import PraxisCapability

extension [TableRule] {
    static let setup: Self = [
        TableRule(
            "setup",
            .stays(because: "another site is set up by the people who start it"),
            .when("a site administrator finishes setup, or the next start without accounts")
        ),
        TableRule(
            "firstStepsClosed",
            .stays(because: "it is about the first days of a community on this site"),
            .never(because: "a closed list stays closed")
        ),
    ]
}
