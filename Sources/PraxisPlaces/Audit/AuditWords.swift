package import PraxisWords

/// The texts of the audit log's pages: `audit` in the files.
package final class AuditWords: WordSection {
    package static let name = "audit"

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
    package let community: Phrase
    package let detail: Phrase
    package let from: Phrase
    package let to: Phrase
    package let filter: Phrase
    package let filters: Phrase
    package let readersSite: Phrase
    package let readersPlace: Phrase
    package let nothingYet: Phrase
    package let showAll: Phrase
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
}

extension Words {
    package var audit: AuditWords { self[AuditWords.self] }
}
