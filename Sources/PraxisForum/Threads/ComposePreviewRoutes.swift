import HTML
import Hummingbird
import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// What a text will look like: the same renderer, on a page that holds the form again.
    package static let previewRoutes: [Route] = [.form("/preview") { try await $0.preview() }]
}

extension Call {
    fileprivate func preview() async throws -> Response {
        let form = try form(), typed = TypedPost(form)
        guard let place = WritingPlace(form.text("place")) else { throw Denial.missing }
        let mentioned = Markdown.mentions(in: typed.body, limit: Limits.mentionsPerPost)
        switch place {
        case .thread(let thread):
            let denial = denial { () throws(Denial) in try PostText(typed.body) }, errors = denial?.fieldErrors ?? []
            let (reply, setting) = try await replyPlace(thread, typed.replyTo)
            let shown = try await section(typed, denial) { db, viewer, now in
                try Mentions.resolve(mentioned, in: try Access.thread(thread, for: viewer, db, at: now), db)
            }
            return composePage(replyPage(setting, shown + replyComposer(reply, typed: typed, errors: errors)), denial)
        case .group(let community, _), .community(let community):
            let start = try await threadStart(chosenGroup(place, typed), community)
            let denial = denial { () throws(Denial) in try typed.newThread(in: start) }
            let shown = try await section(typed, denial) { db, _, _ in
                try start.chosen.map { try Mentions.resolve(mentioned, in: $0.facts, db) } ?? Mentions()
            }
            let composer = startComposer(start, typed, at: place, errors: denial?.fieldErrors ?? [])
            return composePage(startPage(start, shown + composer), denial)
        case .post(let id):
            let denial = denial { () throws(Denial) in try PostText(typed.body) }
            let act: Action = form["act"] == "redact" ? .redact : .edit
            let post = try await editedPost(id, act)
            let shown = try await section(typed, denial) { db, viewer, now in
                try Mentions.resolve(mentioned, in: try Access.post(id, for: viewer, db, at: now), db)
            }
            var page = editPage(post, act, typed, denial)
            page.main = shown + page.main
            return composePage(page, denial)
        }
    }

    /// What is wrong with a text that cannot be made.
    private func denial<Made>(_ make: () throws(Denial) -> Made) -> Denial? {
        do {
            _ = try make()
            return nil
        } catch {
            return error
        }
    }

    /// The preview itself; the empty place for it while the text is not as it should be.
    private func section(
        _ typed: TypedPost,
        _ denial: Denial?,
        _ mentions: @escaping @Sendable (DB, Viewer, Timestamp) throws -> Mentions
    ) async throws -> HTML {
        if denial != nil { return previewTarget }
        let notTold = try await env.store.read { [viewer, now] db in try mentions(db, viewer, now).notTold }
        let text = try PostText(typed.body)
        let words = words.threads.write.compose
        let warning: HTML = """
            <div class="inset warn"><p>\(words.notTold(["names": notTold.joined(separator: ", ")]))</p></div>
            """
        return """
            <section class="card" data-preview-target tabindex="-1" aria-labelledby="preview-h">\
            <h2 id="preview-h">\(words.previewHeading())</h2><p class="meta">\(words.notPosted())</p>\
            \(if: !notTold.isEmpty, warning)\(if: !typed.title.isEmpty, "<h3>\(typed.title)</h3>")\
            <div class="prose">\(Markdown.render(text.text).html)</div></section>
            """
    }
}
