import HTML
import Markdown
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension WriteDB {
    /// A version of an agreement as it was; one that is there already stays.
    ///
    /// The highest is in force.
    /// - Returns: whether it was added.
    func keepAgreement(
        _ version: Int,
        _ body: String,
        of community: CommunityID,
        by author: MemberID?,
        at: Timestamp
    ) throws -> Bool {
        let added = try run(
            """
            INSERT INTO agreement (communityId, version, body, html, authorId, at)
            VALUES (\(community), \(version), \(body), \(Markdown.render(body).html.bytes), \(author), \(at))
            ON CONFLICT (communityId, version) DO NOTHING
            """
        )
        try run(
            """
            UPDATE community SET agreementVersion = \(SQL.larger("agreementVersion", "\(version)")) WHERE id = \(community)
            """
        )
        return added > 0
    }
}
