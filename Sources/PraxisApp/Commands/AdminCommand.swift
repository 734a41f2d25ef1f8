import Foundation
import PraxisCapability
package import PraxisDomain
import PraxisForum
import PraxisImport
import PraxisStore

/// A request of the administrator on the machine itself: done by the running server, or by the command if none is running.
///
/// Paths are absolute. It is encoded as JSON; server and command are the same program.
package enum AdminCommand: Codable, Hashable, Sendable {
    case importFile(String)
    /// Of the whole site, of a community by its slug, or of what a member by their address wrote.
    case exportFile(String, of: ExportChoice)
    case addCommunity(slug: String, name: String, visibility: CommunityVisibility)
    case addMember(email: String, name: String, isSiteAdministrator: Bool, password: String?)
    case setMembership(email: String, community: String, group: String?, role: Role)
    /// Without a time, the admission ends.
    case setAdmission(email: String, thread: Int64, until: Timestamp?)
    case backup(String)
    case restore(String, evenIfDamaged: Bool = false)
    case verify
    /// With the settings that the command has read.
    case doctor([String: String])
    case mailQueue
    /// One mail by its number, or all that were given up.
    case mailRetry(Int64?)
    /// A mail by its number, or the newest one available.
    case mailShow(Int64?)
    case digestRun(at: Timestamp?, isRehearsal: Bool)
    case digestPreview(email: String, at: Timestamp?, isHTML: Bool)
}

/// What `praxis export` is asked for.
package enum ExportChoice: Codable, Hashable, Sendable {
    case site
    case community(String)
    case member(String)
}

/// Where a command writes its output: lines without line ends.
package struct Output: Sendable {
    package let out: @Sendable (String) -> Void
    package let err: @Sendable (String) -> Void

    package init(out: @escaping @Sendable (String) -> Void, err: @escaping @Sendable (String) -> Void) {
        (self.out, self.err) = (out, err)
    }
}

/// Ends a command with a message instead of its result.
struct Refused: Error {
    let sentence: String
    var code: Int32 = 1

    init(_ sentence: String) { self.sentence = sentence }
}

extension AdminCommand {
    /// Performs the work.
    /// - Returns: the exit code; errors have been reported.
    package func run(in context: CommandContext, _ output: Output) async -> Int32 {
        do {
            return try await perform(context, output)
        } catch let refused as Refused {
            output.err(refused.sentence)
        } catch let denial as Denial {
            output.err(Messages.sentence(denial))
        } catch let error as StoreError {
            output.err(Messages.sentence(error, folder: context.configuration.data))
        } catch let foreign as ForeignCorpus {
            output.err(Messages.sentence(foreign))
        } catch is CancellationError {
            output.err(Messages.interrupted)
            return EX_TEMPFAIL
        } catch {
            output.err(Messages.accident(error))
        }
        return 1
    }

    private func perform(_ context: CommandContext, _ output: Output) async throws -> Int32 {
        switch self {
        case .importFile(let path): return try await context.importFile(path, output)
        case .exportFile(let path, let choice): try await context.exportFile(to: path, choice, output)
        case .addCommunity(let slug, let name, let visibility):
            try await context.addCommunity(slug, name, visibility, output)
        case .addMember(let email, let name, let isSiteAdministrator, let password):
            try await context.addMember(email, name, isSiteAdministrator: isSiteAdministrator, password, output)
        case .setMembership(let email, let community, let group, let role):
            try await context.setMembership(email, community, group, role, output)
        case .setAdmission(let email, let thread, let until):
            try await context.setAdmission(email, ThreadID(rawValue: thread), until, output)
        case .backup(let path): try await context.backup(to: path, output)
        case .restore(let path, let evenIfDamaged):
            try await context.restore(from: path, evenIfDamaged: evenIfDamaged, output)
        case .verify: return try await context.verify(output)
        case .doctor(let settings): return try await context.examine(settings, output)
        case .mailQueue: try await context.tellMailQueue(output)
        case .mailRetry(let id): try await context.retryMail(id.map { MailID(rawValue: $0) }, output)
        case .mailShow(let id): try await context.showMail(id.map { MailID(rawValue: $0) }, output)
        case .digestRun(let moment, let isRehearsal):
            try await context.runDigests(at: moment, isRehearsal: isRehearsal, output)
        case .digestPreview(let email, let moment, let isHTML):
            try await context.previewDigest(of: email, at: moment, isHTML: isHTML, output)
        }
        return 0
    }
}
