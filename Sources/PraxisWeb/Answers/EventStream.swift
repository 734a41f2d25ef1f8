import HTTPTypes
package import Hummingbird
import NIOCore
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Call {
    /// A response that lasts until the stream or the connection ends.
    package func events(_ stream: LiveStream) -> Response {
        whenClosed(stream.end)
        var response = Response(status: .ok, headers: [.contentType: "text/event-stream"])
        // Makes a proxy in front pass on each event immediately.
        if let buffering = HTTPField.Name("X-Accel-Buffering") { response.headers[buffering] = "no" }
        response.body = ResponseBody { taker in
            while let bytes = await stream.next() { try await taker.write(ByteBuffer(bytes: bytes)) }
            try await taker.finish(nil)
        }
        return response
    }

    /// The id of `number` for this session: a page that reflects everything up to `env.live.latest`, read before anything else was, misses
    /// nothing if its script listens from there on.
    package func liveMark(_ number: JournalNumber?, _ community: CommunityID) -> String? {
        guard let session, let number else { return nil }
        return LiveSeal(siteKey: env.store.siteKey, tokenHash: session.tokenHash, community: community).id(of: number)
    }
}

extension Page {
    /// The thread whose new posts the script announces while the page is open.
    package struct LiveThread: Sendable {
        /// The community's slug.
        let community: String
        let thread: ThreadID
        /// See `Call.liveMark`.
        let after: String?

        package init(_ community: String, _ thread: ThreadID, after: String?) {
            self.community = community
            self.thread = thread
            self.after = after
        }
    }
}
