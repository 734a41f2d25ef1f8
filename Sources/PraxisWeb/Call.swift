package import Foundation
package import HTTPTypes
package import Hummingbird
package import PraxisCommunity
import PraxisCrypto
import PraxisStore
package import PraxisDomain
package import PraxisWords
import Synchronization

/// One request, as a handler sees it: who sent it, what was sent, and the language of the answer.
package struct Call: Sendable {
    package let env: Environment
    /// What capabilities give to the frame of the page.
    let parts: PageParts
    package let route: Route
    package let head: HTTPRequest
    package let parameters: Parameters
    package let query: Fields
    /// The whole body, at most `Limits.bodyBytes`.
    package let body: [UInt8]
    package let session: Session?
    package let words: Words
    /// The words of all languages, for mails to other people.
    package let dictionaries: Dictionaries
    package let now: Timestamp
    /// The address of the client, behind trusted proxies.
    package let address: String
    /// The secret that form tokens are bound to: the session's token hash, or the visitor cookie.
    let formSecret: [UInt8]
    /// The secret of an ended session that this browser still names; empty if absent.
    let endedSecret: [UInt8]
    /// Registers a closure to be called once, when the connection has been closed.
    package let whenClosed: @Sendable (@escaping @Sendable () -> Void) -> Void
    /// What is waiting for the member in queues, if they have any.
    package var duties: [Duty] = []
    /// What stands at the end of the page; nil where no page is drawn.
    var footer: PageFooter?
    private let kept = Kept()

    /// The same request, in the session that it has just started.
    package func asked(in session: Session) -> Call {
        Call(
            env: env,
            parts: parts,
            route: route,
            head: head,
            parameters: parameters,
            query: query,
            body: body,
            session: session,
            words: dictionaries[session.language] ?? words,
            dictionaries: dictionaries,
            now: now,
            address: address,
            formSecret: session.tokenHash,
            endedSecret: [],
            whenClosed: whenClosed,
            footer: footer
        )
    }

    package var viewer: Viewer { session?.viewer ?? .visitor }

    /// Reads, in one snapshot, for the sender of this request at its time.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Reading) throws -> Value
    ) async throws -> Value {
        try await env.store.read(as: viewer, at: now, body)
    }

    package var zone: TimeZone {
        kept.value(\.zone) { Zones.stored(session?.timeZone, orElse: env.settings.timeZone) }
    }

    /// The time of the request, where the reader is.
    private var today: LocalTime {
        let zone = zone
        return kept.value(\.today) { LocalTime(now, in: zone) }
    }

    /// The signed-in member.
    /// - Throws: `Denial.signedOut`.
    package func member() throws(Denial) -> MemberID {
        guard let member = session?.member else { throw .signedOut }
        return member
    }

    /// A slug or token from the address.
    package func parameter(_ name: String) throws(Denial) -> String {
        guard let value = parameters.get(name), let text = value.removingPercentEncoding else { throw .missing }
        return text
    }

    /// An id from the address; anything else is answered as missing.
    package func id<Entity>(_ name: String, _ entity: Entity.Type = Entity.self) throws(Denial) -> ID<Entity> {
        guard let id = ID<Entity>(try parameter(name)) else { throw .missing }
        return id
    }

    /// The form's fields.
    package func form() throws(Denial) -> Fields {
        try kept.value(\.form) { Result { () throws(Denial) in try Fields(urlEncoded: body) } }.get()
    }

    /// The `token` of every form on this page.
    package var formToken: String { kept.value(\.formToken) { FormToken.make(env.store.siteKey, formSecret) } }

    package func moment(_ moment: Timestamp) -> String { words.moment(LocalTime(moment, in: zone), today: today) }

    /// Where to go after signing in: the path of this request.
    package var here: String { head.path ?? "/" }
}

/// What is computed when a page first asks for it: it has dozens of times, and of forms with the token.
private final class Kept: Sendable {
    struct Values: Sendable {
        var zone: TimeZone?
        var today: LocalTime?
        var formToken: String?
        var form: Result<Fields, Denial>?
    }

    private let values = Mutex(Values())

    /// Precondition: `make` asks for no other of these.
    func value<Value: Sendable>(_ path: WritableKeyPath<Values, Value?>, _ make: () -> Value) -> Value {
        values.withLock { values in
            if let made = values[keyPath: path] { return made }
            let value = make()
            values[keyPath: path] = value
            return value
        }
    }
}

/// Proof that a form came from a page of ours that was made for this session.
package enum FormToken {
    package static func make(_ key: [UInt8], _ secret: [UInt8]) -> String {
        Base64URL.encode(HMACSHA256.code(Array("form".utf8) + secret, key: key))
    }

    package static func holds(_ token: String?, _ key: [UInt8], _ secret: [UInt8]) -> Bool {
        guard let token, !secret.isEmpty else { return false }
        return constantTimeEqual(Array(token.utf8), Array(make(key, secret).utf8))
    }
}
