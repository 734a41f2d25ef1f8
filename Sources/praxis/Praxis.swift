import ArgumentParser
import Foundation
import PraxisApp

@main
struct Praxis: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "praxis",
        abstract: "A self-hosted home for communities of practice.",
        version: version,
        subcommands: [
            Serve.self, Import.self, Export.self, CommunityCommands.self, MemberCommands.self, MembershipCommands.self,
            AdmissionCommands.self, Backup.self, Restore.self,
            Verify.self, Doctor.self, MailCommands.self, DigestCommands.self, SendmailToMaildir.self, Version.self,
        ]
    )

    static let version = "0.1.0"
}

/// The options of every command that works with a site.
struct SiteOptions: ParsableArguments {
    @Option(help: "A file of settings, KEY=VALUE a line.") var config: String?
    @Option(help: "The data folder.") var data: String?

    /// The settings; ends the command with a list of the problems if they are wrong.
    func configuration(_ flags: [(key: String, value: String)] = []) throws -> PraxisApp.Configuration {
        let data = data.map { [(key: "PRAXIS_DATA", value: $0)] } ?? []
        do {
            return try PraxisApp.Configuration.read(
                file: config,
                environment: ProcessInfo.processInfo.environment,
                flags: data + flags
            )
        } catch {
            for problem in error.problems { Terminal.output.err(Messages.sentence(problem)) }
            throw ExitCode(1)
        }
    }

    /// Runs the work, in the server if one is running, and ends the command if it failed.
    func run(_ work: AdminCommand) async throws {
        let code = await CommandRunner.run(work, try configuration(), Terminal.output)
        if code != 0 { throw ExitCode(code) }
    }
}

/// The two streams of the terminal.
enum Terminal {
    static let output = Output(
        out: { FileHandle.standardOutput.write(Data(($0 + "\n").utf8)) },
        err: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }
    )

    /// A path made absolute.
    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
