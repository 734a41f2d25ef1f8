import Foundation
import Glibc

/// A local socket that carries lines of text; its calls block.
final class UnixConnection: Sendable {
    private let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { Glibc.close(number) }

    /// Connects to the socket at `path`; returns nil if no process listens there.
    static func connect(to path: String) -> UnixConnection? {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { return nil }
        let connection = UnixConnection(number)
        return withUnixAddress(path) { Glibc.connect(number, $0, $1) } == 0 ? connection : nil
    }

    /// Sets a timeout after which a peer that neither sends nor receives is given up.
    func limitWaiting(seconds: Int) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(number, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Sends all bytes; returns false if the peer has gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno != EINTR { return false }
            rest = rest.dropFirst(max(0, count))
        }
        return true
    }

    /// Receives what is available; returns nil at the end, or after the timeout.
    func receive() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = bytes.withUnsafeMutableBytes { recv(number, $0.baseAddress, $0.count, 0) }
            if count > 0 { return Array(bytes.prefix(count)) }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    /// Calls `body` with each line without its line end, until it returns false or the peer is done.
    func lines(atMost limit: Int, _ body: ([UInt8]) -> Bool) {
        var waiting: [UInt8] = []
        while let piece = receive() {
            waiting += piece
            while let end = waiting.firstIndex(of: 10) {
                guard body(Array(waiting[..<end])) else { return }
                waiting.removeSubrange(...end)
            }
            if waiting.count > limit { return }
        }
    }
}

/// A local socket that accepts connections, from this user only.
final class UnixListener: Sendable {
    private let number: Int32
    private let path: String

    /// Replaces anything left at `path`.
    init(_ path: String) throws {
        self.path = path
        number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        unlink(path)
        guard number >= 0, withUnixAddress(path, { bind(number, $0, $1) }) == 0, chmod(path, 0o600) == 0,
            listen(number, 16) == 0
        else { throw Refused(Messages.noFile(path, String(cString: strerror(errno)))) }
    }

    deinit { Glibc.close(number) }

    /// Accepted connections, until `stop()`; its own thread waits for them.
    func connections() -> AsyncStream<UnixConnection> {
        AsyncStream { stream in
            Foundation.Thread.detachNewThread { [self] in
                while true {
                    let connection = accept(number, nil, nil)
                    if connection >= 0 {
                        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                        stream.yield(UnixConnection(connection))
                    } else if errno != EINTR, errno != ECONNABORTED, errno != EMFILE, errno != ENFILE {
                        break
                    }
                }
                stream.finish()
            }
        }
    }

    func stop() {
        unlink(path)
        shutdown(number, Int32(SHUT_RDWR))
    }
}

/// Calls a closure with the address of a local socket.
///
/// A path that is too long for one is reached through its opened folder.
private func withUnixAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path) - 1
    var short = path, folder: Int32 = -1
    if path.utf8.count > room {
        folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        short = "/proc/self/fd/\(folder)/\((path as NSString).lastPathComponent)"
    }
    defer { if folder >= 0 { Glibc.close(folder) } }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(short.utf8.prefix(room))) }
    return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
}
