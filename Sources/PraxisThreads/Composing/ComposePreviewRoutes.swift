import HTML
import Hummingbird
import Markdown
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// What a text will look like: the same renderer, on a page that holds the form again.
    package static let previewRoutes: [Route] = [.form(Paths.preview) { try await $0.preview() }]
}

extension Call {
    fileprivate func preview() async throws -> Response {
        let form = try form(), typed = TypedPost(form)
        guard let place = DraftTarget(form.text("place")) else { throw Denial.missing }
        let mentioned = Markdown.mentions(in: typed.body, limit: Limits.mentionsLookedAt)
        switch place {
        case .thread(let thread):
            let denial = denial { () throws(Denial) in try PostText(typed.body) }
            var view = try await replyPage(thread, ComposeState(typed, denial))
            view.state.preview = try await section(typed, denial) { reading in
                try Mentions.resolve(mentioned, in: try Access.thread(thread, reading), reading.db)
            }
            return view.response(after: denial)
        case .group(let community, _), .community(let community):
            let start = try await threadStart(chosenGroup(place, typed), community)
            let denial = denial { () throws(Denial) in try typed.newThread(of: threadKinds, in: start) }
            var state = ComposeState(typed, denial)
            state.preview = try await section(typed, denial) { reading in
                try start.chosen.map { try Mentions.resolve(mentioned, in: $0.facts, reading.db) } ?? Mentions()
            }
            return ThreadStartPageView(call: self, start: start, place: place, state: state).response(after: denial)
        case .post(let id):
            let denial = denial { () throws(Denial) in try PostText(typed.body) }
            let kind: PostChange = form["act"] == "redact" ? .redact : .edit
            let post = try await editedPost(id, kind)
            var state = ComposeState(typed, denial)
            state.preview = try await section(typed, denial) { reading in
                try Mentions.resolve(mentioned, in: try Access.post(id, reading), reading.db)
            }
            return EditPageView(call: self, post: post, kind: kind, state).response(after: denial)
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
        _ mentions: @escaping @Sendable (Reading) throws -> Mentions
    ) async throws -> HTML {
        if denial != nil { return ComposerForm.previewTarget }
        let telling = try await read { [words] reading in
            let mentions = try mentions(reading)
            return Self.telling(mentions, try mentions.toldNames(reading.db), words.threads.write.compose)
        }
        let text = try PostText(typed.body)
        let words = words.threads.write.compose
        return """
            <section class="card" data-preview-target tabindex="-1" aria-labelledby="preview-h">\
            <h2 id="preview-h">\(words.previewHeading())</h2><p class="meta">\(words.notPosted())</p>\
            \(telling)\(if: !typed.title.isEmpty, "<h3>\(typed.title)</h3>")\
            <div class="prose" dir="auto">\(Markdown.render(text.text).html)</div></section>
            """
    }

    /// Who will be told, who will not, and why.
    private static func telling(_ mentions: Mentions, _ told: [String], _ words: ComposeWords) -> HTML {
        let lines = [
            (mentions.notTold, words.notTold), (mentions.beyondLimit, words.beyondLimit),
        ].filter { !$0.0.isEmpty }.map { names, phrase in phrase(["names": names.joined(separator: ", ")]) }
        return """
            \(if: !told.isEmpty, "<p class=\"meta\">\(words.told(["names": told.joined(separator: ", ")]))</p>")\
            \(if: !lines.isEmpty, "<div class=\"inset warn\">\(each: lines, { "<p>\($0)</p>" as HTML })</div>")
            """
    }
}
