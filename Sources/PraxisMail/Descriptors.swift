internal import Glibc

/// What a system call answered instead of doing its work: the `errno`.
struct SystemFailure: Error, Hashable {
    let code: Int32

    /// The failure of the call that was made last on this thread.
    static var last: SystemFailure { SystemFailure(code: errno) }
}

/// An open file that is closed with its last use.
struct Descriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit { close(number) }

    /// Lets a pipe hold so many bytes, if the system allows it; a pipe as it is made holds 65,536.
    func makeRoom(for count: Int) {
        let setPipeSize: Int32 = 1031  // F_SETPIPE_SZ, which is not in Swift's view of Glibc
        let largest: Int32 = 1_048_576  // what anybody may ask for: /proc/sys/fs/pipe-max-size
        if count > 65_536 { _ = fcntl(number, setPipeSize, min(largest, Int32(clamping: count))) }
    }

    func doNotBlock() throws(SystemFailure) {
        guard fcntl(number, F_SETFL, O_NONBLOCK) == 0 else { throw .last }
    }
}

/// A pipe; no program that is run later sees its ends.
struct Pipe: ~Copyable {
    let reader: Descriptor
    let writer: Descriptor

    /// To be called with nobody else starting programs: the ends are open for a moment before they are marked.
    static func open() throws(SystemFailure) -> Pipe {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw .last }
        let pipe = Pipe(reader: Descriptor(ends[0]), writer: Descriptor(ends[1]))
        for end in ends where fcntl(end, F_SETFD, FD_CLOEXEC) != 0 { throw .last }
        return pipe
    }
}

/// Threads for work that waits, outside the concurrency pool, which must never wait.
enum DetachedThread {
    /// Runs the body once on a new thread, which ends with it.
    static func start(_ body: @escaping @Sendable () -> Void) throws(SystemFailure) {
        let work = Unmanaged.passRetained(Work(body: body))
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { DetachedThread.run($0) }, work.toOpaque())
        guard code == 0 else {
            work.release()
            throw SystemFailure(code: code)
        }
        pthread_detach(thread)
    }

    private static func run(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
        return nil
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
