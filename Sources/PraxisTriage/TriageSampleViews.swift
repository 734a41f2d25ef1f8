import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// The tabs of a queue, and its lines: urgent, waiting, the reader's own, someone else's, decided.
    static let queue = StyleSample("queue", { $0.triage.queue.link() }) { call, texts in
        let reader = call.viewer.member ?? MemberID(rawValue: 0)
        let until = call.now + .hours(1)
        let lines = [
            QueueLine.sample(0, .report, .identifiesClient, call, texts),
            QueueLine.sample(1, .held, nil, call, texts),
            QueueLine.sample(2, .report, .spam, call, texts, claim: .init(member: reader, name: "", until: until)),
            QueueLine.sample(
                3,
                .report,
                .disrespect,
                call,
                texts,
                claim: .init(member: .init(rawValue: -2), name: texts.names[1], until: until)
            ),
            QueueLine.sample(
                4,
                .held,
                nil,
                call,
                texts,
                decision: .init(action: .approve, by: (.init(rawValue: -3), texts.names[2]), at: call.now - .hours(2))
            ),
        ]
        let page = QueuePage(lines: lines, next: nil)
        let list = QueueList(scope: .sample(call, texts), page: page, kind: nil, state: .open, count: nil, shown: nil)
        let view = QueuePageView(call: call, list: list)
        return "\(view.tabs)<div class=\"card\"><ul class=\"threads matters\">\(each: lines, view.line)</ul></div>"
    }
}

extension QueueScope {
    static func sample(_ call: Call, _ texts: StyleSample.Texts) -> QueueScope {
        QueueScope(
            community: .init(id: .init(rawValue: -1), slug: StyleSample.slug, name: texts.community),
            viewer: call.viewer.member ?? MemberID(rawValue: 0),
            posts: [.init(rawValue: -1)],
            requests: [],
            decidesOnCommunity: true,
            isContact: false
        )
    }
}

extension QueueLine {
    static func sample(
        _ index: Int,
        _ kind: QueueItemKind,
        _ reason: ReportReason?,
        _ call: Call,
        _ texts: StyleSample.Texts,
        claim: Claims.Claim? = nil,
        decision: Outcome? = nil
    ) -> QueueLine {
        QueueLine(
            id: QueueItemID(rawValue: -1 - Int64(index)),
            kind: kind,
            subject: nil,
            state: decision == nil ? .open : .decided,
            version: 1,
            createdAt: call.now - .hours(Int64(index) * 5 + 1),
            reason: reason,
            level: .place,
            rank: reason == .identifiesClient ? 0 : 1,
            group: .init(id: .init(rawValue: -1), slug: StyleSample.slug, name: texts.group, isConfidential: false),
            thread: (.init(rawValue: -1), texts.titles[index]),
            post: .init(rawValue: -1 - Int64(index)),
            member: (.init(rawValue: -1 - Int64(index)), texts.names[index]),
            claim: claim,
            decision: decision
        )
    }
}
