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
                capacity \(.integer), -- how many have a seat; NULL for room for everybody
                state TEXT NOT NULL,
                version \(.integer) NOT NULL, -- rises with each change, of the thread's title too: the sequence number of its calendar file
                changedAt \(.integer) NOT NULL
            \(.rows);
            CREATE INDEX gathering_by_start ON gathering (startAt, threadId);
            CREATE TABLE gatheringAnswer ( -- whether a member comes to a date
                threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                answer TEXT NOT NULL, -- yes, maybe or no
                turn \(.integer) NOT NULL, -- rises with each answer to the date: those who said yes have seats in this order
                needs TEXT NOT NULL, -- what they need to take part, for the host alone; emptied 30 days after the end
                answeredAt \(.integer) NOT NULL,
                PRIMARY KEY (threadId, memberId)
            \(.rows);
            CREATE INDEX gatheringAnswer_by_turn ON gatheringAnswer (threadId, turn);
            CREATE INDEX gatheringAnswer_by_member ON gatheringAnswer (memberId);
            CREATE INDEX gatheringAnswer_with_needs ON gatheringAnswer (threadId) WHERE needs <> '';
            """
        )
    ]
}
