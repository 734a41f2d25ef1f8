package import PraxisStore

extension Migration {
    /// Accounts with what they have settled, sessions and the codes that prove an address.
    package static let people = [
        Migration(
            100,
            "people",
            """
            CREATE TABLE member (
                id \(.key),
                email TEXT NOT NULL UNIQUE, -- as compared: small letters
                name TEXT NOT NULL,
                nameFolded TEXT NOT NULL,
                passwordHash TEXT, -- a PHC string, or none: then codes only
                standing TEXT NOT NULL CHECK (standing IN ('pending', 'active', 'suspended', 'former')),
                \(truth: "isSiteAdministrator", default: false),
                language TEXT NOT NULL,
                timeZone TEXT NOT NULL,
                joinedAt \(.integer) NOT NULL,
                seenAt \(.integer), -- the last page view
                visitedAt \(.integer), -- the last page view of the visit before this one
                caughtUpTo \(.integer) NOT NULL DEFAULT 0, -- a journal number: everything up to it counts as read
                caughtUpBefore \(.integer), -- what caughtUpTo was, for undo
                caughtUpAt \(.integer),
                theme TEXT NOT NULL DEFAULT 'device', -- colours of their pages: as the device says, light or dark
                textSize TEXT NOT NULL DEFAULT 'normal',
                \(truth: "queueKeys", isOptional: true), -- whether single keys work in the queue; null until they have said
                -- A path on this site, until the account is decided; of an invitation no more than that it was one, since its link is a secret.
                goingTo TEXT
            \(.rows);
            CREATE INDEX member_by_name ON member (nameFolded);

            CREATE TABLE session (
                id \(.key),
                tokenHash \(.bytes) NOT NULL UNIQUE,
                memberId \(.integer) NOT NULL REFERENCES member (id),
                kind TEXT NOT NULL,
                device TEXT NOT NULL,
                createdAt \(.integer) NOT NULL,
                seenAt \(.integer) NOT NULL
            \(.rows);
            CREATE INDEX session_by_member ON session (memberId);

            CREATE TABLE emailCode (
                id \(.key),
                email TEXT NOT NULL,
                purpose TEXT NOT NULL,
                codeHash \(.bytes) NOT NULL,
                createdAt \(.integer) NOT NULL,
                expiresAt \(.integer) NOT NULL,
                guesses \(.integer) NOT NULL DEFAULT 0,
                usedAt \(.integer)
            \(.rows);
            CREATE INDEX emailCode_by_email ON emailCode (email, createdAt);

            CREATE TABLE emailProof ( -- an address that was proven by a code, waiting for a name or a new password
                tokenHash \(.bytes) PRIMARY KEY,
                email TEXT NOT NULL,
                purpose TEXT NOT NULL,
                createdAt \(.integer) NOT NULL,
                usedAt \(.integer)
            \(.rows);
            \(FullText.namesSchema(of: .member))
            """
        ),
        Migration(
            101,
            "what people do",
            """
            CREATE TABLE profile ( -- what a member says of their work; no row: nothing
                memberId \(.integer) PRIMARY KEY REFERENCES member (id),
                occupation TEXT NOT NULL,
                organisation TEXT NOT NULL,
                region TEXT NOT NULL DEFAULT '' -- where they work
            \(.rows);
            """
        ),
    ]
}
