package import PraxisDomain
import PraxisStore
import Synchronization

/// The actors of the communities, each created on first use.
package final class Communities: Sendable {
    private let writer: Writer
    private let settings: SiteSettings
    private let installed: any InstalledCapabilities
    private let made = Mutex<[CommunityID: Community]>([:])

    init(_ writer: Writer, _ settings: SiteSettings, _ installed: any InstalledCapabilities) {
        self.writer = writer
        self.settings = settings
        self.installed = installed
    }

    /// Drops all actors and their caches: the database has been replaced.
    package func forget() { made.withLock { $0 = [:] } }

    package subscript(id: CommunityID) -> Community {
        made.withLock { made in
            if let community = made[id] { return community }
            let community = Community(id, writer, settings, installed)
            made[id] = community
            return community
        }
    }
}
