import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// Reminders whose moment has come, of posts that the member may read now.
    static let reminders = HomeSlot(15) { reading, _ in
        let isAnyDue = try reading.first("SELECT 1 FROM bookmark b WHERE \(isDue(reading)) LIMIT 1" as SQL<Int>) != nil
        let count = try isAnyDue ? reading.first(readable(reading)) ?? 0 : 0
        return { call in count > 0 ? [(Paths.bookmarks, call.words.bookmarks.dueCount(count))] : [] }
    }

    /// Walks `bookmark_due`, then primary keys.
    private static func readable(_ reading: Reading) -> SQL<Int> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT count(*) FROM bookmark b CROSS JOIN post p JOIN thread t ON t.id = p.threadId JOIN place ON \(Visibility.readable)
        WHERE \(isDue(reading)) AND p.id = b.postId AND p.state = 'published'
        """
    }

    private static func isDue(_ reading: Reading) -> SQL<Void> {
        "b.memberId = \(reading.viewer.member) AND b.remindAt <= \(reading.now)"
    }
}
