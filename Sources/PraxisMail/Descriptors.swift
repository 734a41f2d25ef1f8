internal import Glibc

/// The error of a system call: its `errno`.
struct SystemFailure: Error, Hashable {
    let code: Int32

    /// The error of the last call on this thread.
    static var last: SystemFailure { SystemFailure(code: errno) }
}

/// An open file that is closed after its last use.
struct Descriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit { close(number) }

    /// Enlarges a pipe's buffer to this many bytes, if the system allows it; the default is 65,536.
    func makeRoom(for count: Int) {
        let setPipeSize: Int32 = 1031  // F_SETPIPE_SZ, which is not visible from Swift
        let largest: Int32 = 1_048_576  // the limit for unprivileged processes: /proc/sys/fs/pipe-max-size
        if count > 65_536 { _ = fcntl(number, setPipeSize, min(largest, Int32(clamping: count))) }
    }

    func doNotBlock() throws(SystemFailure) {
        guard fcntl(number, F_SETFL, O_NONBLOCK) == 0 else { throw .last }
    }
}

/// A pipe whose ends are not inherited by programs started later.
struct Pipe: ~Copyable {
    let reader: Descriptor
    let writer: Descriptor

    /// Must be called while no other program is being started: the ends are inheritable for a moment before they are marked.
    static func open() throws(SystemFailure) -> Pipe {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw .last }
        let pipe = Pipe(reader: Descriptor(ends[0]), writer: Descriptor(ends[1]))
        for end in ends where fcntl(end, F_SETFD, FD_CLOEXEC) != 0 { throw .last }
        return pipe
    }
}

/// Threads for blocking work, outside the cooperative pool, which must never block.
enum DetachedThread {
    /// Runs `body` once on a new thread, which ends with it.
    static func start(_ body: @escaping @Sendable () -> Void) throws(SystemFailure) {
        let start = Unmanaged.passRetained(ThreadBody(run: body))
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { DetachedThread.run($0) }, start.toOpaque())
        guard code == 0 else {
            start.release()
            throw SystemFailure(code: code)
        }
        pthread_detach(thread)
    }

    private static func run(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let start { Unmanaged<ThreadBody>.fromOpaque(start).takeRetainedValue().run() }
        return nil
    }

    private final class ThreadBody: Sendable {
        let run: @Sendable () -> Void
        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
