import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// The history of a post, for those who read it.
    package static let revisionRoutes: [Route] = [.page(Paths.history) { try await $0.showHistory() }]
}

extension Call {
    fileprivate func showHistory() async throws -> Response {
        let post: PostID = try id("post"), before = try query.int("before")
        let history = try await history(of: post, before: before)
        guard let from = try query.int("from"), let to = try query.int("to") else {
            return HistoryPageView(call: self, history: history).response()
        }
        // Versions further back than a page are looked up each for itself.
        let old = try await version(min(from, to), of: post), new = try await version(max(from, to), of: post)
        return ComparisonPageView(call: self, history: history, old: old, new: new).response()
    }

    private func version(_ number: Int, of post: PostID) async throws -> Revision {
        let (before, overflows) = number.addingReportingOverflow(1)
        let found = try await history(of: post, before: overflows ? number : before, limit: 1).revisions.first
        guard let found, found.number == number else { throw Denial.missing }
        return found
    }

    func history(of post: PostID, before: Int?, limit: Int = PostHistory.perPage) async throws -> PostHistory {
        try await read { reading in
            try PostHistory.load(post, before: before, limit: limit, reading)
        }
    }
}
