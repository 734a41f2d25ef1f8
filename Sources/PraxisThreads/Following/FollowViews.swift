import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The card in which a member says how to hear from a thread or a group.
struct FollowCard: Sendable {
    let call: Call

    private var read: ThreadReadWords { call.words.threads.read }

    func ofThread(_ thread: ThreadID, _ plan: FollowPlan) -> HTML {
        card(
            Paths.follow(thread),
            plan.level,
            heading: read.followThread(),
            note: plan.source == .group ? read.followFromGroup() : nil
        )
    }

    /// What counts for the threads of a group that have no setting of their own.
    func ofGroup(_ place: PlacePaths, _ level: FollowLevel?) -> HTML {
        card(Paths.followGroup(place), level ?? .digest, heading: read.followGroup(), note: nil)
    }

    private func card(_ action: String, _ level: FollowLevel, heading: String, note: String?) -> HTML {
        let choices = [(FollowLevel.digest, read.followDigest()), (.muted, read.followMuted())]
        return """
            <section class="card"><h2>\(heading)</h2><form class="row" method="post" action="\(action)">\(call.tokenField)\
            \(each: choices, { choice($0.0, $0.1, isChosen: $0.0 == level) })</form>\
            \(note.map { "<p class=\"meta\">\($0)</p>" as HTML })</section>
            """
    }

    /// One press chooses.
    private func choice(_ level: FollowLevel, _ label: String, isChosen: Bool) -> HTML {
        """
        <button class="btn alt" name="level" value="\(level.rawValue)" aria-pressed="\(isChosen ? "true" : "false")">\(label)</button>
        """
    }
}
