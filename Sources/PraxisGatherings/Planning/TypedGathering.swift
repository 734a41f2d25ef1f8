package import PraxisDomain
import PraxisWeb

/// A date as it was typed, in a form or by a program.
package struct TypedGathering: Sendable {
    package var title = ""
    package var date = ""
    package var time = ""
    package var zone = ""
    package var minutes = ""
    package var mode = ""
    package var place = ""
    package var joinLink = ""
    /// Empty or 0 for room for everybody.
    package var capacity = ""

    package init() {}

    init(_ form: Fields) {
        (title, date) = (form.text("title"), form.text("date"))
        (time, zone) = (form.text("time"), form.text("zone"))
        (minutes, mode) = (form.text("minutes"), form.text("mode"))
        (place, joinLink) = (form.text("place"), form.text("joinLink"))
        capacity = form.text("capacity")
    }

    /// One that is there.
    init(_ gathering: Gathering, title: String) {
        self.title = title
        (date, time) = (gathering.wall.date, WallTimePlan.clock(gathering.wall))
        (zone, minutes) = (gathering.zone, String(gathering.minutes))
        (mode, place) = (gathering.mode.rawValue, gathering.place)
        joinLink = gathering.joinLink
        capacity = gathering.capacity.map(String.init) ?? ""
    }

    /// Day and time as programs spell them: `2026-12-15T12:00`.
    var start: String {
        get { date + "T" + time }
        set {
            let halves = newValue.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            (date, time) = (halves[0], halves.count > 1 ? halves[1] : "")
        }
    }

    /// The same as `details(at:insteadOf:)`, with `start` named in place of the fields that a form has for it.
    func details(ofProgramAt now: Timestamp, insteadOf old: Timestamp? = nil) throws(Denial) -> GatheringDetails {
        do {
            return try details(at: now, insteadOf: old)
        } catch .input(let errors) {
            let first = errors.firstIndex { ["date", "time"].contains($0.field) }
            let named = errors.enumerated().compactMap { place, error in
                if !["date", "time"].contains(error.field) { return error }
                return place == first ? FieldError("start", error.problem) : nil
            }
            throw .input(named)
        }
    }

    /// What a form begins with.
    var fields: Fields {
        Fields([
            ("title", title), ("date", date), ("time", time), ("zone", zone), ("minutes", minutes), ("mode", mode),
            ("place", place), ("joinLink", joinLink), ("capacity", capacity),
        ])
    }

    /// `old` is when it was to begin before, which may lie in the past.
    /// - Throws: `Denial.input` with all that is wrong.
    package func details(at now: Timestamp, insteadOf old: Timestamp? = nil) throws(Denial) -> GatheringDetails {
        var errors: [FieldError] = []
        let title = errors.collect(nil as Title?) { () throws(Denial) in try Title(self.title) }
        let start = errors.collect(nil as Start?) { () throws(Denial) in try checkedStart(at: now, insteadOf: old) }
        let minutes = errors.collect(0) { () throws(Denial) in try checkedLength() }
        let mode = GatheringMode(rawValue: self.mode)
        if mode == nil { errors.append(FieldError("mode", .missing)) }
        let place = errors.collect("") { () throws(Denial) in try checkedPlace(mode) }
        let link = errors.collect("") { () throws(Denial) in try JoinLink.checked(joinLink, for: mode) }
        let capacity = errors.collect(nil as Int?) { () throws(Denial) in try checkedCapacity() }
        guard errors.isEmpty, let title, let start, let mode else { throw .input(errors) }
        return GatheringDetails(
            title: title,
            wall: start.wall,
            zone: zone,
            startAt: start.moment,
            minutes: minutes,
            mode: mode,
            place: place,
            joinLink: link,
            capacity: capacity
        )
    }
}

extension TypedGathering {
    private struct Start {
        let wall: LocalTime
        let moment: Timestamp
    }

    private func checkedStart(at now: Timestamp, insteadOf old: Timestamp?) throws(Denial) -> Start {
        var errors: [FieldError] = []
        let day = LocalTime(date: date), clock = WallTimePlan.clock(time), zone = Zones.named(self.zone)
        if day == nil { errors.append(FieldError("date", date.isEmpty ? .missing : .notATime)) }
        if clock == nil { errors.append(FieldError("time", time.isEmpty ? .missing : .notAClock)) }
        if zone == nil { errors.append(FieldError("zone", self.zone.isEmpty ? .missing : .unknownZone)) }
        guard let day, let clock, let zone else { throw .input(errors) }
        let wall = WallTimePlan.wall(day, clock)
        guard let moment = WallTimePlan.moment(wall, in: zone) else {
            throw .input([FieldError("time", .skippedHour)])
        }
        if moment != old {
            if moment < now { throw .input([FieldError("date", .startIsOver)]) }
            if moment > now + Limits.gatheringAhead { throw .input([FieldError("date", .startIsFar)]) }
        }
        return Start(wall: wall, moment: moment)
    }

    private func checkedLength() throws(Denial) -> Int {
        if minutes.isEmpty { throw .input([FieldError("minutes", .missing)]) }
        guard let length = Int(minutes) else { throw .input([FieldError("minutes", .notANumber)]) }
        let range = Limits.gatheringMinutes
        guard range.contains(length) else {
            throw .input([FieldError("minutes", .notBetween(range.lowerBound, range.upperBound))])
        }
        return length
    }

    /// Nil for room for everybody.
    private func checkedCapacity() throws(Denial) -> Int? {
        let typed = TypedText.normalised(capacity)
        if typed.isEmpty || typed == "0" { return nil }
        guard let seats = Int(typed) else { throw .input([FieldError("capacity", .notANumber)]) }
        let range = Limits.gatheringCapacity
        guard range.contains(seats) else {
            throw .input([FieldError("capacity", .notBetween(range.lowerBound, range.upperBound))])
        }
        return seats
    }

    private func checkedPlace(_ mode: GatheringMode?) throws(Denial) -> String {
        let place = try TypedText.line(self.place, "place", Limits.gatheringPlaceScalars)
        if !place.isEmpty, mode?.hasPlace == false { throw .input([FieldError("place", .placeOnline)]) }
        return place
    }
}
