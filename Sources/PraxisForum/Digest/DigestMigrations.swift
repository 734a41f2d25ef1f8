package import PraxisStore

extension Migration {
    /// What members want by mail, when their next digest is due, and what may leave by mail of which place.
    package static let digest = [
        Migration(
            90,
            "digest",
            """
            CREATE TABLE mailSetting ( -- no row: the usual
                memberId INTEGER PRIMARY KEY REFERENCES member (id),
                rhythm TEXT NOT NULL CHECK (rhythm IN ('daily', 'weekly', 'fortnightly', 'monthly', 'none')),
                days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 127), -- of the daily digest; bit 0 is Monday
                weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), -- 0 is Monday
                monthDay INTEGER NOT NULL CHECK (monthDay BETWEEN 1 AND 31),
                hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
                pausedUntil INTEGER,
                rhythmBefore TEXT, -- what "unsubscribe" ended, for its undoing
                linkVersion INTEGER NOT NULL DEFAULT 1 -- links of earlier versions do nothing
            ) STRICT;

            CREATE TABLE communityMail (
                memberId INTEGER NOT NULL REFERENCES member (id),
                communityId INTEGER NOT NULL REFERENCES community (id),
                level TEXT NOT NULL CHECK (level IN ('daily', 'weekly', 'none')),
                levelBefore TEXT, -- what "unsubscribe" ended, for its undoing
                PRIMARY KEY (memberId, communityId)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE groupMail ( -- where a group differs from its community
                memberId INTEGER NOT NULL REFERENCES member (id),
                groupId INTEGER NOT NULL REFERENCES "group" (id),
                level TEXT NOT NULL CHECK (level IN ('daily', 'weekly', 'none')),
                PRIMARY KEY (memberId, groupId)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE digestState (
                memberId INTEGER PRIMARY KEY REFERENCES member (id),
                nextAt INTEGER, -- 0: to be reckoned; none: never
                upTo INTEGER NOT NULL, -- a journal number: what was published up to it has had its digest
                weeklyUpTo INTEGER NOT NULL, -- the same for places that are wanted weekly
                lastDay INTEGER, -- the last day that had its digest, in days since 1970-01-01
                lastWeek INTEGER, -- the last week that had its digest of the places wanted weekly
                questionsTo INTEGER -- up to when questions without an answer have been looked at
            ) STRICT;
            CREATE INDEX digest_due ON digestState (nextAt) WHERE nextAt IS NOT NULL;
            INSERT INTO digestState (memberId, nextAt, upTo, weeklyUpTo)
                SELECT m.id, 0, j.last, j.last
                FROM member m CROSS JOIN (SELECT coalesce(max(id), 0) AS last FROM journal) AS j;
            CREATE TRIGGER digest_of_new_member AFTER INSERT ON member BEGIN
                INSERT INTO digestState (memberId, nextAt, upTo, weeklyUpTo)
                    SELECT NEW.id, 0, j.last, j.last FROM (SELECT coalesce(max(id), 0) AS last FROM journal) AS j;
            END;
            CREATE TRIGGER digest_of_moved_member AFTER UPDATE OF timeZone, standing ON member
            WHEN OLD.timeZone <> NEW.timeZone OR OLD.standing <> NEW.standing BEGIN
                UPDATE digestState SET nextAt = 0 WHERE memberId = NEW.id;
            END;

            CREATE TABLE communityMailRule ( -- no row: whole posts may leave by mail
                communityId INTEGER PRIMARY KEY REFERENCES community (id),
                titlesOnly INTEGER NOT NULL CHECK (titlesOnly IN (0, 1))
            ) STRICT;

            CREATE TABLE groupMailRule ( -- no row: whole posts; of a confidential group never more than "something new"
                groupId INTEGER PRIMARY KEY REFERENCES "group" (id),
                content TEXT NOT NULL CHECK (content IN ('full', 'title', 'something')),
                neutralName TEXT NOT NULL -- what mails call it where they say no more; empty: a general name
            ) STRICT;
            """
        )
    ]
}
