import PraxisStore

extension Migration {
    static let site = [
        Migration(
            1600,
            "site",
            """
            CREATE TABLE siteProfile ( -- one row, once it has been said who runs the site
                id \(.key),
                version \(.integer) NOT NULL,
                contactEmail TEXT NOT NULL -- empty for none
            \(.rows);

            CREATE TABLE siteText (
                kind TEXT NOT NULL,
                language TEXT NOT NULL,
                body TEXT NOT NULL, -- Markdown, or a name; empty for none
                html \(.bytes), -- null for a name
                PRIMARY KEY (kind, language)
            \(.byKey);
            """
        )
    ]
}
