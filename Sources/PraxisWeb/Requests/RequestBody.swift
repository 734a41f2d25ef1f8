import HTTPTypes
import Hummingbird
import NIOCore
import PraxisDomain

extension Request {
    /// The whole body; empty for a GET.
    /// - Throws: `Denial.tooLarge` above `Limits.bodyBytes`, `.unreadable`.
    func wholeBody() async throws -> [UInt8] {
        guard method != .get, method != .head else { return [] }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > Limits.bodyBytes {
            throw Denial.tooLarge
        }
        var whole: [UInt8] = []
        do {
            for try await chunk in body {
                whole += chunk.readableBytesView
                if whole.count > Limits.bodyBytes { throw Denial.tooLarge }
            }
        } catch let denial as Denial {
            throw denial
        } catch {
            // Malformed chunks, or a connection that ends in the middle: the sender's fault.
            throw Denial.unreadable
        }
        return whole
    }
}
