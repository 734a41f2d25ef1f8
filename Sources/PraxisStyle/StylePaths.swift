package import PraxisWeb

extension Paths {
    package static let styleguide = "/styleguide"
}
