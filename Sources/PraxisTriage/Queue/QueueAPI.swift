import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension Route {
    /// Triage as JSON.
    static func queueAPI(_ kinds: QueueKinds) -> [Route] {
        let fields = DecisionBody(kinds.actions)
        return [
            .api(
                .get,
                APIPaths.queue,
                APIDescription(
                    "What waits for a decision of mine, the gravest and oldest first; claimed by others last",
                    query: [.init("kind", .choice(kinds.words)), .init("state", .word(QueueItemState.self))]
                        + APIDescription.Parameter.paging(cursor: QueueCursor.schema),
                    response: .page(of: QueueItemJSON.shape(kinds).schema)
                )
            ) { try await $0.queueByAPI(kinds) },
            act(APIPaths.claimItem, kinds, "Claims an item for half an hour, or renews that") { call, community, item in
                try await community.claim(item, as: call.viewer, at: call.now)
            },
            act(APIPaths.releaseItem, kinds, "Gives an item back") { call, community, item in
                try await community.release(item, as: call.viewer)
            },
            act(APIPaths.resolveItem, kinds, "Decides an item, based on a version of it", request: fields.schema) {
                call,
                community,
                item in
                try await community.resolve(
                    item,
                    try call.decisionByAPI(fields),
                    as: call.viewer,
                    once: try call.headerOnceKey()
                )
            },
            act(APIPaths.undoItem, kinds, "Takes a decision back within 24 hours") { call, community, item in
                try await community.undo(item, as: call.viewer)
            },
        ]
    }

    private static func act(
        _ address: Address<QueueItemID>,
        _ kinds: QueueKinds,
        _ summary: String,
        request: Schema? = nil,
        _ body: @escaping @Sendable (Call, Community, QueueItemID) async throws -> Void
    ) -> Route {
        .api(
            .post,
            address,
            APIDescription(summary, request: request, response: QueueItemJSON.shape(kinds).schema, isOnce: true)
        ) { call in
            let item: QueueItemID = try call.id("item"), now = call.now
            let admitted = try await call.read { try Access.item(item, $0) }
            guard let community = admitted.facts.community?.id else { throw Denial.missing }
            if request == nil { try await call.noteOnceKey() }
            try await body(call, call.env.communities[community], item)
            let slots = call.env.capabilities.postSlots
            let answer = try await call.env.store.read { db in
                try QueueItemJSON.one(item, admitted, slots, isRecorded: address === APIPaths.claimItem, db, at: now)
            }
            return try .json(answer)
        }
    }
}

private struct DecisionBody: Sendable {
    let action: BodyField<QueueAction>
    let reason = BodyField<String?>.text("reason", Limits.decisionReasonScalars)
    let note = BodyField<String?>.text("note", Limits.caseNoteScalars)
    let version = BodyField<Int>.int("version")

    init(_ actions: [QueueAction]) { action = .word("action", of: actions) }

    var schema: Schema { .body(action, reason, note, version) }
}

extension QueueCursor {
    fileprivate static let schema = Schema.spelt(#"[01]\.-?[0-9]{1,18}\.[0-9]{1,18}"#)
}

extension Call {
    fileprivate func queueByAPI(_ kinds: QueueKinds) async throws -> Response {
        let slug = try parameter("slug"), limit = try limit()
        let kind = try query.word("kind", of: kinds.all.map(\.kind))
        let state = try query.word("state", QueueItemState.self) ?? .open
        let after = query["cursor"].flatMap(QueueCursor.init), slots = env.capabilities.postSlots
        let (items, next) = try await read { reading in
            let scope = try QueueScope.load(slug, reading)
            var query = QueueQuery(scope: scope, now: reading.now)
            query.kind = kind
            query.state = state
            query.after = after
            query.limit = limit
            let page = try query.page(reading.db)
            return (try QueueItemJSON.all(page.lines, slots, in: scope, reading.db, at: reading.now), page.next)
        }
        return try .json(ItemPage(items, next: next?.description))
    }

    fileprivate func decisionByAPI(_ fields: DecisionBody) throws -> Decision {
        let json = try json()
        return try Decision(
            try json[fields.action],
            reason: try json[fields.reason] ?? "",
            note: try json[fields.note] ?? "",
            version: try json[fields.version]
        )
    }
}
