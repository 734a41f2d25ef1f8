import Foundation
import PraxisApp
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("The control socket")
struct ControlSocketTests {
    /// Runs `body` while the socket of `site` answers.
    private func serving(_ site: TestSite, _ body: (Configuration) async throws -> Void) async throws {
        var configuration = Configuration()
        configuration.data = site.env.store.folder.path
        let service = try ControlService(CommandContext(site.env, configuration))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            try await body(configuration)
            group.cancelAll()
        }
    }

    @Test("has the server do what a command asks, at once, and says what came of it")
    func serverDoesIt() async throws {
        let site = try TestSite()
        try await serving(site) { configuration in
            let said = Said()
            let add = AdminCommand.addMember(
                email: "ann@example.org",
                name: "Ann",
                isSiteAdministrator: false,
                password: nil
            )
            #expect(await CommandRunner.run(add, configuration, Output(out: said.out, err: said.err)) == 0)
            let id = try await site.env.store.read { db in try db.first("SELECT id FROM member" as SQL<MemberID>) }
            #expect(said.out == [try #require(id).description])
            let path = site.env.store.folder.path + "/out.jsonl"
            let export = AdminCommand.exportFile(path, of: .site)
            #expect(await CommandRunner.run(export, configuration, Output(out: said.out, err: said.err)) == 0)
            #expect(said.out.last == "2 lines in \(path)." && FileManager.default.fileExists(atPath: path))
            let refused = AdminCommand.setMembership(
                email: "ann@example.org",
                community: "none",
                group: nil,
                role: .member
            )
            #expect(await CommandRunner.run(refused, configuration, Output(out: said.out, err: said.err)) == 1)
            #expect(said.err.count == 1)
        }
    }

    @Test("is for the user of the server alone, and gone with it")
    func isPrivate() async throws {
        let site = try TestSite()
        let path = site.env.store.folder.controlSocket
        try await serving(site) { _ in
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("left behind by a server that died is no hindrance; the command takes the folder itself")
    func survivesLeftovers() async throws {
        let scratch = try Scratch()
        var configuration = Configuration()
        configuration.data = scratch.path
        try Data().write(to: URL(fileURLWithPath: scratch.path + "/praxis.sock"))
        let said = Said()
        let add = AdminCommand.addCommunity(slug: "nursing", name: "Nursing", visibility: .members)
        #expect(await CommandRunner.run(add, configuration, Output(out: said.out, err: said.err)) == 0)
        #expect(said.out.last == "nursing")
    }

    @Test("is not needed to learn that the folder is in use")
    func namesTheFolderInUse() async throws {
        let site = try TestSite()
        var configuration = Configuration()
        configuration.data = site.env.store.folder.path
        let said = Said()
        #expect(await CommandRunner.run(.verify, configuration, Output(out: said.out, err: said.err)) == 1)
        #expect(said.err.joined().contains(configuration.data))
    }
}
