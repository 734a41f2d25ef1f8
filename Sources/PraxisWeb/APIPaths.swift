/// The addresses of the JSON API, each below `root`.
///
/// `Route.api` adds the root.
package enum APIPaths {
    package static let root = "/api/v1"
    package static let document = "/openapi.json"
}
