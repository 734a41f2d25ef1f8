import FoundationEssentials
internal import Glibc
import Synchronization

/// A program run by this process, as the leader of its own process group.
struct Child: ~Copyable {
    /// How a program ended.
    enum End: Equatable {
        case exited(Int32)
        case died(signal: Int32)
    }

    private let id: pid_t
    /// The program's standard input, written without blocking; nil closes it.
    var input: Descriptor?
    /// The program's standard error, read without blocking; nil closes it.
    var errors: Descriptor?
    /// The end of the input that the program reads, kept open here as well.
    ///
    /// So a program that does not read causes no SIGPIPE, and what is left in the pipe after it has ended shows that the input was not
    /// read, which its exit code may not.
    private let unread: Descriptor

    /// Only one program is started at a time, so that none inherits the pipes of another: Glibc's atomic calls for that, and for closing
    /// everything in the child, are not visible from Swift.
    private static let turn = Mutex(())

    /// How many bytes of the message were in the pipe before the program was started.
    let written: Int

    /// Starts the program with only standard input, discarded standard output, and standard error.
    ///
    /// As much of the message as fits is already in the pipe: if this process dies a moment later, no half message is left.
    static func start(
        _ program: String,
        _ arguments: [String],
        environment: [String],
        message: [UInt8]
    ) throws(SystemFailure) -> Child {
        try turn.withLock { _ throws(SystemFailure) in
            let input = try Pipe.open()
            input.writer.makeRoom(for: message.count)
            try input.writer.doNotBlock()
            let written = message.withUnsafeBytes { write(input.writer.number, $0.baseAddress, $0.count) }
            return try Child(program, arguments, environment, input: input, errors: .open(), written: max(0, written))
        }
    }

    private init(
        _ program: String,
        _ arguments: [String],
        _ environment: [String],
        input: consuming Pipe,
        errors: consuming Pipe,
        written: Int
    ) throws(SystemFailure) {
        try errors.reader.doNotBlock()
        var actions = Self.actions(input: input.reader.number, errors: errors.writer.number)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var attributes = Self.attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        var id: pid_t = 0
        let code = withCStrings([program] + arguments) { arguments in
            withCStrings(environment) { posix_spawn(&id, program, &actions, &attributes, arguments, $0) }
        }
        guard code == 0 else { throw SystemFailure(code: code) }
        (self.id, self.written) = (id, written)
        self.input = consume input.writer
        self.errors = consume errors.reader
        unread = consume input.reader
    }

    /// Whether the pipe holds input that was not read.
    func hasUnreadInput() -> Bool {
        var waiting = pollfd(fd: unread.number, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) != 0 && waiting.revents & Int16(POLLIN) != 0
    }

    /// How the program ended, or nil while it runs.
    ///
    /// Must not be called again after it returned a result: the process id may belong to another program by then.
    func end() -> End? {
        wait(WNOHANG)
    }

    /// Kills the program and everything it started in its group.
    func kill() {
        Glibc.kill(-id, SIGKILL)
        _ = wait(0)
    }

    private func wait(_ options: Int32) -> End? {
        var status: Int32 = 0
        while true {
            switch waitpid(id, &status, options) {
            case id: return status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .died(signal: status & 0x7f)
            case -1 where errno == EINTR: continue
            // Something else reaped the status: the outcome is unknown, which is not success.
            case -1: return .exited(EX_OSERR)
            default: return nil
            }
        }
    }

    private static func actions(input: Int32, errors: Int32) -> posix_spawn_file_actions_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        for number in inheritable() { posix_spawn_file_actions_addclose(&actions, number) }
        return actions
    }

    /// Open files of this process that are not marked close-on-exec, other than the standard three.
    ///
    /// There should be none; this is for those of libraries, and of the process that started this one.
    private static func inheritable() -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }.filter { number in
            let flags = fcntl(number, F_GETFD)
            return number > STDERR_FILENO && flags >= 0 && flags & FD_CLOEXEC == 0
        }
    }

    /// A new program gets default signal handling, whatever this process ignores or blocks.
    private static func attributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        var signals = sigset_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        )
        posix_spawnattr_setpgroup(&attributes, 0)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        return attributes
    }
}

/// Calls `body` with the texts as the null-terminated array that `exec` takes.
private func withCStrings<Value>(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
) -> Value {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
}
