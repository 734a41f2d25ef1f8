import PraxisWeb

extension APIPaths {
    static let search = "/search"
}
