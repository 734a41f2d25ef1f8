import Logging
import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Outbox {
    /// Hands mails over until it is told to stop: woken by every commit that queues some, and when the next one is due.
    ///
    /// Returns when what was in hand has ended.
    /// - Parameter pause: returns after so long, or throws when its task is cancelled.
    package func run(pause: @escaping @Sendable (Span) async throws -> Void) async {
        let signal = env.mailSignal
        signal.notify()
        await withDiscardingTaskGroup { group in
            var alarm: Task<Void, Never>?
            var tidyAt = Timestamp.distantPast
            for await _ in signal.notifications {
                alarm?.cancel()
                if tidyAt <= env.clock() {
                    await tidy()
                    tidyAt = env.clock() + .days(1)
                }
                let (due, wait) = await look()
                for _ in 0..<due where programs.tryTake() { group.addTask { await self.workInSlot() } }
                alarm = Task {
                    do {
                        try await pause(wait)
                        signal.notify()
                    } catch {}  // Cancelled: the alarm has been set again.
                }
            }
            alarm?.cancel()
        }
    }

    /// Hands over what is due, and has the service look again if there was anything.
    private func workInSlot() async {
        let count = await work()
        programs.give()
        if count > 0 { env.mailSignal.notify() }
    }

    /// How many workers are needed now, and how long to wait after them.
    private func look() async -> (due: Int, wait: Span) {
        let now = env.clock(), atOnce = atOnce
        do {
            let mail = try await env.store.read { db in try DueMail.load(atMost: atOnce, db, at: now) }
            let wait = mail.next.map { $0.since(now) } ?? OutboxPlan.longestPause
            return (mail.due, min(max(wait, .seconds(0)), OutboxPlan.longestPause))
        } catch {
            env.log.error("the outbox cannot be read", metadata: ["error": "\(error)"])
            return (0, OutboxPlan.longestPause)
        }
    }

    private func tidy() async {
        do { try await env.site.tidyOutbox() } catch {
            env.log.error("the outbox cannot be tidied", metadata: ["error": "\(error)"])
        }
    }
}
