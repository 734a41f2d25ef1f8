import HTML
import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
package import PraxisWeb

extension Route {
    /// The queue of a community, item by item.
    package static let queueRoutes: [Route] = [
        .memberPage(Paths.queues) { call in
            QueuesPageView(call: call, duties: try await QueueDuty.all(of: call.viewer, call.env, call.now)).response()
        },
        .memberPage(Paths.queue) { try await $0.queue() },
        .memberPage(Paths.queueItem) { try await $0.queueItem() },
        .form(Paths.nextItem) { try await $0.nextItem() },
        .form(Paths.resolveItem) { try await $0.resolveItem() },
        .form(Paths.undoItem) { call in
            try await call.act("undone") { try await $0.undo($1, as: call.viewer) }
        },
        .form(Paths.claimItem) { try await $0.openItem() },
        .form(Paths.noteItem) { try await $0.noteItem() },
        .form(Paths.passOnItem) { try await $0.passOnItem() },
        .form(Paths.skipItem) { try await $0.skipItem() },
    ]
}

extension Call {
    fileprivate func queue() async throws -> Response {
        let slug = try parameter("community"), viewer = viewer, now = now
        let kind = env.capabilities.queueKinds.kind(query["kind"])
        let state = query["state"].flatMap(QueueItemState.init) ?? .open
        let after = try query["before"].map { text throws(Denial) in
            guard let cursor = QueueCursor(text) else { throw .missing }
            return cursor
        }
        let chosen: QueueItemID? = try query["show"].map { text throws(Denial) in
            guard let item = QueueItemID(text) else { throw .missing }
            return item
        }
        // Before anything is read, so that the page shows everything up to here.
        let live = env.live.latest
        let kinds = env.capabilities.queueKinds, said = saidDecision
        var list = try await read { reading in
            let scope = try QueueScope.load(slug, reading)
            var query = QueueQuery(scope: scope, now: reading.now)
            query.kind = kind
            query.state = state
            query.after = after
            let page = try query.page(reading.db), item = chosen ?? page.lines.first?.id
            let shown = try item.map { try QueueItemView.load($0, kinds, in: slug, beside: scope, reading) }
            var list = QueueList(scope: scope, page: page, kind: kind, state: state, shown: shown)
            list.decided = try said?.undoable(kinds, in: scope, reading)
            return list
        }
        let duty = try await QueueDuty.all(of: viewer, env, now).first { $0.slug == list.scope.community.slug }
        list.liveMark = liveMark(live, list.scope.community.id)
        list.count = duty.map { QueueCount(count: $0.count, oldest: $0.oldest) }
        return QueuePageView(call: self, list: list).response()
    }

    private var saidDecision: SaidDecision? {
        guard let item = query["item"].flatMap({ QueueItemID($0) }), let end = query["done"] else { return nil }
        return SaidDecision(item: item, end: end)
    }

    private var decision: TypedDecision {
        let form = try? form()
        return TypedDecision(
            stock: form?.text("stock") ?? "",
            reason: form?.text("text") ?? "",
            note: form?.text("note") ?? ""
        )
    }

    fileprivate func queueItem(
        _ problem: QueueProblem? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let id: QueueItemID = try id("item"), slug = try parameter("community"), viewer = viewer
        let kinds = env.capabilities.queueKinds, live = env.live.latest
        var view = try await read { try QueueItemView.load(id, kinds, in: slug, $0) }
        // Nothing of it is shown before the look is on record, and a GET records nothing.
        if view.isShut, head.method == .post {
            try await env.communities[view.scope.community.id].recordLook(at: id, as: viewer)
            view = try await read { try QueueItemView.load(id, kinds, in: slug, isRecorded: true, $0) }
        }
        let typed = problem == nil ? TypedDecision() : decision
        var page = QueueItemPageView(call: self, item: view, typed: typed, problem: problem)
        page.liveMark = liveMark(live, view.scope.community.id)
        if let said = saidDecision {
            page.decided = try await read { [scope = view.scope] in try said.undoable(kinds, in: scope, $0) }
        }
        return page.response(status)
    }

