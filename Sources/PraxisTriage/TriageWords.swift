import PraxisDomain
package import PraxisThreads
package import PraxisWords

/// The texts of reports, the queue and the mails about them: `triage` in the files.
package final class TriageWords: WordSection {
    package static let name = "triage"

    package let conflict: Conflict
    package let queueEnds: [String: Phrase]
    package let queueDone: [String: Phrase]
    package let verbs: Verbs
    package let ages: Ages
    package let reasons: Reasons
    package let told: StockReasonWords
    package let report: Report
    package let own: OwnPostWords
    package let queue: Queue
    package let item: Item
    package let keys: QueueKeyWords
    package let steps: Steps
    package let care: Care
    package let mail: Mail
    package let duty: DutyMailWords
    package let audit: QueueAuditWords
    package let acts: [String: Phrase]
    package let mails: [String: Phrase]
    package let missing: [String: Phrase]
    package let problems: [String: Phrase]

    package var choices: Set<String> { ["action"] }

    package var queueItems: [String: Phrase] { audit.items }
    package var queueDecisions: [String: Phrase] { audit.decisions }

    package var denials: [String: Phrase] { ["claimed": conflict.claimed] }

    package final class Conflict: Decodable, Sendable {
        package let claimed: Phrase
        package let claimedUntil: Phrase
        package let at: Phrase
        package let yours: Phrase
        package let changed: Phrase
        package let tooLate: Phrase
    }

    package final class Verbs: Decodable, Sendable {
        package let approve: Phrase
        package let accept: Phrase
        package let giveBack: Phrase
        package let hide: Phrase
        package let dismiss: Phrase
        package let decline: Phrase
        package let keep: Phrase
        package let lookAfter: Phrase
        package let showAgain: Phrase
    }

    package final class Ages: Decodable, Sendable {
        package let minutes: Plural
        package let hours: Plural
        package let days: Plural
    }

    package final class Reasons: Decodable, Sendable {
        package let identifiesClient: Phrase
        package let identifiesClientHint: Phrase
        package let worried: Phrase
        package let worriedHint: Phrase
        package let disrespect: Phrase
        package let offTopic: Phrase
        package let spam: Phrase
        package let somethingElse: Phrase
    }

    package final class Report: Decodable, Sendable {
        package let link: Phrase
        package let title: Phrase
        package let post: Phrase
        package let reason: Phrase
        package let note: Phrase
        package let noteHint: Phrase
        package let whole: Phrase
        package let whoSees: Phrase
        package let seesConfidential: Phrase
        package let seesOpen: Phrase
        package let send: Phrase
        package let sending: Phrase
        package let thanks: Phrase
        package let whatNow: Phrase
        package let heldNow: Phrase
        package let toldAtOnce: Phrase
        package let crisis: Phrase
        package let crisisDefault: Phrase
        package let back: Phrase
        package let whatNowWorried: Phrase
        package let contactNext: Phrase
        package let nobodyTold: Phrase
        package let backToThread: Phrase
    }

    package final class Queue: Decodable, Sendable {
        package let nav: Plural
        package let link: Phrase
        package let all: Phrase
        package let title: Phrase
        package let waiting: Plural
        package let nothingWaits: Phrase
        package let nothingDecided: Phrase
        package let whatComes: Phrase
        package let showAll: Phrase
        package let seeDecided: Phrase
        package let seeWaiting: Phrase
        package let noQueue: Phrase
        package let start: Phrase
        package let more: Phrase
        package let preview: Phrase
        package let state: Phrase
        package let show: Phrase
        package let open: Phrase
        package let decided: Phrase
        package let allKinds: Phrase
        package let reports: Phrase
        package let firstPosts: Phrase
        package let requests: Phrase
        package let reportOf: Phrase
        package let firstPost: Phrase
        package let firstPostBy: Phrase
        package let postBy: Phrase
        package let askedBy: Phrase
        package let new: Phrase
        package let asksCommunity: Phrase
        package let asksGroup: Phrase
        package let escalated: Phrase
        package let yours: Phrase
        package let taken: Phrase
        package let nobody: Phrase
        package let urgent: Phrase
        package let waitingFor: Phrase
        package let readers: Phrase
        package let readersOfPost: Phrase
        package let readersOfConfidential: Phrase
    }

    package final class Steps: Decodable, Sendable {
        package let reported: Phrase
        package let held: Phrase
        package let asked: Phrase
        package let edited: Phrase
        package let claimed: Phrase
        package let released: Phrase
        package let noted: Phrase
        package let passedOn: Phrase
        package let undone: Phrase
        package let because: Phrase
    }

    package final class Care: Decodable, Sendable {
        package let title: Phrase
        package let heldPosts: Phrase
        package let heldPostsHint: Phrase
        package let none: Phrase
        package let posts: Plural
        package let contact: Phrase
        package let contactHint: Phrase
        package let noContact: Phrase
        package let find: Phrase
        package let crisis: Phrase
        package let crisisHint: Phrase
        package let crisisUsual: Phrase
        package let crisisQuoted: Phrase
    }

    package final class Mail: Decodable, Sendable {
        package let hello: Phrase
        package let publishedSubject: Phrase
        package let hiddenSubject: Phrase
        package let returnedSubject: Phrase
        package let decisionUndoneSubject: Phrase
        package let published: Phrase
        package let hidden: Phrase
        package let returned: Phrase
        package let reportKeptSubject: Phrase
        package let reportActedSubject: Phrase
        package let reportUndoneSubject: Phrase
        package let thanks: Phrase
        package let reportKept: Phrase
        package let reportActed: Phrase
        package let worriedSubject: Phrase
        package let worried: Phrase
        package let worriedWhat: Phrase
        package let readThere: Phrase
        package let place: Phrase
        package let toPost: Phrase
        package let toSite: Phrase
        package let toReport: Phrase
        package let decisionUndone: Phrase
        package let reportUndone: Phrase
        package let lookedAfterSubject: Phrase
        package let lookedAfter: Phrase
        package let stillWorried: Phrase
    }
}

extension Words {
    package var triage: TriageWords { self[TriageWords.self] }
}
