import PraxisStore

extension Migration {
    static let gatherings = [
        Migration(
            1800,
            "gatherings",
            """
            CREATE TABLE gathering ( -- the facet of a thread: a date
                threadId \(.integer) PRIMARY KEY NOT NULL REFERENCES thread (id),
                localStart TEXT NOT NULL, -- what the clock on the host's wall shows, as 2026-12-15T12:00,
                zone TEXT NOT NULL, -- in this time zone, and
                startAt \(.integer) NOT NULL, -- the moment that it is
                endAt \(.integer) NOT NULL,
                minutes \(.integer) NOT NULL,
                mode TEXT NOT NULL,
                place TEXT NOT NULL, -- empty for none
                joinLink TEXT NOT NULL, -- likewise
                state TEXT NOT NULL,
                version \(.integer) NOT NULL, -- rises with each change, of the thread's title too: the sequence number of its calendar file
                changedAt \(.integer) NOT NULL
            \(.rows);
            CREATE INDEX gathering_by_start ON gathering (startAt, threadId);
            """
        )
    ]
}
