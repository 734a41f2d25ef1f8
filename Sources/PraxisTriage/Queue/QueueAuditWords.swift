package import PraxisWords

/// What lines of the audit log say about the queue: `triage.audit` in the files.
package final class QueueAuditWords: Decodable, Sendable {
    /// By the words of their kinds.
    package let items: [String: Phrase]
    package let decisions: Decisions

    package final class Decisions: Decodable, Sendable {
        package let approve: Phrase
        package let hide: Phrase
        package let returned: Phrase
        package let kept: Phrase
        package let lookedAfter: Phrase
        package let accepted: Phrase
        package let declined: Phrase
    }
}
