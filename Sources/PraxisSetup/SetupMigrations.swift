import PraxisStore

extension Migration {
    static let setup = [
        Migration(
            1700,
            "setup",
            """
            CREATE TABLE setup ( -- one row at most, while a site is being set up
                id \(.key),
                tokenHash \(.bytes) NOT NULL,
                createdAt \(.integer) NOT NULL
            \(.rows);

            CREATE TABLE firstStepsClosed ( -- a manager who does not want to see the first steps of a community any more
                memberId \(.integer) NOT NULL REFERENCES member (id),
                communityId \(.integer) NOT NULL REFERENCES community (id),
                PRIMARY KEY (memberId, communityId)
            \(.byKey);
            """
        )
    ]
}
