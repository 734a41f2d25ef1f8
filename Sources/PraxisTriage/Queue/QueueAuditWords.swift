package import PraxisWords

/// What lines of the audit log say about the queue: `triage.audit` in the files.
package final class QueueAuditWords: Decodable, Sendable {
    /// By the words of their kinds.
    package let items: [String: Phrase]
    /// By the words of outcomes.
    package let decisions: [String: Phrase]
}
