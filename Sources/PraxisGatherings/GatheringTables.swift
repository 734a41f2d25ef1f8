import PraxisCapability

extension [TableRule] {
    static let gatherings: Self = [
        TableRule("gathering", .with(["gathering"]), .never(because: "its thread is there as long as the site"))
    ]
}
