import Hummingbird
import PraxisCommunity
import PraxisStore
import PraxisWeb

extension Route {
    /// The address at which a calendar asks for the dates of a member, as JSON.
    static let calendarAPI: [Route] = [
        .api(
            .get,
            APIPaths.calendar,
            APIDescription(
                "The secret address at which a calendar program gets all my dates",
                response: CalendarAddressJSON.schema
            )
        ) { try await $0.calendarAddress() },
        .api(
            .post,
            APIPaths.renewCalendar,
            APIDescription(
                "Gives my dates another secret address; the one before ends at once",
                response: CalendarAddressJSON.schema
            )
        ) { call in
            try await call.renewCalendar(of: nil)
            return try await call.calendarAddress()
        },
    ]
}

extension Call {
    fileprivate func calendarAddress() async throws -> Response {
        let url = try await calendarAddress(of: nil)
        return try .json(CalendarAddressJSON(url: url))
    }
}

private struct CalendarAddressJSON: JSONObject {
    let url: String

    static let shape = JSONShape<CalendarAddressJSON>("CalendarAddress", [.field("url", .string(), \.url)])
}
