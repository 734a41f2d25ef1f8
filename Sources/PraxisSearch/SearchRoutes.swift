import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

extension Route {
    /// Searching, as pages and as JSON.
    static func search(narrowedBy fields: [SearchField]) -> [Route] {
        [
            .page(Paths.search) { call in try await call.searchPage(fields) },
            .api(.get, APIPaths.search, needsMember: false, .search(narrowedBy: fields)) { call in
                try await call.searchJSON(fields)
            },
        ]
    }
}

extension Call {
    fileprivate func searchPage(_ fields: [SearchField]) async throws -> Response {
        let typed = query
        do {
            let request = try SearchRequest(query, narrowedBy: fields, in: zone)
            let (options, results) = try await search(request) { reading in
                (
                    try SearchOptions.of(fields, typed, reading),
                    try SearchResults.find(request, limit: SearchResults.perPage, reading)
                )
            }
            let form = SearchForm(query, fields, options, [])
            return SearchPageView(call: self, form: form, request: request, found: results).response()
        } catch let denial as Denial {
            let options = try await read { try SearchOptions.of(fields, typed, $0) }
            return try refused(denial) { errors in SearchForm(query, fields, options, errors) }
        }
    }

    /// The form with what was typed, and what is wrong with it.
    private func refused(_ denial: Denial, _ form: ([FieldError]) -> SearchForm) throws -> Response {
        switch denial {
        case .input(let errors):
            return SearchPageView(call: self, form: form(errors)).response(denial.status)
        case .tooMany(let wait):
            var response = TooManySearchesPageView(call: self, form: form([]), denial: denial).response(denial.status)
            response.headers[.retryAfter] = String(wait.wholeSeconds)
            return response
        default: throw denial
        }
    }

    fileprivate func searchJSON(_ fields: [SearchField]) async throws -> Response {
        let request = try SearchRequest(query, narrowedBy: fields, in: zone)
        let limit = try limit(orElse: SearchResults.perPage)
        let found = try await search(request) { try SearchResults.find(request, limit: limit, $0) }
        return try .json(SearchAnswer(found, request.plan))
    }

    private func limit(orElse usual: Int) throws(Denial) -> Int { query["limit"] == nil ? usual : try limit() }

    /// Answers a search on the beat, counted against what one session or address may do; an empty form is not one, and answered at once.
    private func search<Value: Sendable>(
        _ request: SearchRequest,
        _ body: @escaping @Sendable (Reading) throws -> Value
    ) async throws -> Value {
        if request.plan.isEmpty { return try await read(body) }
        try countSearch()
        return try await ResponsePadding.on(env) { try await read(body) }
    }

    private func countSearch() throws(Denial) {
        if let session {
            try env.limiter.use(.init("search", "session \(session.id)"), [.searchSignedIn])
        } else {
            try env.limiter.use(.init("search", address), [.searchSignedOut])
        }
    }
}
