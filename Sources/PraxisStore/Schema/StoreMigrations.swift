extension Migration {
    /// The tables of the store itself.
    static let kernel = [
        Migration(
            1,
            "journal, outbox, audit log",
            """
            CREATE TABLE journal (
                id \(.key),
                at \(.integer) NOT NULL,
                event TEXT NOT NULL,
                communityId \(.integer), groupId \(.integer), threadId \(.integer), -- where it happened: access is judged by these
                subjectKind TEXT, subjectId \(.integer), -- what it happened to
                actorId \(.integer)
            \(.rows);
            CREATE INDEX journal_by_community ON journal (communityId, id);

            CREATE TABLE secret (name TEXT PRIMARY KEY, value \(.bytes) NOT NULL\(.rows);

            CREATE TABLE idempotency (
                memberId \(.integer) NOT NULL, route TEXT NOT NULL, key TEXT NOT NULL,
                digest \(.bytes) NOT NULL, -- of what came with it: the same form may send several texts, each of them once
                subjectKind TEXT NOT NULL, subjectId \(.integer) NOT NULL, -- what it made
                at \(.integer) NOT NULL,
                PRIMARY KEY (memberId, route, key, digest)
            \(.byKey);
            CREATE INDEX idempotency_by_age ON idempotency (at);

            CREATE TABLE outbox ( -- a mail to be: whom it is for and what it is about, never its text
                id \(.key),
                kind TEXT NOT NULL,
                memberId \(.integer) NOT NULL,
                period TEXT NOT NULL, -- with kind and member the key that makes it happen once
                subjectKind TEXT, subjectId \(.integer), -- what it is about
                numbers TEXT NOT NULL, -- a range or moments that its template needs, by spaces
                state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'skipped', 'failed')),
                attempts \(.integer) NOT NULL DEFAULT 0,
                queuedAt \(.integer) NOT NULL,
                dueAt \(.integer) NOT NULL,
                leasedUntil \(.integer), -- in hand of a process until then
                endedAt \(.integer),
                failure TEXT, -- what the mail program answered last
                UNIQUE (memberId, kind, period)
            \(.rows);
            CREATE INDEX outbox_due ON outbox (dueAt, id) WHERE state = 'waiting';
            CREATE INDEX outbox_ended ON outbox (state, endedAt) WHERE state <> 'waiting';

            CREATE TABLE audit ( -- append-only: each hash covers the one before
                id \(.key),
                at \(.integer) NOT NULL,
                act TEXT NOT NULL,
                actorId \(.integer), -- null: the administrator's command line
                communityId \(.integer), groupId \(.integer), threadId \(.integer), -- where
                subjectKind TEXT, subjectId \(.integer), -- on what or whom
                detail TEXT NOT NULL, -- words of the vocabulary, never what somebody typed
                hash \(.bytes) NOT NULL
            \(.rows);
            CREATE INDEX audit_by_community ON audit (communityId, id);
            CREATE TABLE auditHead ( -- how long the log is and its last hash, kept apart: a cut tail shows
                id \(.integer) PRIMARY KEY CHECK (id = 1),
                count \(.integer) NOT NULL,
                hash \(.bytes) NOT NULL
            \(.rows);
            INSERT INTO auditHead (id, count, hash) VALUES (1, 0, x'');
            CREATE TRIGGER auditHead_only_grows BEFORE UPDATE ON auditHead WHEN NEW.count <= OLD.count
                BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
            CREATE TRIGGER auditHead_stays BEFORE DELETE ON auditHead
                BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
            CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
            CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

            CREATE TABLE sealed ( -- tables whose rows have a checksum in a column "seal", and over which columns
                name TEXT PRIMARY KEY,
                columns TEXT NOT NULL -- by commas
            \(.byKey);
            """
        )
    ]
}
