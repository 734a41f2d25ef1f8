import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// Reminders whose moment has come, of posts that the member may read now.
    static let reminders = HomeSlot(15) { reader, db in
        let isAnyDue = try db.first("SELECT 1 FROM bookmark b WHERE \(isDue(reader)) LIMIT 1" as SQL<Int>) != nil
        let count = try isAnyDue ? db.first(readable(reader)) ?? 0 : 0
        return { call in count > 0 ? [(Paths.bookmarks, call.words.bookmarks.dueCount(count))] : [] }
    }

    /// Walks `bookmark_due`, then primary keys.
    private static func readable(_ reader: Reader) -> SQL<Int> {
        """
        WITH \(Visibility.places(reader.viewer, at: reader.now))
        SELECT count(*) FROM bookmark b CROSS JOIN post p JOIN thread t ON t.id = p.threadId JOIN place ON \(Visibility.readable)
        WHERE \(isDue(reader)) AND p.id = b.postId AND p.state = 'published'
        """
    }

    private static func isDue(_ reader: Reader) -> SQL<Void> {
        "b.memberId = \(reader.viewer.member) AND b.remindAt <= \(reader.now)"
    }
}
