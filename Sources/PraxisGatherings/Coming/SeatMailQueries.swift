import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

extension MailLocation {
    /// The group of the date that a mail is about.
    static func ofGathering(_ about: MailMatter, _ db: DB) throws -> MailLocation? {
        try about.subject?.id(as: Noun.Conversation.self).flatMap { try of($0, db) }
    }

    /// The group of a thread.
    static func of(_ thread: ThreadID, _ db: DB) throws -> MailLocation? {
        try db.first("SELECT \(MailLocation.columns()) FROM thread WHERE id = \(thread)" as SQL<MailLocation>)
    }
}
