import Logging
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisMail
import PraxisStore
import PraxisWords
import Synchronization

/// Hands queued mails over to the mail system, at most `atOnce` at a time.
///
/// The queue holds no text: a row says to whom a mail of which kind is owed, about which subject. The template of its kind makes it at the
/// moment at which it is handed over, in one snapshot of the store.
///
///     let outbox = Outbox(env, atOnce: 4)
///     await outbox.run { span in try await sleep(span) }  // until stop()
///
/// **Guarantees**
///
/// - What its recipient may not read at that moment, or has chosen not to get, does not leave.
/// - A mail is leased to one worker at a time. Its outcome is noted in the transaction that leases that worker its next one, so
///   that a crash repeats the mails in hand, and no other.
/// - A mail that was put into the queue by a transaction that was undone does not exist.
///
/// **Errors.** Nothing is thrown. A refusal of the mail program is noted with the mail, which is tried again later if the refusal may be
/// temporary (`OutboxPlan`). Outcomes that cannot be stored are kept in memory, and no mail is leased before they are stored.
package final class Outbox: Sendable {
    private struct State {
        var isStopping = false
        /// Outcomes that could not be stored, as on a full disk: no mail is leased before they are.
        var unnoted: [EndedMail] = []
    }

    package let env: Environment
    package let atOnce: Int
    /// Admits `atOnce` mail programs at a time.
    package let programs: AsyncSemaphore
    private let templates: [MailKind: MailTemplate]
    private let state = Mutex(State())

    /// Runs `atOnce` mail programs side by side at most; the templates are the site's, unless others are given.
    package init(_ env: Environment, templates: [MailTemplate]? = nil, atOnce: Int) {
        self.templates = Dictionary((templates ?? env.capabilities.mails).map { ($0.kind, $0) }) { first, _ in first }
        self.env = env
        self.atOnce = max(1, atOnce)
        programs = AsyncSemaphore(max(1, atOnce))
    }

    /// Hands over everything that is due now.
    /// - Returns: how many mails were in hand, whatever their outcome.
    @discardableResult
    package func handOverDue() async -> Int {
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<atOnce {
                group.addTask {
                    await self.programs.take()
                    defer { self.programs.give() }
                    return await self.work()
                }
            }
            return await group.reduce(0, +)
        }
    }

    /// Leases nothing more; what is in hand goes on.
    package func stop() {
        state.withLock { $0.isStopping = true }
        env.mailSignal.finish()
    }

    /// Hands one mail over after the other until none is due.
    /// - Returns: how many there were.
    package func work() async -> Int {
        var count = 0, ended: [EndedMail] = []
        while let mail = await exchange(ended) {
            ended = [note(mail, await handOver(mail))]
            count += 1
        }
        return count
    }

    private func note(_ mail: ClaimedMail, _ end: MailEnd) -> EndedMail {
        let choice = end == .skipped(.unwanted) ? templates[MailKind(rawValue: mail.kind)]?.choice : nil
        return EndedMail(id: mail.id, end: end) { db in try choice?.giveBack(mail.member, mail.about, db) }
    }

    private func exchange(_ ended: [EndedMail]) async -> ClaimedMail? {
        let (ended, takes) = state.withLock { state in
            defer { state.unnoted = [] }
            return (state.unnoted + ended, !state.isStopping)
        }
        do {
            return try await env.site.exchangeMail(ended, takes: takes)
        } catch {
            state.withLock { $0.unnoted += ended }
            env.log.error("the outbox cannot be written", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func handOver(_ mail: ClaimedMail) async -> MailEnd {
        var isDiscreet = true
        do {
            switch try await made(mail, checkingLease: true) {
            case .message(let message, let discreet):
                isDiscreet = discreet
                try await env.send(message)
                return .sent
            case .nothing(let end): return end
            }
        } catch let failure as SendmailFailure {
            // Not the program's own words: they may quote the mail, or its recipient's address.
            env.log.warning("a mail was not taken", metadata: ["mail": "\(mail.id)", "reason": "\(failure.summary)"])
            let words = isDiscreet ? failure.summary : failure.description
            let kept = String(String.UnicodeScalarView(words.unicodeScalars.prefix(OutboxPlan.failureScalars)))
            return .refused(kept, isTemporary: failure.isTemporary)
        } catch {
            env.log.error("a mail cannot be made", metadata: ["mail": "\(mail.id)", "error": "\(error)"])
            return .refused("it could not be made", isTemporary: true)
        }
    }

    /// A mail as it would be handed over at this moment.
    package enum Made: Sendable {
        /// Only the recipient of a discreet one may learn whom it is for or what it says.
        case message(Message, isDiscreet: Bool)
        case nothing(MailEnd)
    }

    /// Makes a queued mail without sending it; without an id the next one.
    /// - Returns: nil if absent.
    package func show(_ id: MailID?) async throws -> (id: MailID, made: Made)? {
        let sql = id.map(ClaimedMail.one) ?? ClaimedMail.next
        guard let mail = try await env.store.read({ db in try db.first(sql) }) else { return nil }
        return (mail.id, try await made(mail, checkingLease: false))
    }

    private func made(_ mail: ClaimedMail, checkingLease: Bool) async throws -> Made {
        guard let template = templates[MailKind(rawValue: mail.kind)] else { return .nothing(.skipped(.kind)) }
        let env = env, dictionaries = try env.capabilities.dictionaries(), now = env.clock()
        return try await env.store.read { db in
            if checkingLease, try !mail.isHeld(db) { return .nothing(.lost) }
            guard let account = try db.first(MailAccount.of(mail.member)), account.standing == .active else {
                return .nothing(.skipped(.account))
            }
            guard let address = Address(account.email) else { return .nothing(.skipped(.address)) }
            let isEnabled = env.settings.languages.contains(account.language)
            guard let words = dictionaries[isEnabled ? account.language : env.settings.language] else {
                return .nothing(.skipped(.kind))
            }
            let order = MailOrder(
                period: mail.period,
                about: mail.about,
                recipient: account.recipient,
                db: db,
                now: now,
                words: words,
                settings: env.settings,
                capabilities: env.capabilities,
                siteKey: env.store.siteKey
            )
            if try template.choice?.isWanted(order) == false { return .nothing(.skipped(.unwanted)) }
            guard let content = try template.content(order) else { return .nothing(.skipped(.nothing)) }
            let letter = OutboxMail(
                kind: template.kind,
                isBulk: template.isBulk,
                period: mail.period,
                recipient: account.recipient,
                address: address,
                language: words.code()
            )
            guard let message = letter.message(content, siteKey: env.store.siteKey, env) else {
                return .nothing(.refused("PRAXIS_MAIL_FROM is no address", isTemporary: true))
            }
            return .message(message, isDiscreet: try template.isDiscreet(mail.about, db))
        }
    }
}
