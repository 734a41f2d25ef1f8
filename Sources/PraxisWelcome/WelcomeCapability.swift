package import PraxisCapability
import PraxisCommunity
import PraxisHome
import PraxisPlaces
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Capability {
    /// How newcomers are led in: four steps after signing up, and what their home page shows them in the first days.
    package static let welcome = Capability(
        "welcome",
        routes: Route.welcome,
        parts: [
            NewcomerSteps { Paths.step(Paths.welcomePlaces, thenTo: $0) },
            HelloOccasion.occasion,
            HomeGuide { reading in
                let guide = try Guide.load(reading)
                return { GuideView(call: $0, guide: guide).content }
            },
        ],
        words: [
            WordFile(
                WelcomeWords.self,
                english: PackageResources.welcome_en_json,
                french: PackageResources.welcome_fr_json
            )
        ],
        pages: [.style(PackageResources.welcome_css)]
    )
}
