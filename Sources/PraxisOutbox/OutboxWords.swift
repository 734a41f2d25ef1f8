import PraxisDomain
package import PraxisWords

/// The texts of the page about outgoing mail and of the outbox's own mails: `outbox` in the files.
package final class OutboxWords: WordSection {
    package static let name = "outbox"

    package let title: Phrase
    package let waits: Plural
    package let failed: Plural
    package let failures: Plural
    package let givenUp: Phrase
    package let givenUpText: Phrase
    package let log: Phrase
    package let sentHint: Phrase
    package let what: Phrase
    package let recipient: Phrase
    package let outcome: Phrase
    package let when: Phrase
    package let action: Phrase
    package let retry: Phrase
    package let retryAll: Phrase
    package let retried: Phrase
    package let noMember: Phrase
    package let tried: Plural
    package let states: States
    package let reasons: Reasons
    package let latest: Phrase
    package let howMany: Phrase
    package let discreet: Phrase
    package let discreetHint: Phrase
    package let test: Phrase
    package let testHint: Phrase
    package let testLast: Phrase
    package let testLookAgain: Phrase
    package let sendTest: Phrase
    package let tested: Phrase
    package let testSubject: Phrase
    package let testText: Phrase
    package let testLook: Phrase
    package let mails: [String: Phrase]
    package let acts: [String: Phrase]

    package final class States: Decodable, Sendable {
        package let waiting: Phrase
        package let sent: Phrase
        package let skipped: Phrase
        package let failed: Phrase
    }

    package final class Reasons: Decodable, Sendable {
        package let account: Phrase
        package let address: Phrase
        package let nothing: Phrase
        package let kind: Phrase
        package let unwanted: Phrase
    }
}

extension Words {
    package var outbox: OutboxWords { self[OutboxWords.self] }
}
