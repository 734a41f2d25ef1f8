import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// How far setup is, for site administrators, until it is finished.
    static let setup = HomeSlot(51, isOfSite: true) { reading, _ in
        let state = reading.viewer.isSiteAdministrator ? try SetupState.unfinished(reading.db) : nil
        return { call in state.map { [(Paths.setup, call.words.setup.goOn($0.done))] } ?? [] }
    }
}
