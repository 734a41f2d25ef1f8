package import PraxisWeb

extension Paths {
    /// The steps that newcomers are led through, each at an address of its own; after them comes the path that `next` names.
    package static let welcome = "/welcome"
    package static let welcomePlaces = "/welcome/communities"
    package static let welcomeDigest = "/welcome/digest"
    package static let welcomeHello = "/welcome/hello"

    /// A step that leads on to `next`.
    package static func step(_ path: String, thenTo next: String) -> String {
        next == home ? path : path + "?next=" + Fields.encode(next)
    }
}
