package import PraxisWords

/// The texts of this slice's pages: `communities` in the files.
package final class CommunityWords: WordSection {
    package static let name = "communities"

    package let title: Phrase
    package let placeChoices: PlaceChoiceWords
    package let yours: Phrase
    package let others: Phrase
    package let add: Phrase
    package let concern: Phrase
    package let discussions: Phrase
    package let people: Phrase
    package let about: Phrase
    package let groups: Phrase
    package let newPosts: Plural
    package let startDiscussion: Phrase
    package let aboutCommunity: Phrase
    package let lookAfter: Phrase
    package let membersAndRequests: Phrase
    package let settings: Phrase
    package let addGroup: Phrase
    package let whoReads: Phrase
    package let readersPublic: Phrase
    package let readersMembers: Phrase
    package let readersHidden: Phrase
    package let readersPublicBrief: Phrase
    package let readersMembersBrief: Phrase
    package let readersManagers: Phrase
    package let noneToSee: Phrase
    package let joiningOpen: Phrase
    package let joiningOpenHint: Phrase
    package let joiningRequestHint: Phrase
    package let joiningInviteHint: Phrase
    package let readersPeople: Phrase
    package let joiningRequest: Phrase
    package let joiningInvite: Phrase
    package let join: Phrase
    package let askToJoin: Phrase
    package let joinTitle: Phrase
    package let joining: Phrase
    package let hasAsked: Phrase
    package let signInToJoin: Phrase
    package let untilYouJoin: Phrase
    package let note: Phrase
    package let noteHint: Phrase
    package let agreement: Phrase
    package let agreementReaders: Phrase
    package let agreementReadersHidden: Phrase
    package let noAgreement: Phrase
    package let agreementVersion: Phrase
    package let earlierVersions: Phrase
    package let agree: Phrase
    package let acceptAgreement: Phrase
    package let agreementChanged: Phrase
    package let readAgreement: Phrase
    package let leave: Phrase
    package let leaveTitle: Phrase
    package let leaveText: Phrase
    package let leaveConfirm: Phrase
    package let stay: Phrase
    package let peopleCount: Plural
    package let asking: Plural
    package let askedOn: Phrase
    package let accept: Phrase
    package let decline: Phrase
    package let joinedOn: Phrase
    package let roleOf: Phrase
    package let standingOf: Phrase
    package let change: Phrase
    package let invite: Phrase
    package let inviteText: Phrase
    package let uses: Phrase
    package let makeLink: Phrase
    package let newLink: Phrase
    package let newLinkText: Phrase
    package let openLinks: Phrase
    package let linkMade: Phrase
    package let usesLeft: Plural
    package let revoke: Phrase
    package let settingsTitle: Phrase
    package let name: Phrase
    package let domain: Phrase
    package let domainHint: Phrase
    package let region: Phrase
    package let regionHint: Phrase
    package let inRegion: Phrase
    package let visibility: Phrase
    package let visibilityPublic: Phrase
    package let visibilityMembers: Phrase
    package let visibilityHidden: Phrase
    package let howToJoin: Phrase
    package let joinOpen: Phrase
    package let joinRequest: Phrase
    package let joinInvite: Phrase
    package let language: Phrase
    package let english: Phrase
    package let french: Phrase
    package let agreementHint: Phrase
    package let nowThere: Phrase
    package let commons: Phrase
    package let roles: Roles
    package let standings: Standings
    package let invitedTo: Phrase
    package let invitedToGroup: Phrase
    package let useLink: Phrase
    package let signInToUse: Phrase
    package let belongsAlready: Phrase
    package let goThere: Phrase
    package let linkForMembers: Phrase
    package let deadLink: Phrase
    package let deadLinkText: Phrase
    package let done: Done
    package let requests: Plural
    package let searchLabel: Phrase
    package let searchAny: Phrase
    package let mail: RequestMailWords
    package let acts: [String: Phrase]
    package let mails: [String: Phrase]
    package let missing: [String: Phrase]
    package let problems: [String: Phrase]

    package var labels: [String: Phrase] {
        [
            "note": note, "domain": domain, "agreement": agreement, "visibility": visibility, "joining": howToJoin,
            "uses": uses,
        ]
    }

    package var choices: Set<String> { ["visibility", "joining"] }

    package final class Roles: Decodable, Sendable {
        package let guest: Phrase
        package let member: Phrase
        package let facilitator: Phrase
        package let moderator: Phrase
        package let manager: Phrase
    }

    package final class Standings: Decodable, Sendable {
        package let pending: Phrase
        package let active: Phrase
        package let lapsed: Phrase
        package let silenced: Phrase
        package let suspended: Phrase
        package let former: Phrase
    }

    package final class Done: Decodable, Sendable {
        package let joined: Phrase
        package let asked: Phrase
        package let left: Phrase
        package let agreed: Phrase
        package let accepted: Phrase
        package let declined: Phrase
        package let revoked: Phrase
        package let changed: Phrase
    }
}

extension Words {
    package var communities: CommunityWords { self[CommunityWords.self] }
}

/// What newcomers read beside the places that they can join.
package final class PlaceChoiceWords: Decodable, Sendable {
    package let ifYouJoin: Phrase
    package let invited: Phrase
    package let fits: Phrase
    package let near: Phrase
    package let byInvitation: Phrase
    package let groupByInvitation: Phrase
    package let group: Phrase
    package let atOnce: Phrase
    package let onRequest: Phrase
    package let asked: Phrase
    package let wrong: Phrase
    package let all: Phrase
}
