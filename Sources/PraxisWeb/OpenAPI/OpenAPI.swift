import HTTPTypes
import PraxisWords
import PraxisDomain

/// The OpenAPI 3.1 document, generated from the route table alone.
package enum OpenAPI {
    /// `additions` are fields that targets above add to named objects, `vocabularies` the words of open ones.
    package static func document(
        _ routes: [Route],
        adding additions: [String: AddedFields] = [:],
        _ vocabularies: [String: [String]] = [:],
        title: String
    ) -> JSON {
        var paths: [String: [(String, JSON)]] = [:]
        var order: [String] = []
        var components = Components(additions, vocabularies)
        for route in routes {
            guard let api = route.api else { continue }
            if paths[route.path] == nil { order.append(route.path) }
            paths[route.path, default: []].append(
                (route.method.rawValue.lowercased(), operation(route, api, &components))
            )
        }
        _ = schema(Problem.schema, &components)
        return .object([
            ("openapi", .text("3.1.0")),
            ("info", .object([("title", .text(title)), ("version", .text("1"))])),
            ("paths", .object(order.map { ($0, .object(paths[$0] ?? [])) })),
            (
                "components",
                .object([
                    ("schemas", .object(components.schemas.sorted { $0.key < $1.key })),
                    (
                        "securitySchemes",
                        .object([("bearer", .object([("type", .text("http")), ("scheme", .text("bearer"))]))])
                    ),
                ])
            ),
        ])
    }

    private static func operation(_ route: Route, _ api: APIDescription, _ components: inout Components) -> JSON {
        var members: [(String, JSON)] = [("summary", .text(api.summary))]
        if route.needsMember { members.append(("security", .list([.object([("bearer", .list([]))])]))) }
        let parameters = parameters(route, api, &components)
        if !parameters.isEmpty { members.append(("parameters", .list(parameters))) }
        if let request = api.request {
            members.append(
                (
                    "requestBody",
                    .object([
                        ("required", .truth(isRequired(request))),
                        ("content", content(request, "application/json", &components, isClosed: true)),
                    ])
                )
            )
        }
        members.append(("responses", responses(api, &components)))
        return .object(members)
    }

    private static func parameters(_ route: Route, _ api: APIDescription, _ components: inout Components) -> [JSON] {
        let names = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            String($0.dropFirst().dropLast())
        }
        var parameters: [JSON] = names.map { name in
            .object([
                ("name", .text(name)), ("in", .text("path")), ("required", .truth(true)),
                ("schema", .object([("type", .text("string"))])),
            ])
        }
        for (place, given) in [("query", api.query), ("header", api.headers)] {
            for parameter in given {
                parameters.append(
                    .object([
                        ("name", .text(parameter.name)), ("in", .text(place)),
                        ("required", .truth(parameter.isRequired)),
                        ("schema", schema(parameter.schema, &components)),
                    ])
                )
            }
        }
        if api.isOnce {
            parameters.append(
                .object([
                    ("name", .text("Idempotency-Key")), ("in", .text("header")),
                    ("schema", .object([("type", .text("string")), ("maxLength", .whole(200))])),
                ])
            )
        }
        return parameters
    }

    private static func responses(_ api: APIDescription, _ components: inout Components) -> JSON {
        var success: [(String, JSON)] = [("description", .text("done"))]
        if let response = api.response {
            success.append(("content", content(response, api.mediaType, &components)))
        }
        let refusal = JSON.object([
            ("description", .text("refused")),
            (
                "content",
                .object([
                    (
                        "application/problem+json",
                        .object([("schema", schema(Problem.schema, &components))])
                    )
                ])
            ),
        ])
        let empty = api.mayBeEmpty ? [("204", JSON.object([("description", .text("done, and nothing is left"))]))] : []
        return .object([(String(api.status), .object(success))] + empty + [("4XX", refusal), ("5XX", refusal)])
    }

    /// Whether a request without a body is refused.
    private static func isRequired(_ request: Schema) -> Bool {
        if case .object(_, let required) = request { return !required.isEmpty }
        return true
    }

    /// A closed object accepts only the fields it names, as all our requests do; responses may grow.
    private static func content(
        _ value: Schema,
        _ type: String,
        _ components: inout Components,
        isClosed: Bool = false
    ) -> JSON {
        var described = schema(value, &components)
        if isClosed, case .object(let members) = described {
            described = .object(members + [("additionalProperties", .truth(false))])
        }
        return .object([(type, .object([("schema", described)]))])
    }
}
