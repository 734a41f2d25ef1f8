import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisWords

// Digests, as an administrator runs and inspects them on the machine itself.
extension CommandContext {
    /// Queues every digest that is due at a moment, by default now, and hands over all mail that is due.
    func runDigests(at moment: Timestamp?, isRehearsal: Bool, _ output: Output) async throws {
        let now = moment ?? env.clock()
        let round = DigestRound(env, at: now, isSpread: false)
        if isRehearsal {
            let tally = try await round.rehearse { output.out(Messages.wouldGetDigest($0, period: $1)) }
            return output.out(Messages.rehearsed(tally))
        }
        let began = env.uptime()
        let tally = try await round.run()
        output.out(Messages.digests(tally, milliseconds: Span(env.uptime() - began).milliseconds))
        output.out(Messages.handedOver(await outbox.handOverDue()))
    }

    /// Prints the digest that a member would get if theirs were due at a moment, by default now.
    func previewDigest(of email: String, at moment: Timestamp?, isHTML: Bool, _ output: Output) async throws {
        guard let address = EmailAddress(email) else { throw Refused(Messages.badAddress(email)) }
        guard let account = try await Account.with(address, env) else { throw Refused(Messages.noMember(email)) }
        guard let words = try env.capabilities.dictionaries()[account.language] else { return }
        let now = moment ?? env.clock()
        guard let mail = try await DigestMail.next(for: account.id, env, words, at: now) else {
            return output.err(Messages.nothingNew(email))
        }
        let message = mail.message()
        output.out(isHTML ? message.html : Messages.subject(message.subject) + "\n\n" + message.text)
    }
}
