import HTML
import HTTPTypes
import Hummingbird
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
        .form("/drafts/discard") { try await $0.discardDraft() },
    ]
}

/// What the script is told after a save.
private struct SaveAnswer: Encodable {
    /// Left out when nothing was saved.
    var revision: Int?
    let message: String
}

extension Call {
    fileprivate func listDrafts() async throws -> Response {
        let drafts = try await env.store.read { [viewer, now] db in try ListedDraft.all(of: viewer, db, at: now) }
        return page(draftsPage(drafts))
    }

    fileprivate func discardDraft() async throws -> Response {
        guard let place = WritingPlace(try form().text("place")) else { throw Denial.missing }
        try await env.site.discardDraft(place, of: try member())
        return .seeOther(Paths.drafts + "?done=draft-discarded")
    }

    fileprivate func saveDraft() async throws -> Response {
        let form = try form(), typed = TypedPost(form)
        guard let place = WritingPlace(form.text("place"))?.ofDrafts else { throw Denial.missing }
        let isScript = (head.headerFields[.accept] ?? "").contains("application/json")
        do {
            let draft = try TypedDraft(
                place: place,
                title: typed.title,
                body: typed.body,
                revision: typed.revision ?? 0
            )
            let revision = try await env.site.saveDraft(draft, as: viewer)
            let message = words.threads.write.draft.savedAt(["time": moment(now)])
            if isScript { return try .json(SaveAnswer(revision: revision, message: message)) }
            let path = draftPath(place)
            return .seeOther(path + (path.contains("?") ? "&" : "?") + "done=draft-saved#reply")
        } catch let denial as Denial where isScript {
            return try .json(SaveAnswer(message: message(denial)), status: denial.status)
        } catch Denial.stale(let current, let now) {
            return try await conflict(place, typed, current: current, now: now ?? "")
        } catch let denial as Denial where denial.leavesComposer {
            return try await again(place, typed, denial, HTML())
        }
    }

    private func message(_ denial: Denial) -> String {
        switch denial {
        case .stale: words.threads.write.draft.elsewhere()
        case .input(let errors):
            errors.first.map { words.errors.field.sentence($0.problem, of: $0.field) } ?? words.refusal(denial).text
        default: words.refusal(denial).text
        }
    }

    /// Both texts: the newer one that is kept, and the one that was typed, with which to go on.
    private func conflict(_ place: WritingPlace, _ typed: TypedPost, current: Int, now: String) async throws -> Response
    {
        let words = words.threads.write.draft
        var typed = typed
        typed.revision = current
        let kept: HTML = """
            <section class="card"><h2>\(words.nowThere())</h2>\
            <div class="kept">\(now.isEmpty ? words.nothingThere() : now)</div></section>
            """
        return try await again(place, typed, .stale(current: current), kept)
    }

    /// The composer with what was typed, after a save that was refused.
    private func again(
        _ place: WritingPlace,
        _ typed: TypedPost,
        _ denial: Denial,
        _ above: HTML
    ) async throws -> Response {
        switch place {
        case .thread(let thread):
            let (reply, setting) = try await replyPlace(thread, typed.replyTo)
            let form = replyComposer(reply, typed: typed, errors: denial.fieldErrors)
            return composePage(replyPage(setting, above + form + previewTarget), denial)
        case .group(let community, let group):
            let start = try await threadStart(group, community)
            let form = startComposer(start, typed, errors: denial.fieldErrors)
            return composePage(startPage(start, above + form + previewTarget), denial)
        case .post: throw Denial.missing
        }
    }
}
