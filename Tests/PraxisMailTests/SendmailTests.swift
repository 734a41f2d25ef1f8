import Foundation
import Glibc
import Testing

@testable import PraxisMail

extension ProcessTests {
    @Suite("A mail program") struct SendmailTests {
        let folder: Scratch
        init() throws { folder = try Scratch() }

        @Test("gets the message, one recipient, and a sender that bounces go to")
        func call() async throws {
            let sendmail = try folder.sendmail("printf '%s\\n' \"$@\" > $0.arguments; cat > $0.message")
            var message = try Samples.message(to: "--x@example.org".replacing("--", with: "a"), html: "<p>")
            try await sendmail.send(message)
            #expect(folder.text("sendmail.arguments") == "-i\n-f\n<>\n--\nax@example.org\n")
            #expect(folder.holds(message, in: "sendmail.message"))

            message.envelopeSender = .address(try #require(Address("bounce+1@praxis.example.org")))
            try await sendmail.send(message)
            #expect(folder.text("sendmail.arguments") == "-i\n-f\nbounce+1@praxis.example.org\n--\nax@example.org\n")
        }

        @Test("gets a message that is larger than a pipe whole")
        func large() async throws {
            let message = try Samples.message(text: String(repeating: "A line of text, one of many.\n", count: 10_000))
            try await folder.sendmail("cat > $0.message").send(message)
            #expect(folder.holds(message, in: "sendmail.message"))
        }

        @Test(
            "says by its exit code whether to try again",
            arguments: [
                (75, .temporary(75)), (67, .permanent(67)), (65, .permanent(65)), (68, .permanent(68)),
                (69, .temporary(69)),
                (71, .temporary(71)), (64, .temporary(64)), (77, .temporary(77)), (78, .temporary(78)),
                (1, .temporary(1)),
                (127, .temporary(127)),
            ] as [(Int, SendmailFailure.Reason)]
        )
        func exitCodes(code: Int, reason: SendmailFailure.Reason) async throws {
            // With and without having read the message: a refusal tells more than a broken pipe.
            for script in ["cat > /dev/null; exit \(code)", "exit \(code)"] {
                let failure = await failure(of: try folder.sendmail(script))
                #expect(failure?.reason == reason)
                #expect(failure?.isTemporary == (reason == .temporary(Int32(code))))
            }
        }

        @Test(
            "that ends well without reading the message has not taken it",
            arguments: ["exit 0", "exec 0<&-; exit 0", "head -c 10 > /dev/null; exit 0", "exec < /dev/null; cat"],
            [1, 6_000]
        )
        func brokenPipe(script: String, lines: Int) async throws {
            let message = try Samples.message(text: String(repeating: "A line of text.\n", count: lines))
            #expect(await failure(of: try folder.sendmail(script), message)?.reason == .brokenPipe)
        }

        @Test("that dies is a failure", arguments: [SIGKILL, SIGTERM, SIGPIPE])
        func dies(signal: Int32) async throws {
            let failure = await failure(of: try folder.sendmail("cat > /dev/null; kill -\(signal) $$"))
            #expect(failure?.reason == .died(signal: signal))
        }

        @Test(
            "that cannot be run is a failure with its reason",
            arguments: [("/nonexistent/sendmail -i", ENOENT), ("/etc/passwd", EACCES), ("/proc", EACCES)]
        )
        func cannotStart(setting: String, code: Int32) async throws {
            let failure = await failure(of: try #require(Sendmail(setting: setting)))
            #expect(failure?.reason == .cannotStart(code))
            #expect(failure?.description == "the mail program cannot be started: \(String(cString: strerror(code)))")
        }

        @Test("may say megabytes on its standard error, of which the first 4,096 bytes are kept", arguments: [0, 75])
        func output(code: Int) async throws {
            let script = "head -c 5000000 /dev/zero | tr '\\0' x >&2; cat > /dev/null; exit \(code)"
            let failure = await failure(of: try folder.sendmail(script))
            #expect(failure?.output == (code == 0 ? nil : String(repeating: "x", count: 4_096)))
        }

        @Test("is quoted on one line, with what its exit code means")
        func description() async throws {
            let failure = await failure(of: try folder.sendmail("printf 'no such\\r\\n\\033user' >&2; exit 67"))
            #expect(failure?.description == "the mail program ended with 67, there is no such recipient: no such user")
        }

        @Test(
            "that hangs is killed with all that it started",
            arguments: ["cat > /dev/null;", "", "exec 2>&-;", "trap '' TERM PIPE;", "while echo more >&2; do :; done;"]
        )
        func hangs(prelude: String) async throws {
            // Any process that survives holds the FIFO open and writes into it; the end of the file comes when all are gone.
            let fifo = folder.path("alive")
            try #require(mkfifo(fifo, 0o600) == 0)
            let reader = open(fifo, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            defer { close(reader) }
            let wait = "sleep 10; echo alive >&3"
            let sendmail = try folder.sendmail(
                "exec 3> \(fifo); (\(wait)) & \(prelude) \(wait)",
                timeout: .milliseconds(300)
            )
            let message = try Samples.message(text: String(repeating: "A line of text.\n", count: 6_000))
            #expect(await failure(of: sendmail, message)?.reason == .timedOut)

            _ = fcntl(reader, F_SETFL, 0)
            var byte: UInt8 = 0
            #expect(read(reader, &byte, 1) == 0)
        }

        @Test("that leaves something running behind it has still ended")
        func background() async throws {
            try await folder.sendmail("cat > /dev/null; sleep 30 & echo $! > $0.left").send(Samples.message())
            let left = try #require(Int32(folder.text("sendmail.left").trimmingCharacters(in: .newlines)))
            #expect(kill(left, SIGKILL) == 0)
        }

        @Test("sees three descriptors, no setting of Praxis, and signals as usual")
        func surroundings() async throws {
            let inherited = open("/dev/null", O_RDONLY)
            defer { close(inherited) }
            setenv("PRAXIS_TEST_SECRET", "secret", 1)
            defer { unsetenv("PRAXIS_TEST_SECRET") }
            signal(SIGUSR1, SIG_IGN)
            defer { signal(SIGUSR1, SIG_DFL) }
            let script =
                "cat > /dev/null; for f in /proc/$$/fd/*; do readlink $f; done > $0.files; env > $0.settings; "
                + "grep -E 'Sig(Blk|Ign)' /proc/self/status > $0.signals"
            try await folder.sendmail(script).send(Samples.message())
            let files = folder.text("sendmail.files").split(separator: "\n").filter { !$0.hasSuffix(".files") }
            #expect(files.filter { $0.hasPrefix("pipe:") }.count == 2)
            #expect(files.filter { !$0.hasPrefix("pipe:") && !$0.hasSuffix("/sendmail") }.count <= 1)
            #expect(!folder.text("sendmail.settings").contains("PRAXIS_"))
            #expect(folder.text("sendmail.settings").contains("PATH="))
            let signals = folder.text("sendmail.signals").split(separator: "\n")
                .compactMap { $0.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) } }
            // Glibc leaves two signals ignored that it keeps for itself, 32 and 33.
            #expect(signals.map { $0 & 0x7fff_ffff } == [0, 0])
        }

        @Test("runs beside others, each with its own message")
        func concurrent() async throws {
            let sendmail = try folder.sendmail("shift 4; cat > $0.$1")
            let messages = try (0..<40).map { number in
                try Samples.message(
                    to: "m\(number)@example.org",
                    text: String(repeating: "This is message \(number).\n", count: 5_000)
                )
            }
            try await withThrowingTaskGroup { group in
                for message in messages { group.addTask { try await sendmail.send(message) } }
                try await group.waitForAll()
            }
            for message in messages {
                #expect(folder.holds(message, in: "sendmail.\(message.to.address)"))
            }
        }

        @Test("leaves no child and no descriptor behind, however it ends")
        func leftovers() async throws {
            let message = try Samples.message(text: String(repeating: "A line of text.\n", count: 6_000))
            let scripts = [
                "cat > /dev/null", "exit 0", "exit 75", "kill -9 $$", "exec 2>&-; cat > /dev/null",
                "exec 0<&- 2>&-; sleep 30",
            ]
            func sendAll() async throws {
                await withTaskGroup { group in
                    for script in scripts {
                        guard let sendmail = try? folder.sendmail(script, timeout: .milliseconds(500)) else { continue }
                        group.addTask { _ = await failure(of: sendmail, message) }
                    }
                    guard let missing = Sendmail(setting: "/nonexistent") else { return }
                    group.addTask { _ = await failure(of: missing, message) }
                }
            }
            try await sendAll()
            let pipes = try Self.openPipes()
            for _ in 0..<5 { try await sendAll() }
            #expect(try Self.openPipes() == pipes)
            var status: Int32 = 0
            #expect(waitpid(-1, &status, WNOHANG) == -1 && errno == ECHILD)
        }

        /// Only pipes are counted: other suites read files at the same time.
        private static func openPipes() throws -> Int {
            let folder = "/proc/self/fd"
            return try FileManager.default.contentsOfDirectory(atPath: folder).count { name in
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"))?.hasPrefix("pipe:")
                    == true
            }
        }
    }

    @Suite("The setting of a mail program") struct SendmailSettingTests {
        @Test("is a path and arguments between spaces, with nothing for a shell")
        func setting() throws {
            let sendmail = try #require(Sendmail(setting: " /usr/sbin/sendmail  -i '$(id)' "))
            #expect(sendmail.program == "/usr/sbin/sendmail")
            #expect(sendmail.arguments == ["-i", "'$(id)'"])
            #expect(sendmail.timeout == .seconds(60))
        }

        @Test("is refused without an absolute path", arguments: ["", " ", "sendmail -i", "./sendmail", "/a\u{0}b"])
        func refused(setting: String) {
            #expect(Sendmail(setting: setting) == nil)
        }
    }
}

/// How the hand-over failed; nil if it did not.
private func failure(of sendmail: Sendmail, _ message: Message? = nil) async -> SendmailFailure? {
    do {
        try await sendmail.send(message ?? Samples.message())
        return nil
    } catch {
        return error as? SendmailFailure
    }
}
