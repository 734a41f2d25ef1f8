import Hummingbird
import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Changing a post, and removing identifying detail from it.
    package static let editRoutes: [Route] = [
        .memberPage(Paths.edit) { try await $0.showEdit(.edit) },
        .form(Paths.edit) { try await $0.edit(.edit) },
        .memberPage(Paths.redact) { try await $0.showEdit(.redact) },
        .form(Paths.redact) { try await $0.edit(.redact) },
    ]
}

extension Call {
    fileprivate func showEdit(_ kind: PostChange) async throws -> Response {
        let post = try await editedPost(try id("post"), kind)
        var typed = TypedPost()
        (typed.body, typed.revision) = (post.body, post.revision)
        return EditPageView(call: self, post: post, kind: kind, ComposeState(typed)).response()
    }

    fileprivate func edit(_ kind: PostChange) async throws -> Response {
        let post: PostID = try id("post"), typed = TypedPost(try form())
        do {
            let text = try PostText(typed.body)
            if kind == .edit {
                let edited = try await editedPost(post, kind)
                if let warning = ComposeState(warningOf: [text.text], besides: edited.body, in: typed, self) {
                    return EditPageView(call: self, post: edited, kind: kind, warning).response()
                }
            }
            let spot = try await PostSpot.of(post, env)
            try await change(post, in: env.communities[spot.community], kind, text, typed.revision ?? 0)
            return done(kind == .redact ? "redacted" : "edited", post, spot)
        } catch let denial as Denial where denial.leavesComposer {
            let edited = try await editedPost(post, kind), state = ComposeState(typed, denial)
            return EditPageView(call: self, post: edited, kind: kind, state).response(after: denial)
        }
    }

    private func change(
        _ post: PostID,
        in community: Community,
        _ kind: PostChange,
        _ text: PostText,
        _ revision: Int
    ) async throws {
        if kind == .redact {
            _ = try await community.redact(
                post,
                to: text,
                mark: words.threads.write.redact.mark(),
                basedOn: revision,
                as: viewer
            )
        } else {
            try countEdit()
            try await community.edit(post, to: text, basedOn: revision, as: viewer)
        }
    }

    /// Counts one edit against the day's.
    /// - Throws: `Denial.tooMany` after the thirtieth.
    package func countEdit() throws(Denial) {
        try env.limiter.use(.init("edits", "member \(try member())"), [.editsPerDay])
    }

    func editedPost(_ post: PostID, _ kind: PostChange) async throws -> EditedPost {
        try await read { [roles = env.capabilities.postRoles] in try EditedPost.load(post, to: kind, roles, $0) }
    }
}
