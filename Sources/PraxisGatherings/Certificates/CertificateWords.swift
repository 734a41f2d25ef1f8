package import PraxisWords

/// Certificates of attendance.
package final class GatheringCertificateWords: Decodable, Sendable {
    package let title: Phrase
    package let make: Phrase
    package let makeHint: Phrase
    package let readers: Phrase
    package let name: Phrase
    package let gathering: Phrase
    package let date: Phrase
    package let when: Phrase
    package let attended: Phrase
    package let minutes: Plural
    package let notPresent: Phrase
    package let basis: Phrase
    package let byThemselves: Phrase
    package let byCode: Phrase
    package let byHost: Phrase
    package let issuer: Phrase
    package let version: Phrase
    package let versionOf: Phrase
    package let earlier: Phrase
    package let corrected: Phrase
    package let earlierVersion: Phrase
    package let isWithdrawn: Phrase
    package let check: Phrase
    package let none: Phrase
    package let noneText: Phrase
}
