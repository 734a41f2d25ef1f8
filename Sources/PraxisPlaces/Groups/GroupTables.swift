import PraxisCapability

extension [TableRule] {
    static let groups: Self = [
        TableRule("group", .with(["group"]), .never(because: "a group cannot be removed yet")),
        TableRule("groupMembership", .with(["membership"]), .never(because: "one that has ended keeps a suspension")),
        TableRule("groupSearch", .stays(because: "it is made from the groups"), .when("the group is renamed")),
    ]
}
