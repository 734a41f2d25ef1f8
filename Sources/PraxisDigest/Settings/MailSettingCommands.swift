package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// What a member chose by mail.
package struct MailChange: Sendable {
    package var cadence: Cadence
    package var pausedUntil: Timestamp?
    /// Places that the member does not read are passed over.
    package var communities: [CommunityID: MailLevel]

    package init(cadence: Cadence, pausedUntil: Timestamp?, communities: [CommunityID: MailLevel]) {
        self.cadence = cadence
        self.pausedUntil = pausedUntil
        self.communities = communities
    }
}

extension Site {
    /// Sets what a member hears by mail, and recomputes their next digest.
    package func changeMail(_ change: MailChange, as viewer: Viewer) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(viewer), member = try permit.author()
            try db.setMail(of: member, change.cadence, pausedUntil: change.pausedUntil)
            for place in try MailPlace.all(db.reading(as: viewer)) {
                guard let level = change.communities[place.id] else { continue }
                try db.set(DigestSetting.level, level, of: member, for: place.id.subject)
            }
            try db.record(.mailChanged, by: permit)
        }
    }

    /// Sets which groups of a community differ from it for a member; a nil level follows the community.
    package func changeMail(
        of community: CommunityID,
        groups: [GroupID: MailLevel?],
        as viewer: Viewer
    ) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(viewer), member = try permit.author()
            let places = try MailPlace.all(db.reading(as: viewer))
            guard let place = places.first(where: { $0.id == community }) else { throw Denial.missing }
            for group in place.groups {
                guard let level = groups[group.id] else { continue }
                if let level {
                    try db.set(DigestSetting.level, level, of: member, for: group.id.subject)
                } else {
                    try db.clear(DigestSetting.level, of: member, for: group.id.subject)
                }
            }
            try db.record(.mailChanged, by: permit)
        }
    }

    /// Makes the links in all mails that a member has had useless.
    package func endMailLinks(of member: MemberID) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(Viewer(member: member))
            try db.run("UPDATE digestState SET linkVersion = linkVersion + 1 WHERE memberId = \(member)")
            try db.record(.mailChanged, by: permit)
        }
    }

    /// Stops the digest of a member.
    ///
    /// Idempotent.
    package func stopDigest(of member: MemberID) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(Viewer(member: member))
            try db.stopDigest(of: member)
            try db.record(.mailChanged, by: permit)
        }
    }
}

/// What the page behind a link of the digest can do.
package enum DigestLinkAct: Equatable, Sendable {
    /// What the link is for.
    case stop
    case stopAll
    case undo
    case often(Cadence.Rhythm)
}

extension Site {
    /// Does what the holder of a link asks, without signing them in.
    /// - Throws: `Denial.missing` for a token that is old, of another site, tampered with, or not of the digest: nothing is changed.
    package func follow(_ token: String, _ act: DigestLinkAct, key: [UInt8]) async throws -> DigestLink {
        try await command { db in
            let link = try DigestLink(token, key, db.db), member = link.member
            switch (act, link.scope) {
            case (.stopAll, _), (.stop, .digest): try db.stopDigest(of: member)
            case (.stop, .community(let community)): try db.leaveOut(community, of: member)
            case (.undo, .digest): try db.resumeDigest(of: member)
            case (.undo, .community(let community)):
                try db.takeIn(community, of: member)
                try db.resumeDigest(of: member)
            case (.often(let rhythm), _): try db.setRhythm(of: member, rhythm)
            }
            try db.record(.mailChanged, member.subject, by: Permit.system())
            return link
        }
    }
}
