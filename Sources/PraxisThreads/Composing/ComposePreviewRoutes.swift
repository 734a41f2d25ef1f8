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
        guard let place = draftTarget(form.text("place")) else { throw Denial.missing }
        let composed = try await place.form(self, typed), readers = composed.readers
        let mentioned = Markdown.mentions(in: typed.body, limit: Limits.mentionsLookedAt)
        var state = ComposeState(typed, composed.problem)
        state.preview = try await section(typed, composed.problem) { reading in
            try readers(reading).map { try Mentions.resolve(mentioned, in: $0, reading.db) } ?? Mentions()
        }
        return composed.page(state).response(after: composed.problem)
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
