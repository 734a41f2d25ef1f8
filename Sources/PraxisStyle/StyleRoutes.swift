import PraxisCommunity
import PraxisDomain
import PraxisWeb

extension Route {
    /// The style guide; the buttons of its samples lead back to it.
    static let style: [Route] = [
        .memberPage(Paths.styleguide) { call in
            try await call.requireStyleguide()
            return StyleguidePageView(call: call).response()
        },
        .form(Paths.styleguide) { call in
            try await call.requireStyleguide()
            return .seeOther(Paths.styleguide)
        },
    ]
}

extension Call {
    fileprivate func requireStyleguide() async throws {
        try await read { reading in
            if let denial = Policy.refusal(SeeStyleguide.self, try Access.site(reading)) { throw denial }
        }
    }
}
