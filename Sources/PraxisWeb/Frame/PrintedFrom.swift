package import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWords

/// On paper, where neither the crumbs nor the bar of the browser are: the places that a page is in, its whole address, and the day.
package struct PrintedFrom {
    private let call: Call
    private let path: String
    private let places: [String]

    package init(_ path: String, in places: [String] = [], _ call: Call) {
        self.path = path
        self.places = places
        self.call = call
    }

    package var html: HTML {
        let day = call.words.common.printed(["day": call.words.fullDate(call.now, in: call.zone)])
        let parts = places + [call.env.settings.baseURL + path, day]
        return "<p class=\"meta print-only\">\(parts.joined(separator: " · "))</p>"
    }
}
