import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// What stands above the posts of a date to come, as a visitor sees it.
    static let date = StyleSample("date", { $0.gatherings.heading() }) { call, _ in
        let panel = GatheringPanelView(
            call: call,
            gathering: Gathering(sample: 5, call.now + .days(6), call),
            answers: .none,
            series: nil,
            items: [],
            questions: .none,
            notes: nil,
            followUps: .none,
            attendance: .none,
            recording: nil,
            note: nil,
            messages: [],
            purpose: nil,
            facts: nil
        )
        .panel
        return "\(panel.head)\(panel.main)"
    }
}
