import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// Starting a thread.
    package static let threadStartRoutes: [Route] = [
        .memberPage(Paths.newThread) { try await $0.showThreadStart() },
        .form(Paths.newThread) { try await $0.startThread() },
    ]
}

extension Call {
    fileprivate func showThreadStart() async throws -> Response {
        let community = try parameter("community"), asked = query["group"], member = try member()
        let begun = try await read { reading in
            let start = try ThreadStart.load(asked, in: community, reading)
            let draft = try SavedDraft.load(start.place, of: member, reading.db, at: reading.now)
            let returned = draft == nil ? [] : try ReturnedPost.all(of: member, in: start.place, reading.db)
            return Begun(start: start, draft: draft, returned: returned)
        }
        let start = begun.start
        var typed = TypedPost()
        typed.title = begun.draft?.title ?? ""
        typed.body = begun.draft?.body ?? ""
        typed.revision = begun.draft?.revision ?? 0
        typed.kind = begun.draft?.kind.rawValue ?? typed.kind
        typed.group = start.chosen?.slug
        if let occasion = env.capabilities.occasion(query.text("occasion")) {
            (typed.occasion, typed.then) = (occasion.name, Paths.own(query["then"]))
            if begun.draft == nil {
                let suggestion = try await occasion.suggestion(self)
                (typed.title, typed.body) = (suggestion.title, suggestion.body)
            }
        }
        let state = ComposeState(typed)
        return ThreadStartPageView(call: self, start: start, place: start.place, state: state, returned: begun.returned)
            .response()
    }

    fileprivate func startThread() async throws -> Response {
        let community = try parameter("community"), form = try form(), typed = TypedPost(form)
        let start = try await threadStart(typed.group, community)
        let place = draftTarget(form.text("place")) ?? start.place
        do {
            let thread = try typed.newThread(of: threadKinds, in: start), group = try start.destination()
            let texts = [thread.title.text, thread.body.text]
            if let warning = ComposeState(warningOf: texts, in: typed, self) {
                return ThreadStartPageView(call: self, start: start, place: place, state: warning).response()
            }
            let draft = SentDraft(place: place, revision: typed.revision ?? 0, sentTo: start.place)
            let key = try formOnceKey(typed.key, [group.slug, typed.kind, typed.title, typed.body])
            let made = try await env.communities[start.community.id].startThread(
                thread,
                in: group.id,
                as: viewer,
                draft: draft,
                once: key
            )
            if env.capabilities.occasion(typed.occasion) != nil { return .seeOther(Paths.own(typed.then)) }
            return .seeOther(Paths.thread(made) + "?done=posted#done")
        } catch let denial as Denial where denial.leavesComposer {
            let state = ComposeState(typed, denial)
            return ThreadStartPageView(call: self, start: start, place: place, state: state).response(after: denial)
        }
    }

    /// Those that can be begun.
    var threadKinds: ThreadKinds { env.capabilities.threadKinds.choosable }

    /// What the page and its preview need to know of the place.
    func threadStart(_ group: String?, _ community: String) async throws -> ThreadStart {
        try await read { reading in
            try ThreadStart.load(group, in: community, reading)
        }
    }
}

extension TypedPost {
    /// What is to be posted, in the chosen group.
    /// - Throws: `Denial.input` with all that is wrong, a missing group first, as the form has it.
    func newThread(of kinds: ThreadKinds, in start: ThreadStart) throws(Denial) -> NewThread {
        var errors: [FieldError] = []
        if start.chosen == nil { errors.append(FieldError("group", .missing)) }
        do {
            let thread = try newThread(of: kinds)
            if errors.isEmpty { return thread }
        } catch .input(let found) {
            errors += found
        }
        throw .input(errors)
    }
}

/// What the form of a new thread begins with.
private struct Begun {
    let start: ThreadStart
    let draft: SavedDraft?
    let returned: [ReturnedPost]
}
