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

    /// Writes a file that an import reads; one that is there already stays as it is.
    func exportFile(to path: String, _ choice: ExportChoice, _ output: Output) async throws {
        if FileManager.default.fileExists(atPath: path) { throw Refused(Messages.exportIsThere(path)) }
        let scope = try await scope(choice)
        let lines = try await CorpusExport(scope, env).write(to: path)
        try await env.site.command { db in
            _ = try db.audit(.exported, scope.subject, detail: [scope.word], by: Permit.administrator())
        }
        output.out(Messages.exported(lines, path))
    }

    private func scope(_ choice: ExportChoice) async throws -> ExportScope {
        switch choice {
        case .site: return .site
        case .community(let slug):
            let community = try await env.store.read { db in
                try db.first("SELECT id FROM community WHERE slug = \(slug)" as SQL<CommunityID>)
            }
            guard let community else { throw Refused(Messages.noCommunity(slug)) }
            return .community(community)
        case .member(let address):
            guard let email = EmailAddress(address) else { throw Refused(Messages.badAddress(address)) }
            let member = try await env.store.read { db in
                try db.first("SELECT id FROM member WHERE email = \(email.text)" as SQL<MemberID>)
            }
            guard let member else { throw Refused(Messages.noMember(address)) }
            return .member(member)
        }
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
