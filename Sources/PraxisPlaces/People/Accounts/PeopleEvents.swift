import PraxisCommunity
package import PraxisDomain

// What happens to accounts; the member is the subject.

extension Event {
    package static let signedUp: Event = "signed-up"
    package static let profileChanged: Event = "profile-changed"
    package static let sessionsEnded: Event = "sessions-ended"
    package static let accountApproved: Event = "account-approved"
    package static let accountDeclined: Event = "account-declined"
}

/// An act that ends the sessions of another member.
protocol SessionEndingAct {}
extension SetCommunityRole: SessionEndingAct {}
extension Administration: SessionEndingAct {}
extension SystemAct: SessionEndingAct {}

extension ActEvent where A: SessionEndingAct { static var sessionsEnded: Self { Self(.sessionsEnded) } }

extension ActEvent where A == OwnAccount {
    static var profileChanged: Self { Self(.profileChanged) }
    static var sessionsEnded: Self { Self(.sessionsEnded) }
}

extension ActEvent where A == SystemAct {
    static var signedUp: Self { Self(.signedUp) }
    static var profileChanged: Self { Self(.profileChanged) }
}

extension ActEvent where A == DecideAccount {
    static var accountApproved: Self { Self(.accountApproved) }
    static var accountDeclined: Self { Self(.accountDeclined) }
}

extension EventKind {
    static let people: [EventKind] =
        // Their name stands wherever they wrote.
        [EventKind(.profileChanged, rights: .ofSubject)]
        + [.signedUp, .sessionsEnded, .accountApproved, .accountDeclined].map {
            EventKind($0, stales: { _ in [.sessions] }, rights: .ofSubject)
        }
}
