import ArgumentParser
import PraxisApp

struct MailCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Outgoing email.",
        subcommands: [Queue.self, Retry.self, Show.self]
    )

    struct Queue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how many emails are waiting, were sent, were skipped and failed, and why."
        )

        @OptionGroup var site: SiteOptions

        func run() async throws { try await site.run(.mailQueue) }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try an email again now, or all that failed."
        )

        @OptionGroup var site: SiteOptions
        @Argument(help: "The email's number, as \"praxis mail queue\" says it.") var id: Int64?
        @Flag(help: "All that failed; this is also what happens without a number.") var failed = false

        func validate() throws {
            if id != nil, failed { throw ValidationError("Give a number or --failed, not both.") }
        }

        func run() async throws { try await site.run(.mailRetry(id)) }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print an email as it would be sent now; without a number, the newest in the Maildir or the next."
        )

        @OptionGroup var site: SiteOptions
        @Argument(help: "The email's number, as \"praxis mail queue\" says it.") var id: Int64?

        func run() async throws { try await site.run(.mailShow(id)) }
    }
}
