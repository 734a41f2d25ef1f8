import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension MailLocation {
    /// Where the silence or suspension is whose id comes first.
    static func ofRestriction(_ about: MailMatter, _ db: DB) throws -> MailLocation? {
        let restriction = about.subject?.id(as: Noun.Restriction.self)
        return try db.first(
            "SELECT \(MailLocation.columns()) FROM restriction WHERE id = \(restriction)" as SQL<MailLocation>
        )
    }
}
