import Foundation
import PraxisBookmarks
import PraxisCommunity
import PraxisDomain

extension SideDoorPart {
    /// On which day a member is reminded of a post that they keep: nobody else knows that they keep it.
    static let bookmarks = SideDoorPart(
        "bookmarks",
        canaries: [
            Canary(word: "19 July 2031", allowed: [.insider]), Canary(word: "2031-07-19", allowed: [.insider]),
        ],
        doors: [
            SideDoor(.insider, "/bookmarks", shows: ["19 July 2031"]),
            SideDoor(.insider, "/api/v1/me/bookmarks", shows: ["2031-07-19"]),
        ],
        json: ["remindOn": "\"2032-01-01\""],
        form: [("post", "1"), ("remindOn", "2032-01-01")],
        write: { scene in
            guard let day = LocalTime(date: "2031-07-19"), let zone = TimeZone(identifier: "Europe/London") else {
                throw Denial.missing
            }
            let reminder = Reminder(day, in: zone, at: scene.site.now), post = try await scene.first(of: "turnstone")
            try await scene.site.env.site.bookmark(post, .to(reminder), as: scene.viewer(.insider))
        }
    )
}
