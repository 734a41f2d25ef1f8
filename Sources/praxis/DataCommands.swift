import ArgumentParser
import Foundation
import PraxisApp

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import a file in the corpus format; a second run changes nothing."
    )

    @OptionGroup var site: SiteOptions
    @Argument(help: "JSON lines.", completion: .file()) var file: String

    func run() async throws { try await site.run(.importFile(Terminal.absolute(file))) }
}

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the site, a community or what one member wrote as a file that praxis import reads.",
        discussion: """
            Passwords, sessions, the audit log, drafts, reports and mail do not travel: docs/corpus.md says what does and what does not. The file \
            can be read by nobody else; one that is there already is not replaced.
            """
    )

    @OptionGroup var site: SiteOptions
    @Option(help: "Only what belongs to this community, with the people in it.") var community: String?
    @Option(help: "Only what the member with this address wrote and said of themselves.") var member: String?
    @Argument(help: "Where the lines go.", completion: .file()) var file: String

    func validate() throws {
        if community != nil, member != nil { throw ValidationError("Use --community or --member, not both.") }
    }

    func run() async throws {
        let choice: ExportChoice = community.map { .community($0) } ?? member.map { .member($0) } ?? .site
        try await site.run(.exportFile(Terminal.absolute(file), of: choice))
    }
}

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Copy everything into one file while the site runs.")

    @OptionGroup var site: SiteOptions
    @Argument(help: "Where the copy goes.", completion: .file()) var file: String

    func run() async throws { try await site.run(.backup(Terminal.absolute(file))) }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replace everything by a backup, once the backup has been checked.",
        discussion: """
            The file is checked first: the pages of the database, what it is made of, the hash of each post, the checksum of each row, the audit \
            log, and what refers to what. Where anything is wrong it says so, and nothing changes.
            """
    )

    @OptionGroup var site: SiteOptions
    @Argument(help: "The backup.", completion: .file()) var file: String
    @Flag(
        help: ArgumentHelp(
            "Take a damaged file, for those who have nothing else.",
            discussion: """
                Says what is damaged and takes it as it is. A file that is not of Praxis, of a newer version, or that holds a trigger, a view or a \
                table that is not ours is refused all the same.
                """
        )
    ) var evenIfDamaged = false

    func run() async throws {
        try await site.run(.restore(Terminal.absolute(file), evenIfDamaged: evenIfDamaged))
    }
}

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every text, count and search row against its hash and its source."
    )

    @OptionGroup var site: SiteOptions

    func run() async throws { try await site.run(.verify) }
}

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for what is set up wrongly, and say how to fix it."
    )

    @OptionGroup var site: SiteOptions

    func run() async throws { try await site.run(.doctor(try site.configuration().values)) }
}

struct SendmailToMaildir: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sendmail-to-maildir",
        abstract: "Stand in for sendmail: put the message on standard input into a Maildir."
    )

    @Argument(help: "The Maildir.", completion: .directory) var folder: String
    @Argument(parsing: .captureForPassthrough, help: "What sendmail takes; ignored.") var ignored: [String] = []

    func run() throws {
        let code = MailFolder.deliver(FileHandle.standardInput.readDataToEndOfFile(), to: Terminal.absolute(folder))
        if code != 0 { throw ExitCode(code) }
    }
}
