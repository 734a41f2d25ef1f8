import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisImport
import PraxisStore
import PraxisVerify

// Restoring a backup: the file is trusted only after a copy of it, in a folder of ours, has been checked.
extension CommandContext {
    /// Replaces all data with the backup at `path`.
    ///
    /// With `evenIfDamaged` it accepts a file with rows that are not as they were written. A file that is not from Praxis, is from a newer
    /// version, or has other tables, triggers or views than it claims is refused all the same.
    func restore(from path: String, evenIfDamaged: Bool, _ output: Output) async throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Refused(Messages.noFile(path, String(cString: strerror(ENOENT))))
        }
        if isFolder.boolValue { throw Refused(Messages.notRestored(path, .notReadable)) }
        let store = env.store, copy = try DataFolder(store.folder.restoreCopy)
        defer { try? FileManager.default.removeItem(atPath: copy.path) }
        let findings: [VerifyFinding]
        do {
            let damage = try await blocking {
                try store.stage(path, in: copy, migrations: env.capabilities.migrations)
            }
            findings = try await self.findings(in: copy, damage)
        } catch let bad as BadBackup {
            throw Refused(Messages.notRestored(path, bad))
        }
        if let first = findings.first, !evenIfDamaged {
            throw Refused(Messages.notRestored(path, first, of: findings.count))
        }
        for finding in findings { output.err(Messages.plainly(finding)) }
        try await blocking { try store.takeOver(copy) }
        env.snapshots.clear()
        env.communities.forget()
        let head = try await env.store.read(AuditChain.head)
        try await env.site.command { db in _ = try db.audit(.restored, nil, by: Permit.administrator()) }
        output.out(findings.isEmpty ? Messages.restored(path) : Messages.restoredDamaged(path, findings.count))
        output.out(Messages.auditHead(head))
    }

    /// Opens the copy as a store, which brings its schema up to date, and checks everything that `praxis verify` does except the words of
    /// the search index.
    private func findings(in copy: DataFolder, _ damage: StagedDamage) async throws -> [VerifyFinding] {
        var findings = damage.rows.map { VerifyFinding($0) }
        do {
            let opened = try CommandContext.open(configuration, folder: copy, log: env.log)
            defer { try? opened.env.store.close() }
            _ = try await Verify.content(opened.env) { finding in
                if !findings.contains(finding) { findings.append(finding) }
            }
        } catch let error as StoreError where error.isAboutContent {
            // What cannot be read cannot be migrated either, unless there is nothing to migrate.
            guard damage.isBroken else { throw error }
        }
        if damage.isBroken, findings.isEmpty { findings.append(.damage("")) }
        return findings
    }
}
