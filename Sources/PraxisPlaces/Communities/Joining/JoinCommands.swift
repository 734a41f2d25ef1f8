package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// The outcome of joining.
package enum JoinOutcome: Hashable, Sendable {
    case joined
    case asked(RequestID)
}

extension Community {
    /// Joins, or asks to, as the community's way of joining has it.
    ///
    /// Changes nothing for those who have joined or asked already. `version` is that of the agreement that they accepted.
    ///
    /// - Throws: `Denial.input` if the agreement in force is another, `.notAllowed` if members join by invitation only.
    package func join(agreeing version: Int?, note: String, as viewer: Viewer) async throws -> JoinOutcome {
        let id = id
        return try await command { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            if let part = facts.community?.part?.counting(at: db.now), part.role != .guest { return .joined }
            let permit = try Policy.permit(JoinCommunity.self, facts)
            let member = try permit.author()
            guard let joining = facts.community?.joining, joining != .invite else { throw Denial.notAllowed }
            let note = try TypedText.checked(note, "note", Limits.noteScalars)
            try db.checkAgreement(version, of: id)
            if joining == .request { return .asked(try db.ask(in: id, note: note, by: permit)) }
            try db.setMembership(member, in: id, Part(.member), by: permit.mandate)
            try db.markNewcomer(member, in: id)
            return .joined
        }
    }

    /// Ends the viewer's own membership, or withdraws their request to join; does nothing if there is neither.
    /// - Throws: `Denial.input` for the last community manager.
    package func leave(as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            guard facts.community?.part?.counting(at: db.now) != nil else {
                try db.withdrawRequest(of: facts.viewer, to: nil, in: id)
                return
            }
            let permit = try Policy.permit(LeaveCommunity.self, facts)
            let member = try permit.author()
            try db.checkOtherManager(than: member, in: id)
            try db.endMembership(of: member, in: id, by: permit.mandate)
        }
    }

    /// Accepts the version of the agreement that is in force.
    /// - Throws: `Denial.input` if `version` is not it.
    package func accept(agreement version: Int?, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            guard let member = facts.viewer.member, facts.community?.part?.counting(at: db.now) != nil else {
                throw Denial.notAllowed
            }
            try db.checkAgreement(version, of: id)
            try db.run(
                """
                UPDATE membership SET agreementVersion = \(version ?? 0)
                WHERE communityId = \(id) AND memberId = \(member) AND agreementVersion < \(version ?? 0)
                """
            )
        }
    }
}
