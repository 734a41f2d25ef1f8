package import PraxisDomain

/// The texts of the page about outgoing mail and of the outbox's own mails: `outbox` in the files.
package final class OutboxWords: Decodable, Sendable {
    package let title: Phrase
    package let waits: Plural
    package let failures: Plural
    package let givenUp: Phrase
    package let givenUpText: Phrase
    package let log: Phrase
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
    /// By the words of the kinds of mail.
    package let kinds: [String: Phrase]
    package let reasons: Reasons
    package let requests: RequestMailWords
    package let latest: Phrase
    package let howMany: Phrase
    package let discreet: Phrase
    package let discreetHint: Phrase

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

/// The mails about requests to join.
package final class RequestMailWords: Decodable, Sendable {
    package let neutralSubject: Phrase
    package let neutralText: Phrase
    package let more: Plural
    package let look: Phrase
    package let why: Phrase
    package let whyNeutral: Phrase
    package let acceptedSubject: Phrase
    package let acceptedText: Phrase
    package let visit: Phrase
    package let declinedSubject: Phrase
    package let declinedText: Phrase
    package let someGroup: Phrase
    package let whyAsked: Phrase
    package let undoneSubject: Phrase
    package let undoneText: Phrase
}
