/// What a capability says of one of its tables: whether its rows travel with an export, and when they go.
///
/// A test demands one for every table.
package struct TableRule: Sendable {
    package enum Travel: Sendable {
        /// In lines of these types.
        case with([String])
        /// What is left behind, and why.
        case stays(because: String)
    }

    package enum Ending: Sendable {
        /// For as long as the site is there.
        case never(because: String)
        /// By the purges of these names.
        case by([String])
        /// By a command, which is named.
        case when(String)
    }

    package let table: String
    package let travel: Travel
    package let ending: Ending

    package init(_ table: String, _ travel: Travel, _ ending: Ending) {
        self.table = table
        self.travel = travel
        self.ending = ending
    }
}

extension [TableRule] {
    /// The tables of the store, which belong to no capability.
    package static let kernel: Self = [
        TableRule(
            "journal",
            .stays(because: "an import writes a journal of its own, by which everything is new there"),
            .never(because: "reading places and digests are numbers of it")
        ),
        TableRule(
            "idempotency",
            .stays(because: "it repeats the answers of the last day"),
            .when("the next request with a key, after a day")
        ),
        TableRule(
            "secret",
            .stays(because: "each site has its own key"),
            .never(because: "links and codes hang on it")
        ),
        TableRule(
            "sealed",
            .stays(because: "it says how the rows of this file are checked"),
            .never(because: "it describes the schema")
        ),
    ]
}
