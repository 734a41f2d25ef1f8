import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let mailSettings = "/settings/mail"
    package static let digestPreview = "/settings/mail/preview"
    package static let mailGroups = "/settings/mail/groups"
    package static let stopDigest = "/settings/mail/stop"
    package static let endMailLinks = "/settings/mail/links/end"

    /// What a link in a mail opens: the one address whose unsafe request brings no form token, since mail programs send it.
    package static let mailLink = Address<String>("/u/{token}")
}

extension PlacePaths {
    /// Where it is said what of a place may leave by mail.
    static let mail = PlacePage("/mail")
    var mail: String { Self.mail(self) }
}
