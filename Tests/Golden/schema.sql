CREATE VIEW searchable AS
    SELECT p.id AS id, CASE WHEN p.number = 1 THEN t.title ELSE '' END AS title,
           replace(replace(p.plain, '', ''), '', '') AS plain
    FROM post p JOIN thread t ON t.id = p.threadId;

CREATE TRIGGER auditHead_only_grows BEFORE UPDATE ON auditHead WHEN NEW.count <= OLD.count
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER auditHead_stays BEFORE DELETE ON auditHead
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE agreement (
    communityId INTEGER NOT NULL REFERENCES community (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    html BLOB NOT NULL,
    authorId INTEGER REFERENCES member (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (communityId, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit ( -- append-only: each hash covers the one before
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    actorId INTEGER, -- nobody: the administrator's command line
    communityId INTEGER, groupId INTEGER, threadId INTEGER, subjectId INTEGER,
    detail TEXT NOT NULL, -- words of the vocabulary, never what somebody typed
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE auditHead ( -- how long the log is and its last hash, kept apart: a cut tail shows
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE community (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    domain TEXT NOT NULL, -- "our shared concern"
    visibility TEXT NOT NULL CHECK (visibility IN ('public', 'members', 'hidden')),
    joining TEXT NOT NULL CHECK (joining IN ('open', 'request', 'invite')),
    language TEXT NOT NULL,
    agreementVersion INTEGER NOT NULL DEFAULT 0, -- the version in force; 0 when there is none
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE draft (
    memberId INTEGER NOT NULL REFERENCES member (id),
    place TEXT NOT NULL, -- thread:ID or group:COMMUNITY/GROUP
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL,
    savedAt INTEGER NOT NULL,
    PRIMARY KEY (memberId, place)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE emailProof ( -- an address that was proven by a code, waiting for a name or a new password
    tokenHash BLOB PRIMARY KEY,
    email TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign-up', 'reset')),
    createdAt INTEGER NOT NULL,
    usedAt INTEGER
) STRICT;

CREATE TABLE follow (
    memberId INTEGER NOT NULL REFERENCES member (id),
    threadId INTEGER NOT NULL REFERENCES thread (id),
    level TEXT NOT NULL CHECK (level IN ('every', 'digest', 'muted')),
    PRIMARY KEY (memberId, threadId)
) STRICT, WITHOUT ROWID;

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
    version INTEGER NOT NULL DEFAULT 1, editDays INTEGER NOT NULL DEFAULT 30 CHECK (editDays BETWEEN 1 AND 365),
    UNIQUE (communityId, slug)
) STRICT;

CREATE TABLE groupFollow (
    memberId INTEGER NOT NULL REFERENCES member (id),
    groupId INTEGER NOT NULL REFERENCES "group" (id),
    level TEXT NOT NULL CHECK (level IN ('every', 'digest', 'muted')),
    PRIMARY KEY (memberId, groupId)
) STRICT, WITHOUT ROWID;

CREATE TABLE groupMembership (
    groupId INTEGER NOT NULL REFERENCES "group" (id),
    memberId INTEGER NOT NULL REFERENCES member (id),
    role TEXT NOT NULL CHECK (role IN ('guest', 'member', 'facilitator')),
    standing TEXT NOT NULL CHECK (
        standing IN ('pending', 'active', 'lapsed', 'silenced', 'suspended', 'former')),
    until INTEGER,
    joinedAt INTEGER NOT NULL,
    readFrom INTEGER NOT NULL, standingUntil INTEGER
    CHECK (standingUntil IS NULL OR standing IN ('silenced', 'suspended')), standingAfter TEXT NOT NULL DEFAULT 'active'
    CHECK (standingAfter IN ('active', 'lapsed', 'former')),
    PRIMARY KEY (groupId, memberId)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
    memberId INTEGER NOT NULL, route TEXT NOT NULL, key TEXT NOT NULL,
    digest BLOB NOT NULL, subjectId INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (memberId, route, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE importSource (
    kind TEXT NOT NULL,
    source INTEGER NOT NULL, -- the file's own id
    id INTEGER NOT NULL,
    PRIMARY KEY (kind, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER NOT NULL REFERENCES community (id),
    groupId INTEGER REFERENCES "group" (id),
    tokenHash BLOB NOT NULL UNIQUE,
    createdBy INTEGER NOT NULL REFERENCES member (id),
    createdAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    usesLeft INTEGER NOT NULL CHECK (usesLeft >= 0),
    revokedAt INTEGER
) STRICT;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    communityId INTEGER, groupId INTEGER, threadId INTEGER, subjectId INTEGER, actorId INTEGER
) STRICT;

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

CREATE TABLE membership (
    communityId INTEGER NOT NULL REFERENCES community (id),
    memberId INTEGER NOT NULL REFERENCES member (id),
    role TEXT NOT NULL CHECK (role IN ('guest', 'member', 'facilitator', 'moderator', 'manager')),
    standing TEXT NOT NULL CHECK (
        standing IN ('pending', 'active', 'lapsed', 'silenced', 'suspended', 'former')),
    until INTEGER, -- when a guest's admission ends
    agreementVersion INTEGER NOT NULL DEFAULT 0, -- the version accepted; -1: belonged before there was one
    joinedAt INTEGER NOT NULL,
    readFrom INTEGER NOT NULL, standingUntil INTEGER -- when a silence or a suspension ends by itself
    CHECK (standingUntil IS NULL OR standing IN ('silenced', 'suspended')), standingAfter TEXT NOT NULL DEFAULT 'active' -- what it is after that
    CHECK (standingAfter IN ('active', 'lapsed', 'former')), -- a journal number: what was posted up to it counts as read
    PRIMARY KEY (communityId, memberId)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
    memberId INTEGER NOT NULL REFERENCES member (id),
    postId INTEGER NOT NULL REFERENCES post (id),
    PRIMARY KEY (memberId, postId)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox ( -- a mail to be: whom it is for and what it is about, never its text
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    memberId INTEGER NOT NULL,
    period TEXT NOT NULL, -- with kind and member the key that makes it happen once
    about TEXT NOT NULL, -- ids, by spaces
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'skipped', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    queuedAt INTEGER NOT NULL,
    dueAt INTEGER NOT NULL,
    leasedUntil INTEGER, -- in hand of a process until then
    endedAt INTEGER,
    failure TEXT, -- what the mail program answered last
    UNIQUE (memberId, kind, period)
) STRICT;

CREATE TABLE post (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    threadId INTEGER NOT NULL REFERENCES thread (id),
    number INTEGER NOT NULL, -- from 1, without gaps, in the order of writing
    authorId INTEGER NOT NULL REFERENCES member (id),
    replyToId INTEGER REFERENCES post (id),
    state TEXT NOT NULL CHECK (state IN ('published', 'held', 'hidden', 'withdrawn')),
    createdAt INTEGER NOT NULL,
    editedAt INTEGER, -- the last edit that left a mark
    withdrawnAt INTEGER, -- when its author took back what everybody could read; may be undone for a while
    revision INTEGER NOT NULL DEFAULT 1,
    journal INTEGER NOT NULL, -- the journal number of its publication
    renderer INTEGER NOT NULL, -- the version that made html and plain
    hash BLOB NOT NULL, -- SHA-256 over author, thread, number, time and body
    html BLOB NOT NULL,
    plain TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (threadId, number)
) STRICT;

CREATE VIRTUAL TABLE postSearch USING fts5 (
    title, plain, content = 'searchable', content_rowid = 'id',
    tokenize = "porter unicode61 remove_diacritics 2"
);

CREATE TABLE readingPlace ( -- never expires
    memberId INTEGER NOT NULL REFERENCES member (id),
    threadId INTEGER NOT NULL REFERENCES thread (id),
    number INTEGER NOT NULL,
    markedAt INTEGER, -- when it was set back by hand; then only `number` says what is unread
    PRIMARY KEY (memberId, threadId)
) STRICT, WITHOUT ROWID;

CREATE TABLE request ( -- to join a community or one of its groups
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER NOT NULL REFERENCES community (id),
    groupId INTEGER REFERENCES "group" (id),
    memberId INTEGER NOT NULL REFERENCES member (id),
    note TEXT NOT NULL,
    askedAt INTEGER NOT NULL,
    decidedAt INTEGER,
    decidedBy INTEGER REFERENCES member (id),
    isAccepted INTEGER CHECK (isAccepted IN (0, 1))
) STRICT;

CREATE TABLE restriction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER NOT NULL REFERENCES community (id),
    groupId INTEGER REFERENCES "group" (id), -- nothing: the whole community
    memberId INTEGER NOT NULL REFERENCES member (id),
    kind TEXT NOT NULL CHECK (kind IN ('silenced', 'suspended')),
    reason TEXT NOT NULL, -- what the member reads
    privateReason TEXT NOT NULL, -- what those who may do it read
    actorId INTEGER NOT NULL REFERENCES member (id),
    at INTEGER NOT NULL,
    until INTEGER, -- nothing: until somebody lifts it
    liftedAt INTEGER, -- before its time, or replaced by another
    liftedBy INTEGER REFERENCES member (id)
) STRICT;

CREATE TABLE revision ( -- texts that an edit replaced
    postId INTEGER NOT NULL REFERENCES post (id),
    revision INTEGER NOT NULL,
    body TEXT NOT NULL,
    editorId INTEGER NOT NULL REFERENCES member (id),
    writtenAt INTEGER NOT NULL,
    replacedAt INTEGER NOT NULL,
    isSealed INTEGER NOT NULL DEFAULT 0 CHECK (isSealed IN (0, 1)), -- identifying detail: out of everybody's sight
    hash BLOB NOT NULL,
    PRIMARY KEY (postId, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tokenHash BLOB NOT NULL UNIQUE,
    memberId INTEGER NOT NULL REFERENCES member (id),
    kind TEXT NOT NULL CHECK (kind IN ('browser', 'api')),
    device TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    seenAt INTEGER NOT NULL
) STRICT;

CREATE TABLE thread (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER NOT NULL REFERENCES community (id),
    groupId INTEGER NOT NULL REFERENCES "group" (id),
    kind TEXT NOT NULL CHECK (kind IN ('discussion', 'question', 'story', 'notice')),
    title TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
    answerId INTEGER, -- the post that helped
    isPinned INTEGER NOT NULL DEFAULT 0 CHECK (isPinned IN (0, 1)),
    isPublic INTEGER NOT NULL CHECK (isPublic IN (0, 1)), -- started while the group was open to everybody
    authorId INTEGER NOT NULL REFERENCES member (id),
    createdAt INTEGER NOT NULL,
    postCount INTEGER NOT NULL DEFAULT 0, -- the highest number given, whatever became of the posts
    lastPostAt INTEGER NOT NULL,
    lastAuthorId INTEGER NOT NULL REFERENCES member (id),
    lastJournal INTEGER NOT NULL, -- the journal number of the latest published post
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX audit_by_community ON audit (communityId, id);

CREATE INDEX draft_by_age ON draft (savedAt);

CREATE INDEX emailCode_by_email ON emailCode (email, createdAt);

CREATE INDEX groupMembership_by_member ON groupMembership (memberId, groupId);

CREATE INDEX idempotency_by_age ON idempotency (at);

CREATE INDEX invitation_by_place ON invitation (communityId, groupId);

CREATE INDEX journal_by_community ON journal (communityId, id);

CREATE INDEX member_by_name ON member (nameFolded);

CREATE INDEX membership_by_member ON membership (memberId, communityId);

CREATE INDEX mention_by_post ON mention (postId);

CREATE INDEX outbox_due ON outbox (dueAt, id) WHERE state = 'waiting';

CREATE INDEX outbox_ended ON outbox (state, endedAt) WHERE state <> 'waiting';

CREATE INDEX post_by_author ON post (authorId, createdAt);

CREATE INDEX post_held ON post (threadId, authorId) WHERE state = 'held';

CREATE INDEX post_unread ON post (threadId, number, state, authorId, journal);

CREATE INDEX reading_marked ON readingPlace (memberId, markedAt) WHERE markedAt IS NOT NULL;

CREATE INDEX request_by_member ON request (memberId);

CREATE UNIQUE INDEX request_open ON request (communityId, coalesce(groupId, 0), memberId)
    WHERE decidedAt IS NULL;

CREATE INDEX restriction_by_member ON restriction (memberId, communityId, id);

CREATE INDEX session_by_member ON session (memberId);

CREATE INDEX thread_by_activity ON thread (groupId, lastJournal, postCount);

CREATE INDEX thread_by_author ON thread (authorId, createdAt);

CREATE INDEX thread_by_community ON thread (communityId, lastJournal);

CREATE INDEX thread_pinned ON thread (groupId, isPinned) WHERE isPinned;
