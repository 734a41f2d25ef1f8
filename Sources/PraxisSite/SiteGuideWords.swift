package import PraxisWords

/// A paragraph of a page about the site, under its heading.
package final class SitePassage: Decodable, Sendable {
    package let heading: Phrase
    package let text: Phrase
}

/// A page about the site, as every site has it.
struct SiteGuide {
    let title: String
    let lead: String
    let passages: [SitePassage]
}

package final class SiteHelpWords: Decodable, Sendable {
    package let title: Phrase
    package let lead: Phrase
    package let enter: SitePassage
    package let read: SitePassage
    package let gatherings: SitePassage
    package let begin: SitePassage
    package let reply: SitePassage
    package let follow: SitePassage
    package let email: SitePassage
    package let report: SitePassage
    package let leave: SitePassage

    var guide: SiteGuide {
        SiteGuide(
            title: title(),
            lead: lead(),
            passages: [enter, read, begin, reply, follow, gatherings, email, report, leave]
        )
    }
}

package final class SitePrivacyWords: Decodable, Sendable {
    package let title: Phrase
    package let lead: Phrase
    package let account: SitePassage
    package let written: SitePassage
    package let readers: SitePassage
    package let email: SitePassage
    package let cookies: SitePassage
    package let others: SitePassage

    var guide: SiteGuide {
        SiteGuide(title: title(), lead: lead(), passages: [account, written, readers, email, cookies, others])
    }
}

package final class SiteAccessibilityWords: Decodable, Sendable {
    package let title: Phrase
    package let lead: Phrase
    package let done: SitePassage
    package let choose: SitePassage
    package let limits: SitePassage
    package let tell: SitePassage

    var guide: SiteGuide { SiteGuide(title: title(), lead: lead(), passages: [done, choose, limits, tell]) }
}
