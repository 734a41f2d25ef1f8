import PraxisBookmarks
package import PraxisCapability
import PraxisDigest
import PraxisGatherings
import PraxisHome
import PraxisImport
import PraxisLive
import PraxisOutbox
import PraxisPlaces
import PraxisReactions
import PraxisSearch
import PraxisSetup
import PraxisSite
import PraxisStyle
import PraxisThreads
import PraxisTriage
package import PraxisWeb
import PraxisWelcome

/// The site as the sum of its capabilities.
package enum Forum {
    /// The one list: a capability that is not in it does not exist.
    package static let capabilities = Capabilities([
        .people, .outbox, .home, .communities, .groups, .setup, .threads, .search, .live, .digest, .standing, .audit,
        .triage,
        .imports, .exports, .reactions, .bookmarks, .gatherings, .site, .welcome, .style,
    ])

    package static let routes: [Route] = capabilities.routes()
}
