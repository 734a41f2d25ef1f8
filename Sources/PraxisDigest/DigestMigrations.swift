package import PraxisStore

extension Migration {
    /// What members want by mail, when their next digest is due, and what may leave by mail of which place.
    package static let digest = [
        Migration(
            900,
            "digest",
            """
            CREATE TABLE mailSetting ( -- no row: what a wider scope says, in the end the usual
                memberId \(.integer) NOT NULL REFERENCES member (id),
                key TEXT NOT NULL, -- of the setting that a capability declares
                scopeKind TEXT NOT NULL, -- what it is chosen for: 'group', 'community', or 'member' for everything
                scopeId \(.integer) NOT NULL,
                value TEXT NOT NULL, -- as the setting spells it
                valueBefore TEXT, -- what "unsubscribe" ended, for its undoing
                PRIMARY KEY (memberId, key, scopeKind, scopeId)
            \(.byKey);

            CREATE TABLE digestState (
                memberId \(.integer) PRIMARY KEY REFERENCES member (id),
                nextAt \(.integer), -- 0: to be computed; null: never
                upTo \(.integer) NOT NULL, -- a journal number: what was published up to it has had its digest
                weeklyUpTo \(.integer) NOT NULL, -- the same for places that are wanted weekly
                lastDay \(.integer), -- the last day that had its digest, in days since 1970-01-01
                lastWeek \(.integer), -- the last week that had its digest of the places wanted weekly
                questionsTo \(.integer), -- up to when questions without an answer have been looked at
                linkVersion \(.integer) NOT NULL DEFAULT 1 -- of the links in mails: those of earlier versions do nothing
            \(.rows);
            CREATE INDEX digest_due ON digestState (nextAt) WHERE nextAt IS NOT NULL;
            CREATE TRIGGER digest_of_new_member AFTER INSERT ON member BEGIN
                INSERT INTO digestState (memberId, nextAt, upTo, weeklyUpTo)
                    SELECT NEW.id, 0, j.last, j.last FROM (SELECT coalesce(max(id), 0) AS last FROM journal) AS j;
            END;
            CREATE TRIGGER digest_of_moved_member AFTER UPDATE OF timeZone, standing ON member
            WHEN OLD.timeZone <> NEW.timeZone OR OLD.standing <> NEW.standing BEGIN
                UPDATE digestState SET nextAt = 0 WHERE memberId = NEW.id;
            END;

            CREATE TABLE communityMailRule ( -- no row: whole posts may leave by mail
                communityId \(.integer) PRIMARY KEY REFERENCES community (id),
                \(truth: "titlesOnly")
            \(.rows);

            CREATE TABLE groupMailRule ( -- no row: whole posts; of a confidential group never more than "something new"
                groupId \(.integer) PRIMARY KEY REFERENCES "group" (id),
                content TEXT NOT NULL CHECK (content IN ('full', 'title', 'something')),
                neutralName TEXT NOT NULL -- what mails call it where they say no more; empty: a general name
            \(.rows);
            """
        )
    ]
}
