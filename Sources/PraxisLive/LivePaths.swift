import PraxisWeb

extension APIPaths {
    static let events = "/events"
}
