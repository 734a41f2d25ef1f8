package import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let dutyMail = "/settings/mail/duty"
    package static let queues = "/queue"

    package static func queue(_ community: String) -> String { PlacePaths(community: community).queue }
    package static func queueItem(_ community: String, _ item: QueueItemID) -> String { queue(community) + "/\(item)" }
    package static func queueItemPart(_ community: String, _ item: QueueItemID, _ part: String) -> String {
        queueItem(community, item) + "/" + part
    }
    package static func care(_ community: String) -> String { PlacePaths(community: community).care }
    package static func reported(_ community: String, _ report: ReportID) -> String {
        communityPart(community, "reported/\(report)")
    }
}

extension PlacePaths {
    /// What waits in a community.
    var queue: String { home + "/queue" }
    /// Who is told of a worry in a community, and whom else to call.
    package var care: String { settings + "/care" }
}
