import PraxisWeb

extension APIPaths {
    static let news = "/me/news"
    static let caughtUp = "/me/caught-up"
}
