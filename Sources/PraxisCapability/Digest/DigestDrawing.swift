package import Foundation
package import PraxisCommunity
package import PraxisDomain
import PraxisMail
package import PraxisWords

/// What the sections of a digest are drawn with.
package struct DigestDrawing: Sendable {
    package let words: Words
    package let settings: SiteSettings
    package let kinds: ThreadKinds
    /// The clock of its reader when it is made.
    package let clock: (zone: TimeZone, now: Timestamp)

    package init(
        words: Words,
        settings: SiteSettings,
        kinds: ThreadKinds,
        clock: (zone: TimeZone, now: Timestamp)
    ) {
        self.words = words
        self.settings = settings
        self.clock = clock
        self.kinds = kinds
    }

    package func address(_ path: String) -> String { settings.baseURL + path }

    /// The community, and the group unless it is the commons.
    package func name(of place: PlaceInMail) -> String {
        let community = HeaderText.clean(place.communityName)
        if place.isCommons { return community }
        return words.common.inPlace(["community": community, "group": HeaderText.clean(place.groupName)])
    }
}
