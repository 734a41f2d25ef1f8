import PraxisCommunity
package import PraxisDomain
package import PraxisStore

extension WriteDB {
    /// Sets what a member says of their work and of where they are; what is all empty has no row.
    /// - Returns: whether that changed anything.
    @discardableResult
    package func setWork(_ work: Work, of member: MemberID) throws -> Bool {
        if work.isEmpty {
            return try run("DELETE FROM profile WHERE memberId = \(member)") > 0
        }
        return try run(
            """
            INSERT INTO profile (memberId, occupation, organisation, region)
            VALUES (\(member), \(work.occupation), \(work.organisation), \(work.region))
            ON CONFLICT (memberId) DO UPDATE SET occupation = excluded.occupation, organisation = excluded.organisation,
                region = excluded.region
            WHERE profile.occupation <> excluded.occupation OR profile.organisation <> excluded.organisation
                OR profile.region <> excluded.region
            """
        ) > 0
    }
}
