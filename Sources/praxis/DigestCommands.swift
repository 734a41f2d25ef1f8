import ArgumentParser
import PraxisApp
import PraxisDomain

struct DigestCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Digests: what is new, by email.",
        subcommands: [Run.self, Preview.self]
    )

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Queue and send every digest that is due.")

        @OptionGroup var site: SiteOptions
        @OptionGroup var moment: MomentOption
        @Flag(help: "Say what would be sent, and send nothing.") var dryRun = false

        func run() async throws { try await site.run(.digestRun(at: try moment.value(), isRehearsal: dryRun)) }
    }

    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a member's next digest.")

        @OptionGroup var site: SiteOptions
        @OptionGroup var moment: MomentOption
        @Option(help: "The member's email address.") var member: String
        @Flag(help: "Print the HTML part instead of the text.") var html = false

        func run() async throws {
            try await site.run(.digestPreview(email: member, at: try moment.value(), isHTML: html))
        }
    }
}

struct MomentOption: ParsableArguments {
    @Option(help: "The moment, like 2026-11-21T07:00:00Z; now unless given.") var at: String?

    func value() throws -> Timestamp? { try Self.value(of: at) }

    static func value(of text: String?) throws -> Timestamp? {
        guard let text else { return nil }
        guard let moment = Messages.moment(text) else {
            Terminal.output.err(Messages.badMoment(text))
            throw ExitCode(1)
        }
        return moment
    }
}
