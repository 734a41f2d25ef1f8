package import PraxisStore

extension Migration {
    /// Accounts with what they have settled, sessions and the codes that prove an address.
    package static let people = [
        Migration(
            10,
            "people",
            """
            CREATE TABLE member (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                email TEXT NOT NULL UNIQUE, -- as compared: small letters
                name TEXT NOT NULL,
                nameFolded TEXT NOT NULL,
                passwordHash TEXT, -- a PHC string, or none: then codes only
                standing TEXT NOT NULL CHECK (standing IN ('pending', 'active', 'suspended', 'former')),
                isSiteAdministrator INTEGER NOT NULL DEFAULT 0 CHECK (isSiteAdministrator IN (0, 1)),
                language TEXT NOT NULL,
                timeZone TEXT NOT NULL,
                joinedAt INTEGER NOT NULL,
                seenAt INTEGER, -- the last page view
                visitedAt INTEGER, -- the last page view of the visit before this one
                caughtUpTo INTEGER NOT NULL DEFAULT 0, -- a journal number: everything up to it counts as read
                caughtUpBefore INTEGER, -- what caughtUpTo was, for undo
                caughtUpAt INTEGER
            ) STRICT;
            CREATE INDEX member_by_name ON member (nameFolded);

            CREATE TABLE session (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                tokenHash BLOB NOT NULL UNIQUE,
                memberId INTEGER NOT NULL REFERENCES member (id),
                kind TEXT NOT NULL CHECK (kind IN ('browser', 'api')),
                device TEXT NOT NULL,
                createdAt INTEGER NOT NULL,
                seenAt INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX session_by_member ON session (memberId);

            CREATE TABLE emailCode (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                email TEXT NOT NULL,
                purpose TEXT NOT NULL CHECK (purpose IN ('sign-up', 'sign-in', 'reset')),
                codeHash BLOB NOT NULL,
                createdAt INTEGER NOT NULL,
                expiresAt INTEGER NOT NULL,
                guesses INTEGER NOT NULL DEFAULT 0,
                usedAt INTEGER
            ) STRICT;
            CREATE INDEX emailCode_by_email ON emailCode (email, createdAt);

            CREATE TABLE emailProof ( -- an address that was proven by a code, waiting for a name or a new password
                tokenHash BLOB PRIMARY KEY,
                email TEXT NOT NULL,
                purpose TEXT NOT NULL CHECK (purpose IN ('sign-up', 'reset')),
                createdAt INTEGER NOT NULL,
                usedAt INTEGER
            ) STRICT;
            """
        ),
        Migration(
            100,
            "keys of the queue",
            """
            ALTER TABLE member ADD COLUMN queueKeys INTEGER -- whether single keys work in the queue; nothing: not said yet
                CHECK (queueKeys IN (0, 1));
            """
        ),
        Migration(
            291,
            "where somebody was going whose account waits",
            """
            -- A path on this site, until the account is decided; of an invitation no more than that it was one, since its link is a secret.
            ALTER TABLE member ADD COLUMN goingTo TEXT;
            """
        ),
        Migration(
            210,
            "folded names",
            "UPDATE member SET nameFolded = folded(name);" + FullText.namesSchema(of: .member)
        ),
    ]
}
