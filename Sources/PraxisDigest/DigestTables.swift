import PraxisCapability

extension [TableRule] {
    static let digest: Self = [
        TableRule("mailSetting", .with(["mail-setting"]), .when("the member has the next wider scope decide again")),
        TableRule("communityMailRule", .with(["mail-rule"]), .never(because: "it is what a community decided")),
        TableRule("groupMailRule", .with(["mail-rule"]), .never(because: "it is what a group decided")),
        TableRule(
            "digestState",
            .stays(because: "it is kept by numbers of the journal, and is made with each account"),
            .never(because: "it says what a member has been mailed")
        ),
    ]
}
