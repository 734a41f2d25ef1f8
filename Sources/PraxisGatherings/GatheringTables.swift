import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension [TableRule] {
    static let gatherings: Self = [
        TableRule("gathering", .with(["gathering"]), .never(because: "its thread is there as long as the site")),
        TableRule("gatheringAnswer", .with(["answer"]), .by([Purge.accessNeeds.name])),
    ]
}

extension Purge {
    /// Walks `gatheringAnswer_with_needs`.
    static let accessNeeds = Purge(
        "what people needed for dates that are long over",
        .hourly { db in
            try db.run(
                """
                UPDATE gatheringAnswer SET needs = '' WHERE needs <> ''
                    AND threadId IN (SELECT e.threadId FROM gathering e WHERE e.endAt <= \(db.now - Limits.accessNeedsKept))
                """
            )
        }
    )
}
