import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

/// A newcomer says who they are.
enum HelloOccasion {
    static let occasion = ThreadOccasion(
        "hello",
        heading: { $0.people.step(4, $0.welcome.hello.title()) },
        suggestion: { call in
            guard let session = call.session else { throw Denial.signedOut }
            let work = try await call.read { try Work.of(session.member, $0.db) }
            return ThreadOccasion.Suggestion(
                title: call.words.welcome.hello.subject(["name": session.name]),
                body: call.words.welcome.hello.body(session.name, work)
            )
        },
        lead: { "<p class=\"lead\">\($0.words.welcome.hello.lead())</p>" },
        ways: { call, then in
            let step = WelcomeStep(call: call, number: 4, next: then == Paths.home + "?done=hello" ? Paths.home : then)
            return "<p>\(step.ways)</p>"
        }
    )
}

extension WelcomeHelloWords {
    /// What the text begins with; the rest is for its author.
    fileprivate func body(_ name: String, _ work: Work) -> String {
        let (occupation, organisation) = (work.occupation, work.organisation)
        let start =
            switch (occupation.isEmpty, organisation.isEmpty) {
            case (true, true): opening(["name": name])
            case (false, true): openingWork(["name": name, "occupation": occupation])
            case (true, false): openingPlace(["name": name, "organisation": organisation])
            case (false, false):
                openingBoth(["name": name, "occupation": occupation, "organisation": organisation])
            }
        let place = work.region.isEmpty ? "" : " " + region(["region": work.region])
        return start + place + "\n\n" + rest()
    }
}
