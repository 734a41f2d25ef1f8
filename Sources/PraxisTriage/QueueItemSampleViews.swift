import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// An open report as it stands beside the list, with its verbs.
    static let queueItem = StyleSample("queue-item", { $0.triage.item.decide() }) { call, texts in
        let preview = QueuePreviewView(call: call, item: .sample(call, texts))
        return "<div class=\"card\">\(preview.html)</div>"
    }
}

extension QueueItemView {
    fileprivate static func sample(_ call: Call, _ texts: StyleSample.Texts) -> QueueItemView {
        QueueItemView(
            line: .sample(5, .report, .spam, call, texts),
            scope: .sample(call, texts),
            isForContactOnly: false,
            isShut: false,
            readsThread: true,
            post: ItemPost(call, texts),
            context: [],
            reports: [ItemReport(call, texts)],
            why: { $0.reported },
            history: AuthorHistory(call),
            notes: [],
            steps: [],
            waiting: 0,
            hasContact: false,
            standing: nil,
            person: nil
        )
    }
}

extension ItemPost {
    fileprivate init(_ call: Call, _ texts: StyleSample.Texts) {
        id = PostID(rawValue: -61)
        thread = ThreadID(rawValue: -1)
        (number, revision) = (4, 1)
        state = .published
        createdAt = call.now - .hours(30)
        author = (MemberID(rawValue: -6), texts.names[5])
        (title, html) = (texts.titles[5], "<p>\(texts.posts[3])</p>")
    }
}

extension ItemReport {
    fileprivate init(_ call: Call, _ texts: StyleSample.Texts) {
        (reporter, reason) = (texts.names[1], .spam)
        note = texts.posts[1]
        at = call.now - .hours(26)
        (revision, body) = (1, texts.posts[3])
        isSealed = false
    }
}

extension AuthorHistory {
    fileprivate init(_ call: Call) {
        joinedAt = call.now - .days(90)
        (posts, threads) = (12, 3)
        (removed, kept) = (1, 0)
        hasMore = false
    }
}
