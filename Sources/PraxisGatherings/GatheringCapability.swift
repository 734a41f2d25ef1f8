package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension ThreadKind {
    /// A date, whose posts are what people say of it.
    package static let gathering: ThreadKind = "gathering"
}

extension Capability {
    /// Dates: planned by facilitators, each with a discussion of its own.
    package static let gatherings = Capability(
        "gatherings",
        migrations: Migration.gatherings,
        acts: [
            PlanGathering.self, ChangeGathering.self, SeeJoinLink.self, AnswerGathering.self, SeeComing.self,
        ],
        audits: [
            .init(.gatheringPlanned), .init(.gatheringChanged), .init(.gatheringCancelled), .init(.gatheringRestored),
        ],
        events: EventKind.gatherings,
        routes: Route.gatheringRoutes + Route.planningRoutes + Route.answerRoutes + Route.gatheringAPI
            + Route.answerAPI,
        mails: [.seat],
        tabs: [.gatherings],
        threadKinds: [.gathering],
        threadFacets: [.gathering],
        words: [
            WordFile(
                GatheringWords.self,
                english: PackageResources.gatherings_en_json,
                french: PackageResources.gatherings_fr_json
            )
        ],
        pages: [.navigation(.init(30, .calendar, Paths.gatherings) { $0.words.gatherings.title() })],
        imports: [GatheringLine.kind, AnswerLine.kind],
        exports: [.gatherings, .answers],
        purges: [.accessNeeds],
        tables: .gatherings
    )
}

extension CommunityTab {
    static let gatherings = CommunityTab(
        15,
        if: ReadCommunity.self,
        { $0.gatherings.title() },
        at: \.gatherings
    )
}

extension ThreadKindPart {
    fileprivate static let gathering = ThreadKindPart(
        .gathering,
        { $0.gatherings.kind.one() },
        plural: { $0.gatherings.kind.all() },
        begun: { $0.gatherings.kind.begun() },
        icon: .calendar
    )
}

extension ThreadFacet {
    fileprivate static let gathering = ThreadFacet(.gathering, field: ("gathering", GatheringFacetJSON.schema)) {
        threads,
        db in
        let gatherings = try db.all(Gathering.of(threads))
        // A page is of one thread; lists do not show who comes.
        let answers =
            try gatherings.count == 1 && threads.count == 1
            ? Answers.load(threads[0], capacity: gatherings[0].capacity, db) : .none
        return Contents(gatherings, answers)
    }
}
