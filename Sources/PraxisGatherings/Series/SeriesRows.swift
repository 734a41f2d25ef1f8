import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore
import PraxisThreads

extension WriteDB {
    /// A series with its rhythm and without dates; they are made by `makeDates`.
    package func insertSeries(
        _ new: NewSeries,
        in group: GroupID,
        of community: CommunityID,
        by author: MemberID
    ) throws -> SeriesID {
        let id = try insertSeries(new.details, in: group, of: community, by: author)
        try setRhythm(of: id, new.rhythm, from: new.rhythm.first)
        try follow(new.holidays, by: id, of: community)
        return id
    }

    /// A series without a rhythm.
    func insertSeries(
        _ details: SeriesDetails,
        in group: GroupID,
        of community: CommunityID,
        by author: MemberID
    ) throws -> SeriesID {
        try insert(
            """
            INSERT INTO series (communityId, groupId, authorId, name, nameFolded, purpose, zone, minutes, mode, place, joinLink, capacity, isPublic,
                recording, credit, state, dueAt, version, createdAt, changedAt)
            SELECT c.id, g.id, \(author), \(details.name.text), \(TypedText.folded(details.name.text)), \(details.purpose), \(details.zone), \(details.minutes),
                \(details.mode), \(details.place), \(details.joinLink), \(details.capacity),
                c.visibility = 'public' AND g.access = 'open' AND g.kind NOT IN ('peer-support', 'peer-supervision'),
                \(details.recording), \(details.credit), \(GatheringState.planned), \(now), 1, \(now), \(now)
            FROM community c JOIN "group" g ON g.communityId = c.id WHERE c.id = \(community) AND g.id = \(group) RETURNING id
            """
        )
    }

    func updateSeries(_ id: SeriesID, _ details: SeriesDetails, _ state: GatheringState) throws {
        try run(
            """
            UPDATE series SET name = \(details.name.text), nameFolded = \(TypedText.folded(details.name.text)), purpose = \(details.purpose), zone = \(details.zone),
                minutes = \(details.minutes), mode = \(details.mode), place = \(details.place), joinLink = \(details.joinLink),
                capacity = \(details.capacity), recording = \(details.recording), credit = \(details.credit), state = \(state),
                version = version + 1, changedAt = \(now)
            WHERE id = \(id)
            """
        )
    }

    /// What holds from a date on, in place of all that was said of it and of those after it.
    func setRhythm(of series: SeriesID, _ rhythm: SeriesRhythm, from date: LocalTime) throws {
        let from = WallTimePlan.text(date)
        try run("DELETE FROM seriesRhythm WHERE seriesId = \(series) AND fromStart >= \(from)")
        try run(
            """
            INSERT INTO seriesRhythm (seriesId, fromStart, localStart, rule)
            VALUES (\(series), \(from), \(WallTimePlan.text(rhythm.first)), \(rhythm.rule.text))
            """
        )
    }

    /// The place of a date in the rhythm of its series; nil if it has none any more.
    func setOccurrence(_ thread: ThreadID, _ occurrence: LocalTime?) throws {
        try run(
            "UPDATE gathering SET occurrence = \(occurrence.map(WallTimePlan.text)) WHERE threadId = \(thread)"
        )
    }

    func setOwn(_ thread: ThreadID, _ own: Set<GatheringField>) throws {
        try run("UPDATE gathering SET own = \(GatheringField.text(own)) WHERE threadId = \(thread)")
    }

    /// Whether another date than that of `thread` has the place in the rhythm of a series; walks `gathering_by_occurrence`.
    func holds(_ occurrence: LocalTime, of series: SeriesID, notOf thread: ThreadID) throws -> Bool {
        try first(
            """
            SELECT 1 FROM gathering WHERE seriesId = \(series) AND occurrence = \(WallTimePlan.text(occurrence))
                AND threadId <> \(thread)
            """ as SQL<Int>
        ) != nil
    }

    /// Makes those dates of a series that are within reach and not there yet, and notes when the next one is.
    ///
    /// Idempotent: what it makes follows from the rhythm and from the dates that are there.
    func makeDates<A: PostingAct>(of id: SeriesID, by permit: borrowing Permit<A>) throws {
        guard let series = try first(Series.of(id)), let row = try all(SeriesRhythmRow.of(id)).last else { return }
        let known = try all(DateOfSeries.of(id))
        let plan = ReadyDatesPlan(
            row.rhythm,
            in: Zones.stored(series.details.zone, orElse: "UTC"),
            after: known.last?.gathering.occurrence,
            ends: known.map(\.gathering.endAt).filter { $0 > now },
            at: now
        )
        let isOpen = series.state == .planned
        if isOpen { for date in plan.dates { try makeDate(at: date, of: series, by: permit) } }
        try run("UPDATE series SET dueAt = \(isOpen ? plan.dueAt : nil) WHERE id = \(id)")
    }

    private func makeDate<A: PostingAct>(
        at occurrence: LocalTime,
        of series: Series,
        by permit: borrowing Permit<A>
    ) throws {
        let details = series.details.date(at: occurrence)
        if let spare = try all(DateOfSeries.spare(of: series.id)).first(where: { $0.dated.title == details.title.text })
        {
            let thread = spare.gathering.thread
            try setOccurrence(thread, occurrence)
            try updateGathering(thread, details)
            return try setGathering(thread, .planned)
        }
        let thread = try insertThread(
            details.title,
            .gathering,
            in: series.group,
            of: series.community,
            attributedTo: series.author,
            hasFacet: true,
            by: permit
        )
        try insertGathering(thread, details, of: series.id, occurrence: occurrence)
        try carryAnswers(to: thread)
    }
}
