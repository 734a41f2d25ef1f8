package import PraxisWords

/// The texts of this slice's pages: `groups` in the files.
package final class GroupWords: WordSection {
    package static let name = "groups"

    package let kinds: Kinds
    package let accessOpen: Phrase
    package let accessConfidentialOpen: Phrase
    package let accessRequest: Phrase
    package let accessInvite: Phrase
    package let confidential: Phrase
    package let youBelong: Phrase
    package let aboutGroup: Phrase
    package let readersOpen: Phrase
    package let readersPublic: Phrase
    package let readersJoined: Phrase
    package let readersManaging: Phrase
    package let readersFacilitators: Phrase
    package let readersPeopleOpen: Phrase
    package let readersPeopleClosed: Phrase
    package let readersPeopleJoined: Phrase
    package let toTakePart: Phrase
    package let joinAdds: Phrase
    package let doorConfidential: Phrase
    package let kind: Phrase
    package let contact: Phrase
    package let join: Phrase
    package let askToJoin: Phrase
    package let joining: Phrase
    package let note: Phrase
    package let noteHint: Phrase
    package let hasAsked: Phrase
    package let byInvitation: Phrase
    package let signInToJoin: Phrase
    package let signInToAsk: Phrase
    package let toCommunity: Phrase
    package let members: Phrase
    package let joinedCount: Plural
    package let nobodyJoined: Phrase
    package let facilitators: Plural
    package let moreFacilitators: Plural
    package let allMembers: Phrase
    package let lookAfter: Phrase
    package let membersAndRequests: Phrase
    package let settings: Phrase
    package let leave: Phrase
    package let leaveTitle: Phrase
    package let leaveText: Phrase
    package let newTitle: Phrase
    package let settingsTitle: Phrase
    package let name: Phrase
    package let purpose: Phrase
    package let contactLabel: Phrase
    package let contactHint: Phrase
    package let kindLegend: Phrase
    package let kindStays: Phrase
    package let kindTopicHint: Phrase
    package let kindSupportHint: Phrase
    package let kindSupervisionHint: Phrase
    package let kindWorkingHint: Phrase
    package let accessLegend: Phrase
    package let accessStays: Phrase
    package let openChoice: Phrase
    package let openHint: Phrase
    package let requestChoice: Phrase
    package let requestHint: Phrase
    package let inviteChoice: Phrase
    package let inviteHint: Phrase
    package let listed: Phrase
    package let editDays: Phrase
    package let editDaysHint: Phrase
    package let add: Phrase
    package let searchLabel: Phrase
    package let searchAny: Phrase
    package let searchTip: Phrase
    package let acts: [String: Phrase]
    package let missing: [String: Phrase]

    package var labels: [String: Phrase] {
        [
            "name": name, "purpose": purpose, "contact": contactLabel, "kind": kind, "access": accessLegend,
            "editDays": editDays,
        ]
    }

    package var choices: Set<String> { ["kind", "access"] }

    package final class Kinds: Decodable, Sendable {
        package let topic: Phrase
        package let peerSupport: Phrase
        package let peerSupervision: Phrase
        package let working: Phrase
    }
}

extension Words {
    package var groups: GroupWords { self[GroupWords.self] }
}
