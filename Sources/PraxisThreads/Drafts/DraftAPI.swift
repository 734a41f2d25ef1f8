import Hummingbird
package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// Drafts as JSON.
    ///
    /// The place of a new thread holds a slash, which may come encoded or as it is. Kind and answered post stay as they
    /// were if a save does not give them.
    package static func draftAPI(_ kinds: ThreadKinds, _ targets: DraftTargets) -> [Route] {
        [
            .api(
                .get,
                APIPaths.drafts,
                APIDescription(
                    "One’s drafts, the newest first",
                    query: APIDescription.Parameter.paging(cursor: .spelt(targets.pattern)),
                    response: .page(of: DraftJSON.schema)
                )
            ) {
                try await $0.draftsByAPI()
            }
        ] + [APIPaths.draft.pattern, APIPaths.draftInGroup.pattern].flatMap { draftRoutes($0, DraftBody(kinds)) }
    }

    private static func draftRoutes(_ path: String, _ fields: DraftBody) -> [Route] {
        [
            .api(.get, path, APIDescription("One draft", response: DraftJSON.schema)) { try await $0.draftByAPI() },
            .api(
                .put,
                path,
                APIDescription(
                    "Saves a draft over the revision that it is based on, 0 for the first",
                    request: fields.schema,
                    response: DraftJSON.schema,
                    mayBeEmpty: true
                )
            ) { try await $0.saveDraftByAPI(fields) },
            .api(.delete, path, APIDescription("Discards a draft", status: 204)) { try await $0.discardDraftByAPI() },
        ]
    }
}

private struct DraftBody: Sendable {
    let title = BodyField<String?>.text("title", DraftLimits.title)
    let body = BodyField<String>.text("body", DraftLimits.body)
    let kind: BodyField<ThreadKind?>
    let revision = BodyField<Int>.int("revision")
    static let replyTo = BodyField<PostID?>.id("replyTo")

    init(_ kinds: ThreadKinds) { kind = .word("kind", of: kinds.all.map(\.kind)) }

    var schema: Schema { .body(title, body, kind, Self.replyTo, revision) }
}

extension Call {
    fileprivate func draftsByAPI() async throws -> Response {
        let member = try member(), targets = env.capabilities.draftTargets
        let drafts = try await env.store.read { [now] db in try SavedDraft.all(of: member, targets, db, at: now) }
        return try .json(ItemPage(of: drafts, self, id: { $0.place }, DraftJSON.init))
    }

    fileprivate func draftByAPI() async throws -> Response { try await draftAnswer(try draftPlace()) }

    fileprivate func saveDraftByAPI(_ fields: DraftBody) async throws -> Response {
        let place = try draftPlace(), json = try json()
        let draft = try TypedDraft(
            place: place,
            title: try json[fields.title] ?? "",
            body: try json[fields.body],
            kind: try json[fields.kind],
            answer: try await answer(json, place),
            revision: try json[fields.revision]
        )
        if try await env.site.saveDraft(draft, as: viewer) == 0 { return .noContent }
        return try await draftAnswer(place)
    }

    fileprivate func discardDraftByAPI() async throws -> Response {
        try await env.site.discardDraft(try draftPlace(), of: try member())
        return .noContent
    }

    /// - Throws: `Denial.input` for a post that is not one of the thread.
    private func answer(_ json: JSONBody, _ place: any DraftTarget) async throws -> TypedDraft.Answer {
        guard json.isGiven(DraftBody.replyTo) else { return .unchanged }
        guard let post = try json[DraftBody.replyTo] else { return .everyone }
        if let thread = place.thread {
            let known = try await read { reading in
                try QuotedPost.load(post, in: thread, reading)
            }
            if known != nil { return .post(post) }
        }
        throw Denial.input([FieldError("replyTo", .notAChoice([]))])
    }

    private func draftPlace() throws(Denial) -> any DraftTarget {
        let place = try parameter("place"), group = try? parameter("group")
        guard let place = draftTarget(place + (group.map { "/" + $0 } ?? ""))?.ofDrafts else { throw .missing }
        return place
    }

    private func draftAnswer(_ place: any DraftTarget) async throws -> Response {
        let member = try member()
        let draft = try await env.store.read { [now] db in try SavedDraft.load(place, of: member, db, at: now) }
        guard let draft else { throw Denial.missing }
        return try .json(DraftJSON(draft))
    }
}
