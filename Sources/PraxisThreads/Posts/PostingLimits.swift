package import PraxisDomain
package import PraxisStore

/// F42: how often one member may post, counted from the posts themselves inside the transaction.
///
/// Walks `post_by_author` and `thread_by_author`.
package enum PostingLimits {
    package static func checkReply(by author: MemberID, _ db: WriteDB) throws {
        try checkPause(by: author, db)
        if try isFirstDay(of: author, db) {
            try check(.repliesOnFirstDay, try replyTimes(author, .repliesOnFirstDay, db), db)
        }
    }

    static func checkThread(by author: MemberID, _ db: WriteDB) throws {
        try checkPause(by: author, db)
        let rate = try isFirstDay(of: author, db) ? Rate.threadsOnFirstDay : Rate.threadsPerDay
        let times = try db.all(
            """
            SELECT createdAt FROM thread WHERE authorId = \(author) AND createdAt > \(db.now - rate.span) ORDER BY createdAt
            """ as SQL<Timestamp>
        )
        try check(rate, times, db)
    }

    private static func checkPause(by author: MemberID, _ db: WriteDB) throws {
        try check(.post, try postTimes(author, .post, db), db)
    }

    private static func postTimes(_ author: MemberID, _ rate: Rate, _ db: WriteDB) throws -> [Timestamp] {
        try db.all(
            "SELECT createdAt FROM post WHERE authorId = \(author) AND createdAt > \(db.now - rate.span) ORDER BY createdAt"
                as SQL<Timestamp>
        )
    }

    /// Without the posts that begin threads, which have a limit of their own.
    private static func replyTimes(_ author: MemberID, _ rate: Rate, _ db: WriteDB) throws -> [Timestamp] {
        try db.all(
            """
            SELECT createdAt FROM post WHERE authorId = \(author) AND createdAt > \(db.now - rate.span) AND number > 1
            ORDER BY createdAt
            """ as SQL<Timestamp>
        )
    }

    private static func isFirstDay(of author: MemberID, _ db: WriteDB) throws -> Bool {
        try db.first("SELECT joinedAt > \(db.now - .days(1)) FROM member WHERE id = \(author)" as SQL<Bool>) ?? true
    }

    /// - Throws: `Denial.tooMany` with the time until the oldest of the last `rate.count` leaves the span.
    private static func check(_ rate: Rate, _ times: [Timestamp], _ db: WriteDB) throws {
        guard times.count >= rate.count else { return }
        throw Denial.tooMany(retryAfter: (times[times.count - rate.count] + rate.span).since(db.now))
    }
}
