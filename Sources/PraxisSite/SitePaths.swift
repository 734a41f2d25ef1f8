package import PraxisWeb

extension Paths {
    package static let siteSettings = "/settings/site"
    package static let help = "/help"
    package static let privacy = "/privacy"
    package static let accessibility = "/accessibility"
    package static let contact = "/contact"
}
