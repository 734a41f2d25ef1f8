package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// What one digest says of discussions, after access and every rule on what may leave by mail.
package struct DigestContent: Sendable {
    /// Threads in which a post mentions the member or answers them, over all communities.
    package var toMe: [Item] = []
    package var communities: [Part] = []
    /// New posts, also those of threads that are not listed.
    package var posts = 0
    /// Discussions with something new, also those that are not listed.
    var discussions = 0

    /// Maximum threads of a digest.
    static let threads = 20
    /// Maximum unanswered questions.
    static let questions = 5

    /// A thread as it is listed.
    package struct Item: Sendable {
        package let thread: DigestThread
        package let posts: [DigestPost]
    }

    /// What is new in one community.
    package struct Part: Sendable {
        package let place: PlaceInMail
        package var followed: [Item] = []
        /// By group, in the order of their latest activity.
        package var groups: [(place: PlaceInMail, items: [Item])] = []
        /// New posts of groups of which a mail says no more, under the names that it may use; empty for the general one.
        package var unnamed: [(name: String, posts: Int)] = []
        package var questions: [DigestThread] = []
        /// Threads with something new that are not listed.
        package var moreThreads = 0
        /// New posts.
        package var posts = 0

        /// Whether anything listed is of another group than the commons, so that each item says which it is of.
        var isOfGroups: Bool {
            let listed = followed.map(\.thread) + groups.flatMap(\.items).map(\.thread) + questions
            return listed.contains { !$0.place.isCommons }
        }

        /// Whether there is nothing to say of it that is not said elsewhere.
        var isSilent: Bool {
            followed.isEmpty && groups.isEmpty && unnamed.isEmpty && questions.isEmpty && moreThreads == 0
        }
    }

    package var isEmpty: Bool { posts == 0 }

    /// What its reader may still read of the range; nil if nothing is left.
    package static func load(_ scope: DigestScope) throws -> DigestContent? {
        let (reading, range) = (scope.reading, scope.range)
        guard let member = reading.viewer.member else { return nil }
        let threads = try reading.all(DigestThread.all(scope))
        if threads.isEmpty { return nil }
        let listed = DigestSelection(threads)
        let quotable = listed.threads.filter { $0.place.detail == .full }.map(\.id)
        let posts =
            quotable.isEmpty
            ? [] : try reading.all(DigestPost.quoted(of: quotable, reading.viewer, member, range, at: reading.now))
        let isAsked = range.clockSince > .distantPast
        let questions = isAsked ? try reading.all(DigestThread.questions(scope)) : []
        return listed.content(
            Dictionary(grouping: posts, by: \.thread),
            questions: questions.filter { $0.place.isNamed }
        )
    }
}
