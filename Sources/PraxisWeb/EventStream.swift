import HTTPTypes
package import Hummingbird
import NIOCore
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Call {
    /// An answer that lasts until the stream or the connection ends.
    package func events(_ stream: LiveStream) -> Response {
        whenClosed(stream.end)
        var response = Response(status: .ok, headers: [.contentType: "text/event-stream"])
        // A proxy in front passes each event on at once.
        if let buffering = HTTPField.Name("X-Accel-Buffering") { response.headers[buffering] = "no" }
        response.body = ResponseBody { taker in
            while let bytes = await stream.next() { try await taker.write(ByteBuffer(bytes: bytes)) }
            try await taker.finish(nil)
        }
        return response
    }

    /// The id of `number` for this session: a page that shows everything up to `env.live.latest`, asked before anything was read,
    /// misses nothing when its script listens from there on.
    package func liveMark(_ number: JournalNumber?, _ community: CommunityID) -> String? {
        guard let session, let number else { return nil }
        return LiveSeal(siteKey: env.store.siteKey, tokenHash: session.tokenHash, community: community).id(of: number)
    }
}

extension Page {
    /// What the script listens for while the page is open.
    package struct Live: Sendable {
        package enum Subject: Sendable {
            /// New posts of a thread.
            case thread(ThreadID)
            /// Items of a moderation queue: elements with `data-item`.
            case queue
        }

        /// The slug.
        let community: String
        /// See `Call.liveMark`.
        let after: String?
        let subject: Subject

        package init(_ community: String, after: String?, _ subject: Subject) {
            (self.community, self.after, self.subject) = (community, after, subject)
        }
    }
}
