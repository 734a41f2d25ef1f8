package import HTTPTypes
import Hummingbird

/// The headers of every response, errors included.
package enum Headers {
    package static let contentSecurityPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
        manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    private static let always: HTTPFields = {
        var fields = HTTPFields()
        for (name, value) in [
            ("Content-Security-Policy", contentSecurityPolicy), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"),
        ] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }()

    private static let cacheControl: [Route.Caching: String] = [
        .personal: "private, no-cache", .never: "no-store", .forever: "public, max-age=31536000, immutable",
    ]

    /// The headers of an error that is answered before the pipeline.
    package static func ofErrors(isSecure: Bool) -> HTTPFields {
        var response = Response(status: .badRequest)
        add(to: &response, .never, isSecure: isSecure)
        return response.headers
    }

    static func add(to response: inout Response, _ caching: Route.Caching, isSecure: Bool) {
        response.headers.append(contentsOf: always)
        // An error is never cached, whatever the caching of its page.
        let isError = response.status.code >= 400
        if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = isError ? "no-store" : cacheControl[caching]
        }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    }
}
