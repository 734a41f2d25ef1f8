import PraxisDomain

/// What a change of a series makes of one of its dates: pure.
enum SeriesPlan {
    /// Where people meet and by which link depends on how they do.
    private static let how: Set<GatheringField> = [.mode, .place, .joinLink]

    /// In what two series differ that their dates have of them.
    static func changed(_ old: SeriesDetails, _ new: SeriesDetails) -> Set<GatheringField> {
        var changed: Set<GatheringField> = []
        if old.name != new.name { changed.insert(.title) }
        if old.zone != new.zone { changed.insert(.start) }
        if old.minutes != new.minutes { changed.insert(.minutes) }
        if old.mode != new.mode || old.place != new.place || old.joinLink != new.joinLink { changed.formUnion(how) }
        if old.capacity != new.capacity { changed.insert(.capacity) }
        return changed
    }

    /// In what a date is about to differ from what it is.
    static func changed(_ old: TitledGathering, _ new: GatheringDetails) -> Set<GatheringField> {
        var changed: Set<GatheringField> = []
        let gathering = old.gathering
        if old.title != new.title.text { changed.insert(.title) }
        if gathering.wall != new.wall || gathering.zone != new.zone { changed.insert(.start) }
        if gathering.minutes != new.minutes { changed.insert(.minutes) }
        // A place or a link of its own stands only with the way of taking part that has one.
        if gathering.mode != new.mode { changed.insert(.mode) }
        if gathering.place != new.place { changed.formUnion([.mode, .place]) }
        if gathering.joinLink != new.joinLink { changed.formUnion([.mode, .joinLink]) }
        if gathering.capacity != new.capacity { changed.insert(.capacity) }
        return changed
    }

    /// With place, link and way of taking part together, if one of them is among the fields.
    static func withHow(_ fields: Set<GatheringField>) -> Set<GatheringField> {
        fields.isDisjoint(with: how) ? fields : fields.union(how)
    }

    /// A series that takes over what was said of one of its dates.
    static func details(
        _ old: SeriesDetails,
        taking changed: Set<GatheringField>,
        of new: GatheringDetails
    ) -> SeriesDetails {
        var details = old
        if changed.contains(.title) { details.name = new.title }
        if changed.contains(.start) { details.zone = new.zone }
        if changed.contains(.minutes) { details.minutes = new.minutes }
        if !changed.isDisjoint(with: how) {
            (details.mode, details.place) = (new.mode, new.place)
            details.joinLink = new.joinLink
        }
        if changed.contains(.capacity) { details.capacity = new.capacity }
        return details
    }

    /// What a date is after `changed` of its series has changed; `wall` is what the rhythm gives it now, if that has.
    static func details(
        of date: TitledGathering,
        taking changed: Set<GatheringField>,
        of series: SeriesDetails,
        at wall: LocalTime?
    ) throws(Denial) -> GatheringDetails {
        let old = date.gathering, takes = changed.subtracting(old.own)
        let zone = takes.contains(.start) ? series.zone : old.zone
        let start = takes.contains(.start) ? Start(wall ?? old.occurrence ?? old.wall, zone) : Start(old)
        let mode = takes.contains(.mode) ? series.mode : old.mode
        let place = takes.contains(.place) ? series.place : old.place
        let link = takes.contains(.joinLink) ? series.joinLink : old.joinLink
        return GatheringDetails(
            title: takes.contains(.title) ? series.name : try Title(date.title),
            wall: start.wall,
            zone: zone,
            startAt: start.moment,
            minutes: takes.contains(.minutes) ? series.minutes : old.minutes,
            mode: mode,
            place: mode.hasPlace ? place : "",
            joinLink: mode.hasLink ? link : "",
            capacity: takes.contains(.capacity) ? series.capacity : old.capacity
        )
    }

    private struct Start {
        let wall: LocalTime
        let moment: Timestamp

        init(_ wall: LocalTime, _ zone: String) {
            let zone = Zones.stored(zone, orElse: "UTC")
            moment = WallTimePlan.momentOfSeries(wall, in: zone)
            self.wall = LocalTime(moment, in: zone)
        }

        init(_ old: Gathering) { (wall, moment) = (old.wall, old.startAt) }
    }
}

extension SeriesDetails {
    /// A date of the series, on the day that its rhythm gives.
    func date(at occurrence: LocalTime) -> GatheringDetails {
        let zone = Zones.stored(self.zone, orElse: "UTC")
        let moment = WallTimePlan.momentOfSeries(occurrence, in: zone)
        return GatheringDetails(
            title: name,
            wall: LocalTime(moment, in: zone),
            zone: self.zone,
            startAt: moment,
            minutes: minutes,
            mode: mode,
            place: place,
            joinLink: joinLink,
            capacity: capacity
        )
    }
}
