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

extension EventKind {
    static let people: [EventKind] =
        // Their name stands wherever they wrote.
        [EventKind(.profileChanged, rights: .ofSubject)]
        + [.signedUp, .sessionsEnded, .accountApproved, .accountDeclined].map {
            EventKind($0, stales: { _ in [.sessions] }, rights: .ofSubject)
        }
}
