import PraxisCapability

extension [TableRule] {
    static let search: Self = [
        TableRule(
            "postSearch",
            .stays(because: "it is made from the posts"),
            .when("its post is not published any more")
        ),
        TableRule(
            "searchRow",
            .stays(because: "it is made from the posts"),
            .when("its post is not published any more")
        ),
    ]
}
