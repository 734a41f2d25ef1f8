import ArgumentParser
import PraxisApp

struct MailCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Outgoing mail.",
        subcommands: [Queue.self, Retry.self, Show.self]
    )

    struct Queue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how many mails wait, were sent, were skipped and were given up, and why."
        )

        @OptionGroup var site: SiteOptions

        func run() async throws { try await site.run(.mailQueue) }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try a mail again now, or all that were given up."
        )

        @OptionGroup var site: SiteOptions
        @Argument(help: "The mail's number, as \"praxis mail queue\" says it.") var id: Int64?
        @Flag(help: "All that were given up; so it is without a number, too.") var failed = false

        func validate() throws {
            if id != nil, failed { throw ValidationError("Name a mail or give --failed, not both.") }
        }

        func run() async throws { try await site.run(.mailRetry(id)) }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a mail as it would be sent now; without a number the newest in the Maildir, or the next."
        )

        @OptionGroup var site: SiteOptions
        @Argument(help: "The mail's number, as \"praxis mail queue\" says it.") var id: Int64?

        func run() async throws { try await site.run(.mailShow(id)) }
    }
}
