import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// A list with a line in each state, the longest discussion with several faces, and one that is empty.
    static let threadList = StyleSample("threads", { $0.communities.discussions() }) { call, texts in
        let lines = ThreadListSample(now: call.now, texts: texts)
        let place = ThreadListScope(community: .init(rawValue: -1), communitySlug: StyleSample.slug)
        let list = ThreadList(
            page: lines.page,
            unread: lines.unread,
            facilitates: true,
            kinds: call.env.capabilities.threadKinds
        )
        let none = ThreadList(
            page: ThreadListSnapshot(pinned: [], threads: [], people: [:], next: nil),
            unread: [:],
            facilitates: false,
            kinds: list.kinds
        )
        return """
            \(ThreadListView(call: call, list: list, place: place, filter: .all).html)
            \(ThreadListView(call: call, list: none, place: place, filter: .unanswered).html)
            """
    }

    /// Every tag of threads.
    static let threadTags = StyleSample("tags", { $0.threads.search.status() }) { call, _ in
        let tags = ThreadTags(call: call), kinds = call.env.capabilities.threadKinds
        let states = [ThreadState.answered, .closed].compactMap { tags.state($0) }
        let all = [tags.readers(.confidential), tags.readers(.joined)] + states + kinds.all.map { tags.kind($0) }
        return "<p>\(all)</p>"
    }
}

/// The threads of that list.
private struct ThreadListSample {
    let now: Timestamp
    let texts: StyleSample.Texts

    var page: ThreadListSnapshot {
        ThreadListSnapshot(
            pinned: [thread(3, .discussion, isPinned: true)],
            threads: [
                thread(1, .question, posts: 12), thread(5, .story, posts: 2), thread(0, .question, .answered, posts: 7),
                thread(2, .discussion, posts: 31, readers: .confidential), thread(6, .question, readers: .joined),
                thread(4, .notice),
                thread(7, .discussion, .closed, posts: 4),
            ],
            people: [id(2): people(in: 2)],
            next: JournalNumber(rawValue: 1)
        )
    }

    /// The first two are new to the reader.
    var unread: [ThreadID: UnreadCount] {
        let counts = [
            UnreadCount(thread: id(1), count: 3, firstNumber: 10), .init(thread: id(5), count: 1, firstNumber: 2),
        ]
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.thread, $0) })
    }

    private func people(in index: Int) -> [ThreadPerson] {
        texts.names.enumerated().map { ThreadPerson(MemberID(rawValue: Int64($0)), $1, in: id(index)) }
    }

    private func id(_ index: Int) -> ThreadID { ThreadID(rawValue: -1 - Int64(index)) }

    private func thread(
        _ index: Int,
        _ kind: ThreadKind,
        _ state: ThreadState = .open,
        posts: Int = 1,
        isPinned: Bool = false,
        readers: GroupReaders = .all
    ) -> ListedThread {
        let author = index % texts.names.count
        return ListedThread(
            id: id(index),
            title: texts.titles[index],
            kind: kind,
            state: state,
            isPinned: isPinned,
            posts: posts,
            startedAt: now - .days(5),
            lastPostAt: now - .hours(Int64(index) * 23),
            lastAuthor: MemberID(rawValue: Int64(author)),
            lastAuthorName: texts.names[author],
            group: texts.group,
            readers: readers,
            language: .english,
            lastJournal: JournalNumber(rawValue: 1)
        )
    }
}
