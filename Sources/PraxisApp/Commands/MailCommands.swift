import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisStore
import PraxisWords

// The outbox, as an administrator inspects it on the machine itself.
extension CommandContext {
    /// At most this many mails are listed individually.
    private static let mostNamed = 50

    /// Prints how many mails of each kind are in which state, and those that are waiting or were given up.
    func tellMailQueue(_ output: Output) async throws {
        let now = env.clock(), capabilities = env.capabilities
        let queue = try await env.store.read { db in
            MailQueue(
                counts: try db.all(MailCount.all),
                waiting: try MailLine.waiting(limit: Self.mostNamed, capabilities, db),
                failed: try MailLine.failed(limit: Self.mostNamed, capabilities, db)
            )
        }
        if queue.counts.isEmpty { output.out(MailMessages.empty) }
        for count in queue.counts { output.out(MailMessages.sentence(count)) }
        if let oldest = queue.waiting.first, oldest.dueAt < now {
            output.out(MailMessages.oldest(oldest, seconds: now.since(oldest.dueAt).wholeSeconds))
        }
        for mail in queue.waiting + queue.failed { output.out(MailMessages.sentence(mail)) }
    }

    private struct MailQueue {
        let counts: [MailCount]
        let waiting: [MailLine]
        let failed: [MailLine]
    }

    /// Has one mail, or all that were given up, retried now.
    func retryMail(_ id: MailID?, _ output: Output) async throws {
        let count = try await env.site.retryMail(id)
        if let id, count == 0 { throw Refused(MailMessages.noRetry(id)) }
        output.out(MailMessages.retried(count))
    }

    /// Prints a mail as it would be handed over now, unless it is for its recipient's eyes only.
    ///
    /// Without a number: the newest one in the Maildir, if mail goes to one, and otherwise the next to be sent.
    func showMail(_ id: MailID?, _ output: Output) async throws {
        if id == nil, let folder = MailFolder.named(in: configuration.sendmail) {
            guard let message = try await blocking({ MailFolder.newest(in: folder) }) else {
                throw Refused(MailMessages.nothingIn(folder))
            }
            return tell(message, output)
        }
        guard let (found, made) = try await outbox.show(id) else {
            throw Refused(id.map(MailMessages.noMail) ?? MailMessages.noneWaits)
        }
        switch made {
        case .message(_, isDiscreet: true): throw Refused(MailMessages.discreet(found))
        case .message(let message, isDiscreet: false): tell(Data(message.rendered()), output)
        case .nothing(let end): throw Refused(MailMessages.nothing(found, end))
        }
    }

    private func tell(_ message: Data, _ output: Output) {
        let text = String(decoding: message, as: UTF8.self).replacing("\r\n", with: "\n")
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { output.out(String(line)) }
    }
}

/// The mail commands' messages to the administrator, in English.
enum MailMessages {
    static let empty = "No email was queued in the last 90 days."
    static let noneWaits = "No email is waiting."

    static func sentence(_ count: MailCount) -> String { "\(count.kind): \(count.count) \(count.state.rawValue)" }

    static func oldest(_ mail: MailLine, seconds: Int64) -> String {
        "The oldest, \(mail.id), has been due for \(seconds / 60) minutes."
    }

    static func sentence(_ mail: MailLine) -> String {
        let whom = mail.recipient.map { " to \($0.email)" } ?? ""
        let when =
            switch mail.state {
            case .waiting where mail.isInHand: "being sent"
            case .waiting: "due \(mail.dueAt.rfc3339)"
            case .sent, .skipped, .failed: "\(mail.state.rawValue) \(mail.endedAt?.rfc3339 ?? "")"
            }
        let tries = mail.attempts > 0 ? ", tried \(mail.attempts) times" : ""
        return "\(mail.id) \(mail.kind)\(whom): \(when)\(tries)" + (mail.failure.map { ": " + $0 } ?? "")
    }

    static func retried(_ count: Int) -> String { "Emails being tried again now: \(count)." }

    static func noRetry(_ id: MailID) -> String {
        "There is no email \(id) to try again: it was sent, was not wanted, is being sent, or does not exist."
    }

    static func noMail(_ id: MailID) -> String { "There is no email \(id)." }
    static func nothingIn(_ folder: String) -> String { "There is no email in \(folder)." }

    static func discreet(_ id: MailID) -> String {
        "Email \(id) is for its recipient alone: `praxis mail queue` says what kind it is and how it stands."
    }

    static func nothing(_ id: MailID, _ end: MailEnd) -> String {
        switch end {
        case .skipped(.account): "Email \(id) would not be sent: the account is not active."
        case .skipped(.address): "Email \(id) would not be sent: the account's address is not valid."
        case .skipped(.kind): "Email \(id) would not be sent: this version does not support its kind."
        case .skipped(.unwanted): "Email \(id) would not be sent: its recipient has turned such email off."
        case .skipped(.nothing): "Email \(id) would not be sent: it is no longer needed."
        case .refused(let reason, _): "Email \(id) cannot be written: \(reason)."
        case .sent, .lost: "Email \(id) is done."
        }
    }
}
