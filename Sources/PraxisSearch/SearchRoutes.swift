import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// Searching, as pages and as JSON.
    package static let searchRoutes: [Route] = [
        .page(Paths.search) { call in try await call.searchPage() },
        .api(.get, "/search", needsMember: false, .search) { call in try await call.searchJSON() },
    ]
}

extension Call {
    fileprivate func searchPage() async throws -> Response {
        let viewer = viewer, now = now, community = query["community"].flatMap { $0.isEmpty ? nil : $0.lowercased() }
        do {
            let request = try SearchRequest(query, in: zone)
            let (places, results) = try await search(request) { db in
                (
                    try SearchPlaces.of(viewer, community: community, db, at: now),
                    try SearchResults.find(request, limit: SearchResults.perPage, for: viewer, db, at: now)
                )
            }
            return page(searchPage(SearchForm(query, places, []), request, results))
        } catch let denial as Denial {
            let places = try await env.store.read { db in try SearchPlaces.of(viewer, community: community, db, at: now)
            }
            return try refused(denial, places)
        }
    }

    /// The form with what was typed, and what is wrong with it.
    private func refused(_ denial: Denial, _ places: SearchPlaces) throws -> Response {
        switch denial {
        case .input(let errors):
            return page(searchPage(SearchForm(query, places, errors), nil, .none), status: denial.status)
        case .tooMany(let wait):
            var response = page(tooManySearchesPage(SearchForm(query, places, []), denial), status: denial.status)
            response.headers[.retryAfter] = String(wait.wholeSeconds)
            return response
        default: throw denial
        }
    }

    fileprivate func searchJSON() async throws -> Response {
        let request = try SearchRequest(query, in: zone), limit = try limit(orElse: SearchResults.perPage)
        let viewer = viewer, now = now
        let found = try await search(request) { db in
            try SearchResults.find(request, limit: limit, for: viewer, db, at: now)
        }
        return try .json(SearchAnswer(found, request.plan))
    }

    private func limit(orElse usual: Int) throws(Denial) -> Int { query["limit"] == nil ? usual : try limit() }

    /// Answers a search on the beat, counted against what one session or address may do; an empty form is not one, and answered at once.
    private func search<Value: Sendable>(
        _ request: SearchRequest,
        _ body: @escaping @Sendable (DB) throws -> Value
    ) async throws -> Value {
        if request.plan.isEmpty { return try await env.store.read(body) }
        try countSearch()
        return try await ResponsePadding.on(env) { try await env.store.read(body) }
    }

    private func countSearch() throws(Denial) {
        if let session {
            try env.limiter.use(.init("search", "session \(session.id)"), [.searchSignedIn])
        } else {
            try env.limiter.use(.init("search", address), [.searchSignedOut])
        }
    }
}
