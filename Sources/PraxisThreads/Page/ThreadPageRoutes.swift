import HTML
import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisCrypto
import PraxisDomain
import PraxisPlaces
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// The pages of a thread.
    package static let threadPageRoutes: [Route] = [
        .page(Paths.thread) { call in
            let thread: ThreadID = try call.id("thread")
            let page = try call.pageNumber()
            return call.session == nil
                ? try await call.visitorPage(of: thread, page) : try await call.memberPage(of: thread, page)
        }
    ]
}

extension Call {
    /// `page` of the address: 1 if it is not given.
    /// - Throws: `Denial.missing` for what is no page.
    fileprivate func pageNumber() throws(Denial) -> Int {
        guard let text = query["page"] else { return 1 }
        guard let page = Int(text), page >= 1, page < 1 << 40 else { throw .missing }
        return page
    }

    private func plan(_ facts: Facts) -> ThreadPagePlan { ThreadPagePlan(facts, env.capabilities.postRoles) }

    /// A kept page is valid as long as nothing touched the thread, its group or its community, and needs no read at all.
    fileprivate func visitorPage(of thread: ThreadID, _ page: Int) async throws -> Response {
        let dates = ReadingDates(self)
        let variant = "\(visitorVariant) \(page) \(dates.today.dayNumber)"
        if let kept = env.snapshots.kept(.thread(thread), variant, as: VisitorPage.self) {
            return kept.answer(to: head)
        }
        let facts = try await env.store.read(as: .visitor, at: now) { try Access.thread(thread, $0) }
        let snapshot = try await ThreadPageSnapshot.current(thread, page: page, env)
        guard snapshot.facts.group.id == facts.group?.id, snapshot.hasContent else { throw Denial.missing }
        let shown = ThreadPage(snapshot: snapshot, plan: plan(facts), reader: nil, pages: snapshot.pages)
        let made = VisitorPage(document(ThreadPageView(call: self, shown: shown, dates: dates).page))
        env.snapshots.keep(made, .thread(thread), variant, readAt: snapshot.readAt)
        return made.answer(to: head)
    }

    fileprivate func memberPage(of thread: ThreadID, _ page: Int) async throws -> Response {
        // Before the snapshot is taken, so that the page shows everything up to here.
        let live = env.live.latest
        var reader = try await read { [slots = env.capabilities.ownPostSlots] in
            try ThreadPageReader.load(thread, page: page, slots, $0)
        }
        let snapshot = try await ThreadPageSnapshot.current(thread, page: page, env)
        guard snapshot.facts.group.id == reader.facts.group?.id else { throw Denial.missing }
        // What the address asks for, and else what the draft answers.
        let asked = query["quote"] ?? query["reply"]
        let answered = asked.map { PostID($0) } ?? reader.draft?.replyTo
        try await reader.complete(snapshot, answering: answered, isQuoted: query["quote"] != nil, env)
        if !snapshot.hasContent, reader.ownHidden.isEmpty { throw Denial.missing }
        var shown = ThreadPage(
            snapshot: snapshot,
            plan: plan(reader.facts),
            reader: reader,
            pages: max(snapshot.pages, page)
        )
        shown.done = try await done(shown)
        if shown.done == nil { shown.banner = doneBanner(snapshot.facts, reader.place) }
        if shown.plan.refusal == .silenced { shown.heldBack = try await Restriction.own(reader.facts, env, at: now) }
        shown.lacksQuote = query["quote"] != nil && reader.answering == nil
        var view = ThreadPageView(call: self, shown: shown, dates: ReadingDates(self))
        let community = snapshot.facts.community
        view.live = .init(community.slug, thread, after: liveMark(live, community.id))
        let response = view.response()
        await moveReadingPlace(snapshot, reader)
        return response
    }

    /// To the highest number of the page, when a person looks at it.
    ///
    /// A full disk does not stop reading: the place stays behind, and the next look moves it.
    private func moveReadingPlace(_ snapshot: ThreadPageSnapshot, _ reader: ThreadPageReader) async {
        guard isLook, query["done"] != "unread" else { return }
        guard snapshot.lastNumber > reader.place.number || reader.hasAddedMention else { return }
        let (community, thread) = (snapshot.facts.community.id, snapshot.facts.thread)
        let first = (snapshot.page - 1) * Limits.postsPerPage + 1
        let shown = min(first, snapshot.lastNumber)...snapshot.lastNumber
        try? await env.communities[community].read(thread, shown, from: reader.place, as: viewer)
    }

    /// What a form before this page did to a post that is on it; a thread that was just started is its first post.
    private func done(_ page: ThreadPage) async throws -> PostDone? {
        guard let word = query["done"] else { return nil }
        let posts = page.snapshot.posts + (page.reader?.ownHidden ?? [])
        let named = query["post"]
        guard let post = posts.first(where: { named == nil ? $0.number == 1 : $0.id.description == named }) else {
            return nil
        }
        let isNew = word == "posted" && post.author == viewer.member && post.state == .published
        let told =
            isNew
            ? try await read { try PostTold.of(post.id, $0) } : nil
        let canRestore = word == "withdrawn" ? try await read { try PostDone.canRestore(post.id, $0) } : false
        return PostDone(word, post, told: told, canRestore: canRestore, self)
    }

    /// What a form before this page did, by the word in its address; `place` is how far its reader has read now.
    private func doneBanner(_ facts: ThreadPageFacts, _ place: ReadingPlace) -> HTML {
        let read = words.threads.read
        switch query["done"] {
        case "unread":
            guard let before = query["before"].flatMap({ Int($0) }), place.number < before else { return HTML() }
            let undo = button(Paths.read(facts.thread), words.common.undo(), fields: [("number", String(before))])
            return banner(read.markedUnread(), undo: undo)
        case "follow": return banner(read.followSaved())
        case "closed" where facts.state != .closed, "reopened" where facts.state == .closed,
            "pinned" where !facts.isPinned, "unpinned" where facts.isPinned:
            return HTML()
        default: return WrittenBanner(call: self).html
        }
    }
}
