import PraxisCapability
import PraxisDomain

/// Which of the threads with something new a digest lists, and in which order.
struct DigestSelection {
    /// Those that are listed.
    let threads: [DigestThread]
    private let all: [DigestThread]
    private let order: [CommunityID]

    /// Takes from each community in turn, so that a busy one leaves room for the others; whatever is to the member comes first.
    ///
    /// Communities are in the order of the home page: by mentions of the member, then newest.
    init(_ all: [DigestThread]) {
        self.all = all
        let named = all.filter { $0.place.isNamed }
        let byCommunity = Dictionary(grouping: all, by: \.place.community)
        order = byCommunity.sorted { Self.rank($0.value) > Self.rank($1.value) }.map(\.key)
        var waiting = order.map { community in
            named.filter { $0.place.community == community && $0.toMe == 0 }.sorted(by: Self.precedes)[...]
        }
        var taken = Array(named.filter { $0.toMe > 0 }.prefix(DigestContent.threads))
        while taken.count < DigestContent.threads, waiting.contains(where: { !$0.isEmpty }) {
            for index in waiting.indices where taken.count < DigestContent.threads {
                if let next = waiting[index].popFirst() { taken.append(next) }
            }
        }
        threads = taken
    }

    /// Followed threads first, then new ones, then the latest activity; those that are reported last.
    private static func precedes(_ one: DigestThread, _ other: DigestThread) -> Bool {
        if one.isReported != other.isReported { return other.isReported }
        if one.isFollowed != other.isFollowed { return one.isFollowed }
        if one.isNew != other.isNew { return one.isNew }
        return one.latest > other.latest
    }

    private static func rank(_ threads: [DigestThread]) -> (Int, JournalNumber) {
        let leading = threads.filter { !$0.isReported }
        let mentions = leading.reduce(0) { $0 + ($1.place.isNamed ? $1.mentions : 0) }
        return (mentions, leading.map(\.latest).max() ?? JournalNumber(rawValue: 0))
    }

    /// What a digest says of these threads.
    func content(
        _ posts: [ThreadID: [DigestPost]],
        questions: [DigestThread]
    ) -> DigestContent {
        let items = threads.map { DigestContent.Item(thread: $0, posts: posts[$0.id] ?? []) }
        let known = Set(threads.map(\.id))
        let open = questions.filter { !known.contains($0.id) }.prefix(DigestContent.questions)
        var content = DigestContent()
        content.toMe = items.filter { $0.thread.toMe > 0 }
        content.posts = all.reduce(0) { $0 + $1.count }
        content.discussions = all.count
        content.communities = order.compactMap { community in
            part(community, items.filter { $0.thread.toMe == 0 && $0.thread.place.community == community }, Array(open))
        }
        return content
    }

    private func part(
        _ community: CommunityID,
        _ items: [DigestContent.Item],
        _ questions: [DigestThread]
    ) -> DigestContent.Part? {
        let own = all.filter { $0.place.community == community }
        guard let first = own.first else { return nil }
        var part = DigestContent.Part(place: first.place)
        part.followed = items.filter { $0.thread.isFollowed && !$0.thread.isReported }
        part.groups = Self.byGroup(items.filter { !$0.thread.isFollowed || $0.thread.isReported })
        part.unnamed = Self.unnamed(own.filter { !$0.place.isNamed })
        part.questions = questions.filter { $0.place.community == community }
        let listed = Set(threads.map(\.id))
        part.moreThreads = own.count { $0.place.isNamed && !listed.contains($0.id) }
        part.posts = own.reduce(0) { $0 + $1.count }
        return part
    }

    private static func byGroup(
        _ items: [DigestContent.Item]
    ) -> [(place: PlaceInMail, items: [DigestContent.Item])] {
        var groups: [(place: PlaceInMail, items: [DigestContent.Item])] = []
        for item in items {
            if let index = groups.firstIndex(where: { $0.place.group == item.thread.place.group }) {
                groups[index].items.append(item)
            } else {
                groups.append((item.thread.place, [item]))
            }
        }
        return groups
    }

    private static func unnamed(_ threads: [DigestThread]) -> [(name: String, posts: Int)] {
        Dictionary(grouping: threads, by: \.place.groupName)
            .map { (name: $0.key, posts: $0.value.reduce(0) { $0 + $1.count }) }
            .sorted { $0.name < $1.name }
    }
}
