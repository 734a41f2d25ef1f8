import PraxisCommunity
import PraxisStore

extension MailLocation {
    /// Where the silence or suspension is whose id comes first.
    static func ofRestriction(_ about: [Int64], _ db: DB) throws -> MailLocation? {
        try db.first("SELECT communityId, groupId FROM restriction WHERE id = \(about.first)" as SQL<MailLocation>)
    }
}
