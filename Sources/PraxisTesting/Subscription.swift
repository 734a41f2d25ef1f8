package import HTTPTypes
import Hummingbird
import NIOCore
package import PraxisDomain
import Synchronization

/// One stream of live events, as received by a client.
package final class Subscription: Sendable {
    /// What was sent between two blank lines.
    package struct Heard: Equatable, Sendable {
        package var id: String?
        package var event: String?
        package var data: String?

        init(_ block: Substring) {
            for line in block.split(separator: "\n") {
                if line.hasPrefix("id: ") { id = String(line.dropFirst(4)) }
                if line.hasPrefix("event: ") { event = String(line.dropFirst(7)) }
                if line.hasPrefix("data: ") { data = String(line.dropFirst(6)) }
            }
        }
    }

    package let status: Int
    package let headers: HTTPFields
    private let chunks: AsyncStream<String>
    private let kept = Mutex<(waiting: [Heard], lastID: String?)>(([], nil))
    private let task: Task<Void, Never>
    /// While closed, holds back what is sent, like a slow connection.
    private let gate = Gate()

    init(_ response: Response) {
        (status, headers) = (response.status.code, response.headers)
        let (chunks, continuation) = AsyncStream<String>.makeStream()
        self.chunks = chunks
        task = Task { [gate] in
            try? await response.body.write(Taker(continuation: continuation, gate: gate))
            continuation.finish()
        }
    }

    deinit { task.cancel() }

    /// The last id received.
    package var lastID: String? { kept.withLock { $0.lastID } }

    /// The next event, skipping comments and bare ids; returns nil when the stream has ended.
    package func next() async -> Heard? {
        while let block = await nextBlock() { if block.event != nil { return block } }
        return nil
    }

    /// The next block of any kind.
    package func nextBlock() async -> Heard? {
        while true {
            let block = kept.withLock { kept in kept.waiting.isEmpty ? nil : kept.waiting.removeFirst() }
            if let block { return block }
            var iterator = chunks.makeAsyncIterator()
            guard let chunk = await iterator.next() else { return nil }
            let blocks = chunk.split(separator: "\n\n").map(Heard.init)
            kept.withLock { kept in
                kept.waiting += blocks
                kept.lastID = blocks.last { $0.id != nil }?.id ?? kept.lastID
            }
        }
    }

    /// Closes the connection, as a page does when it is closed.
    package func hangUp() async {
        task.cancel()
        await task.value
    }

    /// Receives nothing more until `open()`.
    package func close() { gate.close() }

    package func open() { gate.open() }

    private struct Taker: ResponseBodyWriter {
        let continuation: AsyncStream<String>.Continuation
        let gate: Gate

        func write(_ buffer: ByteBuffer) async throws {
            await gate.pass()
            continuation.yield(String(buffer: buffer))
        }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private final class Gate: Sendable {
        private let state = Mutex<(isClosed: Bool, waiting: CheckedContinuation<Void, Never>?)>((false, nil))

        func close() { state.withLock { $0.isClosed = true } }

        func open() {
            let waiting = state.withLock { state in
                defer { state = (false, nil) }
                return state.waiting
            }
            waiting?.resume()
        }

        func pass() async {
            await withCheckedContinuation { continuation in
                let isClosed = state.withLock { state in
                    if state.isClosed { state.waiting = continuation }
                    return state.isClosed
                }
                if !isClosed { continuation.resume() }
            }
        }
    }
}

extension TestSite {
    /// A stream of a member's, by bearer.
    package func subscription(
        _ member: MemberID,
        _ community: String,
        after id: String? = nil
    ) async throws -> Subscription {
        let headers = [("Authorization", "Bearer " + (try await bearer(member)))]
        return try await Browser(self).listen(
            "/api/v1/events?community=\(community)&after=\(id ?? "")",
            headers: headers
        )
    }
}
