package import Logging
import Synchronization

/// Work done after the response, so that neither whether it is done nor how long it takes shows in the response time.
///
/// Mailing a known address and doing nothing for an unknown one look alike only if the request does neither itself. The work runs in
/// unstructured tasks: started when there is work, at most `atOnce` of them, ended when that is done. The server waits for them before
/// it ends (`BackgroundJobService`); a crash loses waiting work, and a member waiting for a code asks for another.
package final class BackgroundJobs: Sendable {
    package typealias Job = @Sendable () async throws -> Void

    private struct State {
        var waiting: [Job] = []
        var running = 0
        var listeners: [CheckedContinuation<Void, Never>] = []
    }

    private static let atOnce = 4
    /// With more than this, a mail system that hangs would fill the memory.
    private static let mostWaiting = 1_000

    private let log: Logger
    private let state = Mutex(State())

    package init(_ log: Logger) { self.log = log }

    /// Schedules `job`; an error it throws is logged.
    package func add(_ job: @escaping Job) {
        let (isTaken, starts) = state.withLock { state in
            guard state.waiting.count < Self.mostWaiting else { return (false, false) }
            state.waiting.append(job)
            guard state.running < Self.atOnce else { return (true, false) }
            state.running += 1
            return (true, true)
        }
        if !isTaken { log.error("a job was dropped: too many wait") }
        if starts { Task { await self.work() } }
    }

    /// Returns when nothing waits and nothing runs: the server awaits it before the process ends.
    package func finished() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.running == 0 { return true }
                state.listeners.append(continuation)
                return false
            }
            if isIdle { continuation.resume() }
        }
    }

    private func work() async {
        while let job = next() {
            do { try await job() } catch { log.error("a job failed", metadata: ["error": "\(error)"]) }
        }
    }

    /// The next job; returns nil if nothing waits: then this worker has ended, and the last worker resumes the callers of `finished`.
    private func next() -> Job? {
        let (job, listeners) = state.withLock { state -> (Job?, [CheckedContinuation<Void, Never>]) in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), []) }
            state.running -= 1
            guard state.running == 0 else { return (nil, []) }
            defer { state.listeners = [] }
            return (nil, state.listeners)
        }
        for listener in listeners { listener.resume() }
        return job
    }
}
