import HTTPTypes
import Hummingbird
package import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// `GET /api/v1/events`: what happens in a community, as it happens.
    package static func liveAPI(_ events: [LiveEvent]) -> [Route] {
        [
            Route(
                .get,
                APIPaths.root + APIPaths.events,
                proof: .origin,
                caching: .never,
                needsMember: true,
                api: .events(events)
            ) { call in
                guard let slug = call.query["community"] else {
                    throw Denial.input([FieldError("community", .missing)])
                }
                let id = call.head.headerFields[.lastEventID] ?? call.query["after"]
                let known = id?.isEmpty == true ? nil : id
                return call.events(try await call.listen(to: slug, after: known))
            }
        ]
    }
}

extension Call {
    fileprivate func listen(to slug: String, after id: String?) async throws -> LiveStream {
        guard let session else { throw Denial.signedOut }
        let viewer = session.viewer
        // Whether they hear anything of it is decided where the stream opens, also for those who are admitted to one thread.
        let community = try await env.store.read { db in
            try db.first("SELECT id FROM community WHERE slug = \(slug)" as SQL<CommunityID>)
        }
        guard let community else { throw Denial.missing }
        let kind: Session.Kind = head.headerFields[.authorization] == nil ? .browser : .api
        let identity = LiveListener.Identity(
            viewer: viewer,
            member: session.member,
            session: session.id,
            tokenHash: session.tokenHash,
            lives: session.lives(kind)
        )
        return try await env.live.open(identity, community, after: id)
    }
}

extension HTTPField.Name {
    fileprivate static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .eTag
}

extension APIDescription {
    static func events(_ told: [LiveEvent]) -> APIDescription {
        let described = told.map { event in
            "\(event.name) (\(event.members.joined(separator: ", ")))" + (event.listeners.map { " for " + $0 } ?? "")
        }
        return APIDescription(
            """
            What happens in a community, as server-sent events: \(described.joined(separator: ", ")), and reset where too much happened since \
            the last id. All values are strings; texts and names are never sent.
            """,
            query: [Parameter("community", .string(), isRequired: true), Parameter("after", .string())],
            response: .named(
                "LiveEvent",
                .object(
                    [
                        ("id", .string()), ("event", .choice(told.map(\.name) + ["reset"])), ("data", .string()),
                        ("retry", .integer()),
                    ],
                    required: []
                )
            ),
            mediaType: "text/event-stream",
            headers: [Parameter("Last-Event-ID", .string())]
        )
    }
}
