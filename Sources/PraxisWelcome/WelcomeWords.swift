package import PraxisWords

/// The steps of a newcomer, and what their home page shows them: `welcome` in the files.
package final class WelcomeWords: WordSection {
    package static let name = "welcome"

    package let back: Phrase
    package let skip: Phrase
    package let skipAll: Phrase
    package let goOn: Phrase
    package let work: Phrase
    package let places: WelcomePlaceWords
    package let digest: WelcomeDigestWords
    package let hello: WelcomeHelloWords
    package let guide: GuideWords
    package let missing: [String: Phrase]

    package var labels: [String: Phrase] { ["rhythm": digest.often, "hour": digest.hour] }
}

extension Words {
    package var welcome: WelcomeWords { self[WelcomeWords.self] }
}

/// The second step.
package final class WelcomePlaceWords: Decodable, Sendable {
    package let title: Phrase
    package let lead: Phrase
    package let order: Phrase
    package let own: Phrase
    package let none: Phrase
}

/// The third step.
package final class WelcomeDigestWords: Decodable, Sendable {
    package let title: Phrase
    package let lead: Phrase
    package let often: Phrase
    package let daily: Phrase
    package let weekly: Phrase
    package let asBefore: Phrase
    package let none: Phrase
    package let hour: Phrase
}

/// The fourth step.
package final class WelcomeHelloWords: Decodable, Sendable {
    package let title: Phrase
    package let lead: Phrase
    package let subject: Phrase
    package let opening: Phrase
    package let openingWork: Phrase
    package let openingPlace: Phrase
    package let openingBoth: Phrase
    package let region: Phrase
    package let rest: Phrase
}

/// What newcomers are shown on their home page.
package final class GuideWords: Decodable, Sendable {
    package let title: Phrase
    package let said: Phrase
    package let held: Phrase
    package let steps: Phrase
    package let work: Phrase
    package let places: Phrase
    package let hello: Phrase
    package let digestAt: Phrase
    package let digestNone: Phrase
    package let change: Phrase
    package let pinned: Phrase
    package let good: Phrase
    package let goes: Phrase
}
