import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

extension Community {
    /// Closes the list of first steps for the viewer, who manages the community; it stays as it is for others.
    func closeFirstSteps(as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            if let refusal = Policy.refusal(ChangeCommunity.self, facts) { throw refusal }
            try db.run(
                """
                INSERT INTO firstStepsClosed (memberId, communityId) VALUES (\(viewer.member), \(id))
                ON CONFLICT (memberId, communityId) DO NOTHING
                """
            )
        }
    }
}
