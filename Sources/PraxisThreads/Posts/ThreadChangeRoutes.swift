import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// Closing, pinning and retitling a thread.
    package static let threadChangeRoutes: [Route] = [
        .form(Paths.close) { try await $0.change("closed") { $0.state = .closed } },
        .form(Paths.reopen) { try await $0.change("reopened") { $0.state = .open } },
        .form(Paths.pin) { try await $0.change("pinned") { $0.isPinned = true } },
        .form(Paths.unpin) { try await $0.change("unpinned") { $0.isPinned = false } },
        .memberPage(Paths.retitle) { try await $0.showRetitle() },
        .form(Paths.retitle) { try await $0.retitle() },
    ]
}

/// A thread whose title is about to be changed.
struct RetitledThread: Sendable {
    let title: String
    let version: Int
    let setting: WritingSetting

    static func load(_ id: ThreadID, _ reading: Reading) throws -> RetitledThread {
        let facts = try Access.thread(id, reading)
        if let denial = Policy.refusal(Retitle.self, facts) { throw denial }
        let setting = try WritingSetting.load(facts, reading.db)
        return RetitledThread(title: setting.thread?.title ?? "", version: facts.thread?.version ?? 0, setting: setting)
    }
}

extension Call {
    fileprivate func change(_ done: String, _ set: (inout ThreadChange) -> Void) async throws -> Response {
        let thread: ThreadID = try id("thread")
        var change = ThreadChange()
        change.version = try form().int("version")
        set(&change)
        try await community(of: thread).change(thread, change, as: viewer)
        return .seeOther(Paths.thread(thread) + "?done=" + done)
    }

    fileprivate func showRetitle() async throws -> Response {
        let old = try await retitledThread(try id("thread"))
        return RetitlePageView(call: self, id: try id("thread"), thread: old, typed: old.title).response()
    }

    fileprivate func retitle() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form()
        do {
            var change = ThreadChange()
            change.title = try Title(form.text("title"))
            change.version = try form.int("version") ?? 0
            try await community(of: thread).change(thread, change, as: viewer)
            return .seeOther(Paths.thread(thread) + "?done=retitled")
        } catch let denial as Denial where denial.leavesComposer {
            let old = try await retitledThread(thread)
            return RetitlePageView(call: self, id: thread, thread: old, typed: form.text("title"), denial: denial)
                .response(after: denial)
        }
    }

    private func retitledThread(_ thread: ThreadID) async throws -> RetitledThread {
        try await read { reading in try RetitledThread.load(thread, reading) }
    }
}
