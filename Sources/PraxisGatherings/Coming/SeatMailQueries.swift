import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

extension MailLocation {
    /// The group of the date that a mail is about.
    static func ofGathering(_ about: MailMatter, _ db: DB) throws -> MailLocation? {
        let thread = about.subject?.id(as: Noun.Conversation.self)
        return try db.first("SELECT \(MailLocation.columns()) FROM thread WHERE id = \(thread)" as SQL<MailLocation>)
    }
}
