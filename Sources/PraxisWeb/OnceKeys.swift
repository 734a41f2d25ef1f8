import HTTPTypes
package import PraxisCommunity
import PraxisCrypto
package import PraxisDomain

extension Call {
    /// The request's `Idempotency-Key`, for the route as it was called and the body as it was sent.
    /// - Throws: `Denial.input` for a key of more than 200 bytes.
    package func headerOnceKey() throws(Denial) -> OnceKey? {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = head.headerFields[name], !key.isEmpty else {
            return nil
        }
        if key.utf8.count > 200 {
            throw .input([FieldError("Idempotency-Key", .tooLong(maximum: 200, actual: key.utf8.count))])
        }
        return OnceKey(
            member: try member(),
            route: calledRoute,
            key: key,
            digest: SHA256.hash(body),
            refusesOtherBody: true
        )
    }

    /// The hidden `key` of a form, with what the form says; another text under the same key is another thing.
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

    private var calledRoute: String { "\(head.method.rawValue) \(here.prefix { $0 != "?" })" }
}
