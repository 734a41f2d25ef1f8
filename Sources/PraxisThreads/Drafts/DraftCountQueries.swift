import PraxisCapability
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// What the member has begun.
    static let drafts = HomeSlot(20) { reader, db in
        let count = try db.first(
            """
            SELECT count(*) FROM draft WHERE memberId = \(reader.viewer.member) AND savedAt > \(reader.now - Limits.draftLifetime)
            """ as SQL<Int>
        )
        return { call in
            guard let count, count > 0 else { return [] }
            return [(Paths.drafts, call.words.threads.write.draft.unfinished(count))]
        }
    }
}
