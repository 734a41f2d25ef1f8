import ArgumentParser
import PraxisApp
import PraxisStore

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the site until it is told to stop.")

    @OptionGroup var site: SiteOptions
    @Option(help: "The address to listen on.") var host: String?
    @Option(help: "The port to listen on; 0 takes a free one.") var port: String?

    func run() async throws {
        let flags = [("PRAXIS_HOST", host), ("PRAXIS_PORT", port)].compactMap { key, value in
            value.map { (key: key, value: $0) }
        }
        let configuration = try site.configuration(flags)
        do {
            try await Server.run(configuration, ready: Terminal.output.out)
        } catch let error as StoreError {
            Terminal.output.err(Messages.sentence(error, folder: configuration.data))
            throw ExitCode(1)
        } catch let error as CannotListen {
            Terminal.output.err(error.sentence)
            throw ExitCode(1)
        }
    }
}

struct Version: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the version.")

    func run() { Terminal.output.out(Praxis.version) }
}
