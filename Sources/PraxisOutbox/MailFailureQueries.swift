import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// How many mails were given up, for those who look after the site's mail.
    ///
    /// Walks `outbox_ended`.
    static let mailFailures = HomeSlot(50, isOfSite: true) { reading, _ in
        let count = reading.viewer.isSiteAdministrator ? try reading.first(failures) ?? 0 : 0
        return { call in count > 0 ? [(Paths.outbox, call.words.outbox.failures(count))] : [] }
    }

    /// Stated twice, since the engine does not infer from the one what the index asks for.
    private static let failures: SQL<Int> = """
        SELECT count(*) FROM outbox WHERE state = 'failed' AND state <> 'waiting'
        """
}
