import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let mailSettings = "/settings/mail"
    package static let digestPreview = "/settings/mail/preview"
    package static let mailGroups = "/settings/mail/groups"
    package static let stopDigest = "/settings/mail/stop"
    package static let endMailLinks = "/settings/mail/links/end"

    /// What a link in a mail opens: the one address whose unsafe request brings no form token, since mail programs send it.
    package static func mailLink(_ token: String) -> String { "/u/" + token }

    package static func communityMail(_ community: String) -> String { PlacePaths(community: community).mail }
    package static func groupMail(_ community: String, _ group: String) -> String {
        PlacePaths(community: community, group: group).mail
    }
}

extension PlacePaths {
    /// Where it is said what of a place may leave by mail.
    var mail: String { home + "/mail" }
}
