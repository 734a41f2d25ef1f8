import PraxisCapability

extension [TableRule] {
    static let triage: Self = [
        TableRule("communityCare", .with(["care"]), .never(because: "it is what a community decided")),
        TableRule(
            "queueItem",
            .stays(because: "what is reported is confidential; a post that waits gets an item of its own"),
            .never(because: "a decision can be asked about")
        ),
        TableRule(
            "queueEvent",
            .stays(because: "it belongs to the queue"),
            .never(because: "a decision can be asked about")
        ),
        TableRule(
            "queueNote",
            .stays(because: "it belongs to the queue"),
            .never(because: "a decision can be asked about")
        ),
        TableRule(
            "report",
            .stays(because: "who reported whom is for those who decide here"),
            .never(
                because:
                    "a decision can be asked about; the text kept with it goes when detail is removed from the post"
            )
        ),
        TableRule(
            "dutyMail",
            .stays(because: "it says what was mailed"),
            .never(because: "it is one day for each member")
        ),
    ]
}
