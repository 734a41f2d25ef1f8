import Logging
import PraxisCommunity
import Synchronization
import Testing

@Suite("What is done after the answer")
struct BackgroundJobsTests {
    private struct Failure: Error {}

    @Test("is done all of it, whatever fails on the way, and waited for by anyone who asks")
    func allDone() async {
        let jobs = BackgroundJobs(Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        await jobs.finished()
        let done = Mutex(0)
        for number in 1...200 {
            jobs.add {
                await Task.yield()
                if number.isMultiple(of: 3) { throw Failure() }
                done.withLock { $0 += 1 }
            }
        }
        await jobs.finished()
        #expect(done.withLock { $0 } == 134)
    }
}
