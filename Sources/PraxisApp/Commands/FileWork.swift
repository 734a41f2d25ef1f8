import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisImport
import PraxisStore
import PraxisVerify

// AdminCommand on whole files: import, backup, and integrity checks.
extension CommandContext {
    /// - Returns: 1 if a line was not imported.
    func importFile(_ path: String, _ output: Output) async throws -> Int32 {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw Refused(Messages.noFile(path, String(cString: strerror(ENOENT))))
        }
        let began = env.uptime()
        var told = began
        let result = try await CorpusImport(path, env).run(
            refused: { output.err(Messages.sentence($0)) },
            progress: { progress in
                let now = env.uptime()
                guard now - told >= .seconds(1) else { return }
                told = now
                output.err(Messages.progress(progress, seconds: (now - began) / .seconds(1)))
            }
        )
        try await env.site.command { db in
            _ = try db.audit(.imported, nil, detail: [String(result.posts)], by: Permit.administrator())
        }
        output.out(Messages.imported(result))
        return result.refused > 0 ? 1 : 0
    }

    func backup(to path: String, _ output: Output) async throws {
        let store = env.store
        try await blocking { try store.backup(to: path) }
        output.out(Messages.backedUp(path))
        output.out(Messages.auditHead(try await env.store.read(AuditChain.head)))
    }

    /// - Returns: 1 if something is wrong.
    func verify(_ output: Output) async throws -> Int32 {
        var findings = 0
        let posts = try await Verify.content(env) { finding in
            findings += 1
            output.err(finding.sentence)
        }
        do {
            if let finding = try await searchFinding() {
                findings += 1
                output.err(finding.sentence)
            }
        } catch StoreError.fullAt {
            output.err(Messages.searchNotChecked)
        }
        output.out(Messages.auditHead(try await env.store.read(AuditChain.head)))
        output.out(findings == 0 ? Messages.whole(posts) : Messages.notWhole(findings))
        return findings == 0 ? 0 : 1
    }

    /// Checks the search index on a copy, since the check holds the write lock for as long as it takes.
    private func searchFinding() async throws -> VerifyFinding? {
        let store = env.store, copy = try DataFolder(store.folder.verifyCopy)
        defer { try? FileManager.default.removeItem(atPath: copy.path) }
        try await blocking { try store.backup(to: copy.database) }
        let opened = try CommandContext.open(configuration, folder: copy, log: env.log)
        defer { try? opened.env.store.close() }
        return try await Verify.searchIndex(ofCopy: opened.env)
    }
}
