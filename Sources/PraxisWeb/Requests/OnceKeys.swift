import HTTPTypes
package import PraxisCommunity
import PraxisCrypto
package import PraxisDomain

extension Call {
    /// The request's `Idempotency-Key`, for its route and body as they were sent.
    /// - Throws: `Denial.input` for a key of more than 200 characters.
    package func headerOnceKey() throws(Denial) -> OnceKey? {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = head.headerFields[name], !key.isEmpty else {
            return nil
        }
        let actual = key.unicodeScalars.count
        if actual > 200 {
            throw .input([FieldError("Idempotency-Key", .tooLong(maximum: 200, actual: actual))])
        }
        return OnceKey(
            member: try member(),
            route: calledRoute,
            key: key,
            digest: SHA256.hash(body),
            refusesOtherBody: true
        )
    }

    /// Binds an idempotent act (claiming, joining, marking everything read) to the body with which its `Idempotency-Key` came first.
    /// - Throws: `Denial.keyReused` for another body.
    package func noteOnceKey() async throws {
        guard let key = try headerOnceKey() else { return }
        _ = try await env.site.command(once: key) { _ in key.member }
    }

    /// The hidden `key` of a form, together with its content; other content under the same key is another request.
    package func formOnceKey(_ key: String, _ texts: [String]) throws(Denial) -> OnceKey? {
        guard !key.isEmpty, key.utf8.count <= 200 else { return nil }
        return OnceKey(
            member: try member(),
            route: calledRoute,
            key: key,
            digest: SHA256.hash(texts.joined(separator: "\u{0}")),
            refusesOtherBody: false
        )
    }

    /// The same over everything in the form except its token, which differs between sessions.
    package func formOnceKey(_ form: Fields) throws(Denial) -> OnceKey? {
        try formOnceKey(form.text("key"), form.pairs.filter { $0.name != "token" }.flatMap { [$0.name, $0.value] })
    }

    private var calledRoute: String { "\(head.method.rawValue) \(here.prefix { $0 != "?" })" }
}
