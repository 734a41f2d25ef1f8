import Foundation
import PraxisApp
import PraxisCommunity
import PraxisStore
import PraxisTesting
import Synchronization

/// Files and folders for one test, gone with it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "praxis-scratch-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A file with this text.
    static func file(_ text: String) throws -> File {
        let folder = try Scratch()
        let path = folder.path + "/file"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return File(path: path, folder: folder)
    }

    struct File: Sendable {
        let path: String
        private let folder: Scratch

        fileprivate init(path: String, folder: Scratch) { (self.path, self.folder) = (path, folder) }
    }
}

/// What a command has said.
final class Said: Sendable {
    private let lines = Mutex<(out: [String], err: [String])>(([], []))

    var out: [String] { lines.withLock { $0.out } }
    var err: [String] { lines.withLock { $0.err } }

    func out(_ line: String) { lines.withLock { $0.out.append(line) } }
    func err(_ line: String) { lines.withLock { $0.err.append(line) } }
}

/// Runs a command of the administrator on a site, as the program does.
func run(_ work: AdminCommand, _ site: TestSite) async -> (code: Int32, said: Said) {
    let said = Said()
    var configuration = Configuration()
    configuration.data = site.env.store.folder.path
    let code = await work.run(in: CommandContext(site.env, configuration), Output(out: said.out, err: said.err))
    return (code, said)
}
