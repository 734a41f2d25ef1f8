import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

private struct Text: Snapshot, Equatable {
    let text: String
    var cost: Int { text.utf8.count }
}

@Suite("A kept page")
struct SnapshotsTests {
    private let thread = Snapshots.Topic.thread(ThreadID(rawValue: 1))

    private static let kinds = EventKinds([EventKind("posted", stales: EventKind.place)])

    private func posted(_ number: Int64, thread: Int64) -> JournalEntry {
        JournalEntry(
            number: JournalNumber(rawValue: number),
            at: .distantPast,
            event: "posted",
            community: CommunityID(rawValue: 1),
            group: GroupID(rawValue: 1),
            thread: ThreadID(rawValue: thread),
            subject: PostID(rawValue: 1).subject,
            actor: nil
        )
    }

    @Test("is given again until something touches it")
    func untilTouched() {
        let snapshots = Snapshots(Self.kinds)
        snapshots.expect(thread)
        snapshots.keep(Text(text: "old"), thread, "page 1", readAt: JournalNumber(rawValue: 5))
        snapshots.didCommit([posted(6, thread: 2)])
        #expect(snapshots.kept(thread, "page 1", as: Text.self) == Text(text: "old"))
        snapshots.didCommit([posted(7, thread: 1)])
        #expect(snapshots.kept(thread, "page 1", as: Text.self) == nil)
    }

    @Test("that was read before a commit never replaces what came after it")
    func olderNeverWins() {
        let snapshots = Snapshots(Self.kinds)
        snapshots.expect(thread)
        snapshots.didCommit([posted(7, thread: 1)])
        snapshots.keep(Text(text: "old"), thread, "page 1", readAt: JournalNumber(rawValue: 6))
        #expect(snapshots.kept(thread, "page 1", as: Text.self) == nil)
        snapshots.keep(Text(text: "new"), thread, "page 1", readAt: JournalNumber(rawValue: 7))
        #expect(snapshots.kept(thread, "page 1", as: Text.self) == Text(text: "new"))
    }

    @Test("is not kept where it was read before a commit, even if nobody waited for it then")
    func openedLate() {
        let snapshots = Snapshots(Self.kinds)
        snapshots.didCommit([posted(7, thread: 1)])
        snapshots.expect(thread)
        snapshots.keep(Text(text: "old"), thread, "page 1", readAt: JournalNumber(rawValue: 6))
        #expect(snapshots.kept(thread, "page 1", as: Text.self) == nil)
        snapshots.keep(Text(text: "new"), thread, "page 1", readAt: JournalNumber(rawValue: 7))
        #expect(snapshots.kept(thread, "page 1", as: Text.self) == Text(text: "new"))
    }

    @Test("gives way to newer ones beyond the budget of bytes")
    func budget() {
        let snapshots = Snapshots(Self.kinds, budget: 1_000)
        for number in 1...20 {
            let topic = Snapshots.Topic.thread(ThreadID(rawValue: Int64(number)))
            snapshots.expect(topic)
            snapshots.keep(
                Text(text: String(repeating: "x", count: 100)),
                topic,
                "page 1",
                readAt: JournalNumber(rawValue: 1)
            )
        }
        let kept = (1...20).filter {
            snapshots.kept(.thread(ThreadID(rawValue: Int64($0))), "page 1", as: Text.self) != nil
        }
        #expect(kept == Array(11...20))
    }
}