    /// The community of the address, for viewers who may decide the item.
    private func queueCommunity(_ item: QueueItemID) async throws -> Community {
        let slug = try parameter("community")
        let id = try await read { reading in
            let place = try Access.item(item, reading).facts.community?.id
            return try reading.first(
                "SELECT id FROM community WHERE id = \(place) AND slug = \(slug)" as SQL<CommunityID>
            )
        }
        guard let id else { throw Denial.missing }
        return env.communities[id]
    }

    /// Does something with the item of the address and shows it again; a conflict is told on its page.
    fileprivate func act(
        _ done: String,
        _ body: (Community, QueueItemID) async throws -> Void
    ) async throws -> Response {
        let item: QueueItemID = try id("item"), slug = try parameter("community")
        let community = try await queueCommunity(item)
        do {
            try await body(community, item)
        } catch let denial as Denial {
            return try await told(denial)
        }
        return .seeOther(Paths.queueItem(slug, item) + "?done=\(done)#\(Paths.headingID)")
    }

    private func told(_ denial: Denial) async throws -> Response {
        guard let problem = QueueProblem(denial) else { throw denial }
        return try await queueItem(problem, status: denial.status)
    }

    /// Claims an item for the viewer who opens it; if another has it, or it is decided, its page says so.
    fileprivate func openItem() async throws -> Response {
        let item: QueueItemID = try id("item"), slug = try parameter("community")
        let community = try await queueCommunity(item)
        do {
            try await community.claim(item, as: viewer, at: now)
        } catch let denial as Denial where QueueProblem(denial) != nil {
            let admitted = try await read { try Access.item(item, $0) }
            if admitted.isForContactOnly { return try await queueItem() }
        }
        return .seeOther(Paths.queueItem(slug, item) + "#" + Paths.headingID)
    }

    fileprivate func noteItem() async throws -> Response {
        let text = try form().text("note"), viewer = viewer
        return try await act("noted") { try await $0.note(text, on: $1, as: viewer) }
    }

    /// Hands it to the safeguarding contact, with a note if one was begun.
    fileprivate func passOnItem() async throws -> Response {
        let note = (try? form())?.text("note") ?? "", viewer = viewer
        return try await act("passed-on") {
            try await $0.passOn($1, note: note, as: viewer)
        }
    }

    fileprivate func resolveItem() async throws -> Response {
        let item: QueueItemID = try id("item"), form = try form()
        let community = try await queueCommunity(item)
        do {
            guard let action = try form.word("action", of: env.capabilities.queueKinds.actions) else {
                throw Denial.input([FieldError("action", .missing)])
            }
            let decision = try Decision(
                action,
                stock: try form.word("stock", StockReason.self),
                reason: form.text("text"),
                note: form.text("note"),
                version: try form.int("version") ?? 0,
                field: "text"
            )
            let end = try await community.resolve(item, decision, as: viewer)
            return try await goOn(from: item, "\(end.rawValue)&item=\(item)")
        } catch let denial as Denial {
            return try await told(denial)
        }
    }

    fileprivate func skipItem() async throws -> Response {
        let item: QueueItemID = try id("item")
        let community = try await queueCommunity(item)
        try await community.release(item, as: viewer)
        return try await goOn(from: item, "skipped")
    }

    fileprivate func nextItem() async throws -> Response { try await goOn(from: nil, nil) }

    /// To the next free item, which is claimed for a viewer who comes by a button; to the list if no item is free.
    private func goOn(from item: QueueItemID?, _ done: String?) async throws -> Response {
        let slug = try parameter("community"), viewer = viewer, now = now
        let kind = env.capabilities.queueKinds.kind((try? form())?["kind"])
        let tail = (done.map { "?done=" + $0 } ?? "") + "#" + Paths.headingID
        let (scope, next) = try await read { reading in
            let scope = try QueueScope.load(slug, reading)
            var query = QueueQuery(scope: scope, now: reading.now)
            query.kind = kind
            return (scope, try query.next(after: item, reading.db))
        }
        guard let next else { return .seeOther(Paths.queue(slug) + tail) }
        do {
            try await env.communities[scope.community.id].claim(next, as: viewer, at: now)
        } catch is Denial {
            // Another member was quicker: its page says who.
        }
        return .seeOther(Paths.queueItem(slug, next) + tail)
    }
}
