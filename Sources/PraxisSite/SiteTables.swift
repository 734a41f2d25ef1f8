import PraxisCapability

extension [TableRule] {
    static let site: Self = ["siteProfile", "siteText"].map {
        TableRule(
            $0,
            .stays(because: "each site says for itself who runs it"),
            .never(because: "its administrators replace it")
        )
    }
}
