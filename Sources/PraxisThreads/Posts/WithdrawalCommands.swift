import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Notes from when on a withdrawal can be undone; without a time what is kept for the post goes with the next look.
    func noteWithdrawal(of post: PostID, undoableFrom at: Timestamp?) throws {
        try run("INSERT INTO withdrawal (postId, at) VALUES (\(post), \(at ?? .distantPast))")
    }

    func forgetWithdrawal(of post: PostID) throws { try run("DELETE FROM withdrawal WHERE postId = \(post)") }
}

extension Site {
    /// Ends the time in which withdrawals can be undone, as far as it has passed: what is kept for their posts goes.
    fileprivate func endWithdrawals(_ purges: [Purge]) async throws {
        try await command { db in
            let over = try db.all(
                "SELECT postId FROM withdrawal WHERE at < \(db.now - Limits.undo) ORDER BY postId LIMIT 500"
                    as SQL<PostID>
            )
            for post in over {
                try db.forgetWithdrawal(of: post)
                try purges.withdrawn(post, db)
            }
        }
    }
}

extension Tick {
    static let withdrawals = Tick("withdrawals") { env in
        let latest = env.clock() - Limits.undo
        let isAnyOver = try await env.store.read { db in
            try db.first("SELECT 1 FROM withdrawal WHERE at < \(latest) LIMIT 1" as SQL<Int>) != nil
        }
        if isAnyOver { try await env.site.endWithdrawals(env.capabilities.purges) }
    }
}
