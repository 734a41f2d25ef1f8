import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

extension WriteDB {
    /// Changes a series and its dates that are not over, or those from one on.
    ///
    /// That one takes over what is said, also where it had something of its own.
    func change(
        _ old: Series,
        _ change: SeriesChange,
        from first: TitledGathering?,
        by permit: borrowing Permit<ChangeSeries>
    ) throws {
        let details = change.details ?? old.details
        var work = SeriesWork(old, change, try all(DateOfSeries.of(old.id)), from: first, at: now)
        let state = change.state ?? old.state, hasState = change.state != nil && work.changesState(to: state, of: old)
        let follows = try change.holidays.map { try follow($0, by: old.id, of: old.community) } ?? false
        if details == old.details, change.rhythm == nil, work.changed.isEmpty, !hasState, !follows { return }
        let act: AuditAct = !hasState ? .seriesChanged : state == .planned ? .seriesRestored : .seriesCancelled
        let mandate = try audit(act, old.id.subject, by: permit)
        try updateSeries(old.id, details, state)
        if let rhythm = change.rhythm { try replan(&work, rhythm, in: details.zone, by: mandate) }
        try apply(work, details, by: mandate)
        if hasState {
            for date in work.dates where !work.isWithdrawn(date) { try setState(of: date, state, by: mandate) }
        }
        try makeDates(of: old.id, by: permit)
        try record(.seriesChanged, old.id.subject, by: mandate)
    }

    /// Gives the dates that have not begun their places in another rhythm, in their order; those that it has no place for are dates no more.
    private func replan(
        _ work: inout SeriesWork,
        _ rhythm: SeriesRhythm,
        in zone: String,
        by mandate: borrowing Mandate<ChangeSeries>
    ) throws {
        guard let from = try work.place(rhythm, in: Zones.stored(zone, orElse: "UTC"), at: now) else { return }
        try setRhythm(of: work.series, rhythm, from: from)
        for date in work.moving { try setOccurrence(date.gathering.thread, nil) }
        for date in work.moving {
            let thread = date.gathering.thread
            if let wall = work.walls[thread] {
                try setOccurrence(thread, wall)
            } else {
                try setGathering(thread, .skipped)
                try setOwn(thread, [])
                try collect(date.dated, by: mandate)
            }
        }
    }

    private func apply(_ work: SeriesWork, _ details: SeriesDetails, by mandate: borrowing Mandate<ChangeSeries>) throws
    {
        for date in work.dates {
            let old = date.gathering, thread = old.thread
            if work.isWithdrawn(date) { continue }
            if thread == work.first, !old.own.isDisjoint(with: work.changed) {
                try setOwn(thread, old.own.subtracting(work.changed))
            }
            let new = try SeriesPlan.details(
                of: work.released(date.dated),
                taking: work.changed(of: date),
                of: details,
                at: work.walls[thread]
            )
            try change(date.dated, to: new, by: mandate)
        }
    }

    /// Those that were cancelled or skipped alone stay so.
    private func setState(
        of date: DateOfSeries,
        _ state: GatheringState,
        by mandate: borrowing Mandate<ChangeSeries>
    ) throws {
        let gathering = date.gathering
        if gathering.own.contains(.state) || gathering.state == state { return }
        try setGathering(gathering.thread, state)
        try collect(date.dated, by: mandate)
    }
}

/// The dates that a change of a series is about.
struct SeriesWork {
    let series: SeriesID
    /// Those that are not over, and the first one in any case, in the order of the rhythm.
    let dates: [DateOfSeries]
    /// The date from which on it is; nil for all that are not over.
    let first: ThreadID?
    /// In what dates change that have nothing of their own.
    private(set) var changed: Set<GatheringField>
    /// What the new rhythm gives to each.
    private(set) var walls: [ThreadID: LocalTime] = [:]
    /// Those that a change of the rhythm moves.
    let moving: [DateOfSeries]
    private let kept: [DateOfSeries]
    private var isReplanned = false

    init(_ old: Series, _ change: SeriesChange, _ all: [DateOfSeries], from first: TitledGathering?, at now: Timestamp)
    {
        series = old.id
        self.first = first?.gathering.thread
        let begin = first?.gathering.occurrence
        dates = all.filter { date in
            if date.gathering.thread == first?.gathering.thread { return true }
            let isLater = begin.map { from in date.gathering.occurrence.map { $0.isAfter(from) } ?? false } ?? true
            return isLater && date.gathering.endAt > now
        }
        changed = SeriesPlan.withHow(change.changed ?? SeriesPlan.changed(old.details, change.details ?? old.details))
        if change.rhythm != nil { changed.insert(.start) }
        moving = dates.filter { $0.gathering.startAt > now }
        let threads = Set(moving.map(\.gathering.thread))
        kept = all.filter { !threads.contains($0.gathering.thread) }
    }

    func changesState(to state: GatheringState, of series: Series) -> Bool {
        series.state != state || dates.contains { !$0.gathering.own.contains(.state) && $0.gathering.state != state }
    }

    /// A date that is not in the new rhythm.
    func isWithdrawn(_ date: DateOfSeries) -> Bool {
        isReplanned && walls[date.gathering.thread] == nil
            && moving.contains { $0.gathering.thread == date.gathering.thread }
    }

    /// What changes of a date: its time only if the rhythm moves it.
    func changed(of date: DateOfSeries) -> Set<GatheringField> {
        let isMoving = moving.contains { $0.gathering.thread == date.gathering.thread }
        return isMoving ? changed : changed.subtracting([.start])
    }

    /// The date with nothing of its own in what is said from it on.
    func released(_ date: TitledGathering) -> TitledGathering {
        guard date.gathering.thread == first else { return date }
        var released = date
        released.gathering.own.subtract(changed)
        return released
    }

    /// Gives each date that moves its wall time; returns the date from which on the rhythm holds, or nil if it changes nothing.
    /// - Throws: `Denial.input` naming `start` if it would begin before a date that stays.
    mutating func place(_ rhythm: SeriesRhythm, in zone: TimeZone, at now: Timestamp) throws(Denial) -> LocalTime? {
        let last = kept.compactMap(\.gathering.occurrence).last
        if let last, !rhythm.first.isAfter(last) { throw .input([FieldError("start", .beforePrevious)]) }
        let plan = ReadyDatesPlan(
            rhythm,
            in: zone,
            after: nil,
            ends: kept.map(\.gathering.endAt).filter { $0 > now },
            at: now
        )
        for (date, wall) in zip(moving, plan.dates) { walls[date.gathering.thread] = wall }
        isReplanned = true
        let from = moving.first?.gathering.occurrence ?? rhythm.first
        return from.isAfter(rhythm.first) ? rhythm.first : from
    }
}
