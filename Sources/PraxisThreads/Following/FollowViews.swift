import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The card in which a member says how to hear from a thread.
    func threadFollow(_ thread: ThreadID, _ plan: FollowPlan) -> HTML {
        let read = words.threads.read
        let reason: String? =
            switch plan.source {
            case .thread: nil
            case .group: read.followFromGroup()
            case .standard: read.followStandard()
            }
        return followCard(
            Paths.follow(thread),
            plan.level,
            legend: read.followThread(),
            note: reason
        )
    }

    /// The same for a group: what counts for its threads that have no setting of their own.
    func groupFollow(_ place: PlacePaths, _ level: FollowLevel?) -> HTML {
        followCard(Paths.followGroup(place), level ?? .digest, legend: words.threads.read.followGroup(), note: nil)
    }

    private func followCard(_ action: String, _ level: FollowLevel, legend: String, note: String?) -> HTML {
        let read = words.threads.read
        let choices = [(FollowLevel.digest, read.followDigest()), (.muted, read.followMuted())]
        return """
            <section class="card"><h2>\(read.follow())</h2>
            <form method="post" action="\(action)">\(tokenField)<fieldset><legend class="vh">\(legend)</legend>\
            \(each: choices, { followChoice($0.0, $0.1, isChecked: $0.0 == level) })</fieldset>\
            \(note.map { "<p class=\"meta\">\($0)</p>" as HTML })\
            <button class="btn alt">\(words.common.save())</button></form></section>
            """
    }

    private func followChoice(_ level: FollowLevel, _ label: String, isChecked: Bool) -> HTML {
        """
        <label class="choice"><input type="radio" name="level" value="\(level.rawValue)"\(if: isChecked, " checked")> \
        \(label)</label>
        """
    }
}
