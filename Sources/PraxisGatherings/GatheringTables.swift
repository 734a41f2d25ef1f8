import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension [TableRule] {
    static let gatherings: Self = [
        TableRule("gathering", .with(["gathering"]), .never(because: "its thread is there as long as the site")),
        TableRule("series", .with(["series"]), .never(because: "dates that are over say of which one they are")),
        TableRule(
            "seriesRhythm",
            .with(["series_rhythm"]),
            .when("a change of the rhythm, which replaces those after it")
        ),
        TableRule("holidayList", .with(["holiday_list"]), .when("one who keeps the lists of its place deletes it")),
        TableRule("holiday", .with(["holiday"]), .when("its list is changed or deleted")),
        TableRule(
            "seriesHolidays",
            .with(["series_holidays"]),
            .when("the series is changed, or the list is deleted")
        ),
        TableRule("holidayKept", .with(["holiday_kept"]), .when("the holiday is taken off its list")),
        TableRule(
            "followUp",
            .with(["follow_up"]),
            .never(because: "what came of a date is there as long as the date")
        ),
        TableRule(
            "attendance",
            .with(["attendance"]),
            .never(because: "certificates are made from it, and it is corrected as long as the date is there")
        ),
        TableRule(
            "certificate",
            .with(["certificate"]),
            .never(because: "anybody who was shown one can check it as long as the site is there")
        ),
        TableRule("certificateVersion", .with(["certificate"]), .never(because: "what was certified stays said")),
        // In its member's own export alone: administrators do not read it.
        TableRule("learningEntry", .with(["learning"]), .by([Purge.learning.name])),
        TableRule("agendaItem", .with(["agenda"]), .when("it is taken off before anything came of it")),
        TableRule("recording", .with(["recording"]), .when("a host of the date takes it away")),
        TableRule("hostMessage", .with(["host_message"]), .by([Purge.undoneMessages.name])),
        TableRule("questionVote", .with(["question_vote"]), .by([Purge.questionVotes.name])),
        TableRule(
            "calendarAddress",
            .stays(because: "addresses are of this site and its key"),
            .never(because: "an address that was renewed would come back to life")
        ),
        TableRule(
            "gatheringSitting",
            .stays(because: "people are told within the hour of what was changed"),
            .by([Purge.sittings.name])
        ),
        TableRule(
            "gatheringChange",
            .stays(because: "people are told within the hour of what was changed"),
            .by([Purge.sittings.name])
        ),
        TableRule("seriesAnswer", .with(["series_answer"]), .when("its member leaves the group of the series")),
        TableRule("gatheringAnswer", .with(["answer"]), .by([Purge.accessNeeds.name])),
    ]
}

extension Purge {
    /// Walks the primary key.
    static let questionVotes = Purge(
        "who wanted to hear the answer to a withdrawn question",
        .withdrawn { post, db in try db.run("DELETE FROM questionVote WHERE postId = \(post)") }
    )

    /// Walks `gatheringSitting_told`: mails about them have left or were given up by then.
    static let sittings = Purge(
        "what dates were before they were changed",
        .hourly { db in
            let old: SQL<Void> =
                "SELECT id FROM gatheringSitting WHERE state = 'told' AND leavesAt <= \(db.now - Limits.sittingKept)"
            try db.run("DELETE FROM gatheringChange WHERE sittingId IN (\(old))")
            try db.run("DELETE FROM gatheringSitting WHERE id IN (\(old))")
        }
    )

    /// Walks `learningEntry_removed`.
    static let learning = Purge(
        "entries of learning that their members have removed",
        .hourly { db in
            try db.run("DELETE FROM learningEntry WHERE removedAt <= \(db.now - Limits.learningUndone)")
        }
    )

    /// Walks `gatheringAnswer_with_needs`.
    static let accessNeeds = Purge(
        "what people needed for dates that are long over",
        .hourly { db in
            try db.run(
                """
                UPDATE gatheringAnswer SET needs = '' WHERE needs <> ''
                    AND threadId IN (SELECT e.threadId FROM gathering e WHERE e.endAt <= \(db.now - Limits.accessNeedsKept))
                """
            )
        }
    )
}
