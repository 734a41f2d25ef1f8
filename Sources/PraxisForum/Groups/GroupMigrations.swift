package import PraxisStore

extension Migration {
    /// Groups and who has joined them.
    package static let groups = [
        Migration(
            30,
            "groups",
            """
            CREATE TABLE "group" (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                communityId INTEGER NOT NULL REFERENCES community (id),
                slug TEXT NOT NULL,
                name TEXT NOT NULL,
                purpose TEXT NOT NULL,
                contact TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('topic', 'peer-support', 'peer-supervision', 'working')),
                access TEXT NOT NULL CHECK (access IN ('open', 'request', 'invite')),
                isListed INTEGER NOT NULL CHECK (isListed IN (0, 1)),
                isCommons INTEGER NOT NULL DEFAULT 0 CHECK (isCommons IN (0, 1)), -- where threads without a group go
                language TEXT NOT NULL,
                position INTEGER NOT NULL,
                createdAt INTEGER NOT NULL,
                version INTEGER NOT NULL DEFAULT 1,
                UNIQUE (communityId, slug)
            ) STRICT;

            CREATE TABLE groupMembership (
                groupId INTEGER NOT NULL REFERENCES "group" (id),
                memberId INTEGER NOT NULL REFERENCES member (id),
                role TEXT NOT NULL CHECK (role IN ('guest', 'member', 'facilitator')),
                standing TEXT NOT NULL CHECK (
                    standing IN ('pending', 'active', 'lapsed', 'silenced', 'suspended', 'former')),
                until INTEGER,
                joinedAt INTEGER NOT NULL,
                readFrom INTEGER NOT NULL,
                PRIMARY KEY (groupId, memberId)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX groupMembership_by_member ON groupMembership (memberId, groupId);
            """
        ),
        Migration(
            31,
            "edit window of a group",
            "ALTER TABLE \"group\" ADD COLUMN editDays INTEGER NOT NULL DEFAULT 30 CHECK (editDays BETWEEN 1 AND 365)"
        ),
        Migration(
            213,
            "folded names of groups",
            """
            ALTER TABLE "group" ADD COLUMN nameFolded TEXT NOT NULL DEFAULT '';
            UPDATE "group" SET nameFolded = folded(name);
            """ + FullText.namesSchema(of: .group)
        ),
    ]
}
