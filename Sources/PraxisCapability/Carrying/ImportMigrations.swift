package import PraxisStore

extension Migration {
    /// Which object of ours each line of an imported file became, so that a second run changes nothing.
    package static let imports = [
        Migration(
            600,
            "import",
            """
            CREATE TABLE importSource (
                kind TEXT NOT NULL,
                source \(.integer) NOT NULL, -- the file's own id
                id \(.integer) NOT NULL,
                PRIMARY KEY (kind, source)
            \(.byKey);
            """
        )
    ]
}
