/// The texts of the audit log's pages: `audit` in the files.
package final class AuditWords: Decodable, Sendable {
    package let title: Phrase
    package let aboutSite: Phrase
    package let aboutCommunity: Phrase
    package let aboutGroup: Phrase
    package let number: Phrase
    package let at: Phrase
    package let act: Phrase
    package let anyAct: Phrase
    package let who: Phrase
    package let person: Phrase
    package let place: Phrase
    package let detail: Phrase
    package let from: Phrase
    package let to: Phrase
    package let filter: Phrase
    package let nothing: Phrase
    package let about: Phrase
    package let thread: Phrase
    package let older: Phrase
    package let download: Phrase
    package let machine: Phrase
    package let somebody: Phrase
    package let closedPlace: Phrase
    package let otherGroup: Phrase
    package let siteAdministrator: Phrase
    package let showClaims: Phrase
    package let hideClaims: Phrase
    package let claimsHidden: Phrase
    package let items: Items
    package let decisions: Decisions
    /// By the words of the acts.
    package let acts: [String: Phrase]

    package final class Items: Decodable, Sendable {
        package let report: Phrase
        package let held: Phrase
        package let request: Phrase
    }

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
