import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The card in which a member says how to hear from a thread or a group.
struct FollowCard: Sendable {
    let call: Call

    private var read: ThreadReadWords { call.words.threads.read }

    func ofThread(_ thread: ThreadID, _ plan: FollowPlan) -> HTML {
        let reason: String? =
            switch plan.source {
            case .thread: nil
            case .group: read.followFromGroup()
            case .standard: read.followStandard()
            }
        return card(Paths.follow(thread), plan.level, legend: read.followThread(), note: reason)
    }

    /// What counts for the threads of a group that have no setting of their own.
    func ofGroup(_ place: PlacePaths, _ level: FollowLevel?) -> HTML {
        card(Paths.followGroup(place), level ?? .digest, legend: read.followGroup(), note: nil)
    }

    private func card(_ action: String, _ level: FollowLevel, legend: String, note: String?) -> HTML {
        let choices = [(FollowLevel.digest, read.followDigest()), (.muted, read.followMuted())]
        return """
            <section class="card"><h2>\(read.follow())</h2>
            <form method="post" action="\(action)">\(call.tokenField)<fieldset><legend class="vh">\(legend)</legend>\
            \(each: choices, { choice($0.0, $0.1, isChecked: $0.0 == level) })</fieldset>\
            \(note.map { "<p class=\"meta\">\($0)</p>" as HTML })\
            <button class="btn alt">\(call.words.common.save())</button></form></section>
            """
    }

    private func choice(_ level: FollowLevel, _ label: String, isChecked: Bool) -> HTML {
        """
        <label class="choice"><input type="radio" name="level" value="\(level.rawValue)"\(if: isChecked, " checked")> \
        \(label)</label>
        """
    }
}
