import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// What the member has begun.
    static let drafts = HomeSlot(20) { reading, _ in
        let count = try reading.first(
            """
            SELECT count(*) FROM draft WHERE memberId = \(reading.viewer.member) AND savedAt > \(reading.now - Limits.draftLifetime)
            """ as SQL<Int>
        )
        return { call in
            guard let count, count > 0 else { return [] }
            return [(Paths.drafts, call.words.threads.write.draft.unfinished(count))]
        }
    }
}
