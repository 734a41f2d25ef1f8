import Hummingbird

extension OpenAPI {
    /// `GET /api/v1/openapi.json`: the document of `routes`, generated once.
    package static func route(
        describing routes: [Route],
        adding additions: [String: AddedFields] = [:],
        _ vocabularies: [String: [String]] = [:]
    ) -> Route {
        let document = document(routes, adding: additions, vocabularies, title: "Praxis")
        return .api(.get, APIPaths.document, needsMember: false, APIDescription("This document.")) { _ in
            try Response.json(document)
        }
    }
}
