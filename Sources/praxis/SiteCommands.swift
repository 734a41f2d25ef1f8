import ArgumentParser
import Foundation
import PraxisApp
import PraxisDomain

extension CommunityVisibility: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}

struct CommunityCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "community",
        abstract: "Communities.",
        subcommands: [Add.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a community; prints its id and its slug.")

        @OptionGroup var site: SiteOptions
        @Option(help: "Its name in addresses.") var slug: String
        @Option(help: "Its name.") var name: String
        @Option(help: "Who can see it.") var visibility = CommunityVisibility.members

        func run() async throws { try await site.run(.addCommunity(slug: slug, name: name, visibility: visibility)) }
    }
}

struct MemberCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member",
        abstract: "Members.",
        subcommands: [Add.self]
    )

    enum SiteRole: String, ExpressibleByArgument, CaseIterable { case siteAdmin = "site-admin" }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make or update an account, which counts as confirmed; prints its id."
        )

        @OptionGroup var site: SiteOptions
        @Option(help: "The email address.") var email: String
        @Option(help: "The name.") var name: String
        @Option(help: "A role on the whole site.") var role: SiteRole?
        @Flag(help: "Read the password from the first line of standard input.") var passwordStdin = false

        func run() async throws {
            let password = passwordStdin ? readLine(strippingNewline: true) ?? "" : nil
            try await site.run(
                .addMember(email: email, name: name, isSiteAdministrator: role == .siteAdmin, password: password)
            )
        }
    }
}

struct MembershipCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "membership",
        abstract: "Who belongs where.",
        subcommands: [Set.self]
    )

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a member a role in a community or one of its groups; prints the member's id."
        )

        @OptionGroup var site: SiteOptions
        @Option(help: "The member's email address.") var member: String
        @Option(help: "The community's slug.") var community: String
        @Option(help: "The group's slug.") var group: String?
        @Option(help: "The role.") var role: Role

        func run() async throws {
            try await site.run(.setMembership(email: member, community: community, group: group, role: role))
        }
    }
}

struct AdmissionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admission",
        abstract: "Who may read one thread alone.",
        subcommands: [Set.self]
    )

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a member read one thread until a moment, or end that; prints the member's id."
        )

        @OptionGroup var site: SiteOptions
        @Option(help: "The member's email address.") var member: String
        @Option(help: "The thread's number, as in its address.") var thread: Int64
        @Option(help: "When it ends, like 2026-11-21T07:00:00Z.") var until: String?
        @Flag(help: "End it now.") var end = false

        func validate() throws {
            guard (until != nil) != end else { throw ValidationError("Give either --until or --end.") }
        }

        func run() async throws {
            let moment = try MomentOption.value(of: until)
            try await site.run(.setAdmission(email: member, thread: thread, until: moment))
        }
    }
}
