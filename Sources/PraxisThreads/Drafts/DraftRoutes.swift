import HTML
import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// What a member was writing: saved by a button or by the script, listed, discarded.
    package static let draftRoutes: [Route] = [
        .memberPage(Paths.drafts) { try await $0.listDrafts() },
        .form(Paths.drafts) { try await $0.saveDraft() },
        .form(Paths.discardDraft) { try await $0.discardDraft() },
        .form(Paths.restoreDraft) { try await $0.restoreDraft() },
    ]
}

/// What the script is told after a save.
private struct SaveAnswer: Encodable {
    /// Left out if nothing was saved.
    var revision: Int?
    /// Where the draft is now.
    var place: String?
    let message: String
}

extension Call {
    fileprivate func listDrafts() async throws -> Response {
        let member = try member(), targets = env.capabilities.draftTargets
        let (drafts, discarded) = try await read { reading in
            (
                try ListedDraft.all(targets, reading),
                try reading.all(DiscardedDraft.all(of: member, targets, at: reading.now))
            )
        }
        return DraftsPageView(call: self, drafts: drafts, discarded: discarded).response()
    }

    fileprivate func discardDraft() async throws -> Response {
        let form = try form(), typed = TypedPost(form), member = try member()
        guard let place = draftTarget(form.text("place"))?.ofDrafts else { throw Denial.missing }
        // A whole form is one that was kept through signing in: what it holds is discarded, and no draft that was saved.
        let id =
            form["body"] == nil
            ? try await env.site.discardDraft(place, of: member)
            : try await env.site.discardTyped(try typed.draft(of: threadKinds, from: place), as: viewer)
        return .seeOther(Paths.drafts + "?done=draft-discarded" + (id.map { "&draft=\($0)" } ?? ""))
    }

    fileprivate func restoreDraft() async throws -> Response {
        guard let id = DiscardedDraftID(try form().text("draft")) else { throw Denial.missing }
        let place = try await env.site.restoreDraft(id, of: try member(), among: env.capabilities.draftTargets)
        return .seeOther(Paths.drafts + "?done=" + (place == nil ? "draft-occupied" : "draft-restored"))
    }

    fileprivate func saveDraft() async throws -> Response {
        let form = try form(), typed = TypedPost(form)
        guard let place = draftTarget(form.text("place"))?.ofDrafts else { throw Denial.missing }
        let isScript = (head.headerFields[.accept] ?? "").contains("application/json")
        do {
            let draft = try typed.draft(of: threadKinds, from: place)
            let revision = try await env.site.saveDraft(draft, as: viewer)
            let message = words.threads.write.draft.savedAt(["time": moment(now)])
            if isScript {
                return try .json(SaveAnswer(revision: revision, place: draft.place.text, message: message))
            }
            return .seeOther(Paths.composer(of: draft.place, done: "draft-saved"))
        } catch let denial as Denial where isScript {
            return try .json(SaveAnswer(message: message(denial)), status: denial.status)
        } catch Denial.stale {
            return try await conflict(place, typed)
        } catch let denial as Denial where denial.leavesComposer {
            return try await again(place, ComposeState(typed, denial))
        }
    }

    private func message(_ denial: Denial) -> String {
        switch denial {
        case .stale: words.threads.write.draft.elsewhere()
        case .input(let errors):
            errors.first.map { words.sentence($0.problem, of: $0.field) } ?? words.refusal(denial).text
        default: words.refusal(denial).text
        }
    }

    /// Both texts: the newer one that is kept, and the one that was typed, with which to go on.
    private func conflict(_ place: any DraftTarget, _ typed: TypedPost) async throws -> Response {
        let words = words.threads.write.draft, member = try member(), chosen = place.choosing(typed.group)
        let (own, other) = try await env.store.read { [now] db in
            (
                try SavedDraft.load(place, of: member, db, at: now),
                chosen.text == place.text ? nil : try SavedDraft.load(chosen, of: member, db, at: now)
            )
        }
        var again = typed
        (again.revision, again.over) = (own?.revision ?? 0, other?.revision)
        let isOwnStale = again.revision != typed.revision
        let texts = [isOwnStale ? own?.body ?? words.nothingThere() : nil, other?.body].compactMap { $0 }
        var state = ComposeState(again, .stale(current: again.over ?? again.revision ?? 0))
        state.kept =
            "\(each: texts, { "<section class=\"card\"><h2>\(words.nowThere())</h2><div class=\"kept\">\($0)</div></section>" as HTML })"
        return try await self.again(place, state)
    }

    /// The composer with what was typed, after a save that was refused.
    private func again(_ place: any DraftTarget, _ state: ComposeState) async throws -> Response {
        try await place.form(self, state.typed).page(state).response(after: state.denial)
    }
}

extension Call {
    /// What that text spells, among all that capabilities bring.
    func draftTarget(_ text: String) -> (any DraftTarget)? { env.capabilities.draftTargets.target(text) }
}

extension TypedPost {
    /// What the form holds, as a draft: it goes where the form says that it is to be posted.
    /// - Throws: `Denial.input` for a text that is too long even for a draft.
    fileprivate func draft(of kinds: ThreadKinds, from place: any DraftTarget) throws(Denial) -> TypedDraft {
        try TypedDraft(
            place: place.choosing(group),
            from: place,
            title: title,
            body: body,
            kind: kinds.kind(kind),
            answer: replyTo.map { .post($0) } ?? .everyone,
            revision: revision ?? 0,
            over: over
        )
    }
}
