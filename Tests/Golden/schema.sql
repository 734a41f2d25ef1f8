CREATE VIEW searchable AS
    SELECT p.id AS id, CASE WHEN p.number = 1 THEN t.title ELSE '' END AS title,
           replace(replace(p.plain, '', ''), '', '') AS plain,
           CASE WHEN p.number = 1 THEN '' ELSE t.title END AS thread
    FROM post p JOIN thread t ON t.id = p.threadId;

CREATE TRIGGER auditHead_only_grows BEFORE UPDATE ON auditHead WHEN NEW.count <= OLD.count
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER auditHead_stays BEFORE DELETE ON auditHead
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER digest_of_moved_member AFTER UPDATE OF timeZone, standing ON member
WHEN OLD.timeZone <> NEW.timeZone OR OLD.standing <> NEW.standing BEGIN
    UPDATE digestState SET nextAt = 0 WHERE memberId = NEW.id;
END;

CREATE TRIGGER digest_of_new_member AFTER INSERT ON member BEGIN
    INSERT INTO digestState (memberId, nextAt, upTo, weeklyUpTo)
        SELECT NEW.id, 0, j.last, j.last FROM (SELECT coalesce(max(id), 0) AS last FROM journal) AS j;
END;

CREATE TRIGGER group_is_named AFTER INSERT ON "group" BEGIN INSERT INTO groupSearch (rowid, nameFolded) VALUES (NEW.id, NEW.nameFolded); END;

CREATE TRIGGER group_is_removed AFTER DELETE ON "group" BEGIN INSERT INTO groupSearch (groupSearch, rowid, nameFolded) VALUES ('delete', OLD.id, OLD.nameFolded); END;

CREATE TRIGGER group_is_renamed AFTER UPDATE OF nameFolded ON "group" BEGIN INSERT INTO groupSearch (groupSearch, rowid, nameFolded) VALUES ('delete', OLD.id, OLD.nameFolded); INSERT INTO groupSearch (rowid, nameFolded) VALUES (NEW.id, NEW.nameFolded); END;

CREATE TRIGGER member_is_named AFTER INSERT ON "member" BEGIN INSERT INTO memberSearch (rowid, nameFolded) VALUES (NEW.id, NEW.nameFolded); END;

CREATE TRIGGER member_is_removed AFTER DELETE ON "member" BEGIN INSERT INTO memberSearch (memberSearch, rowid, nameFolded) VALUES ('delete', OLD.id, OLD.nameFolded); END;

CREATE TRIGGER member_is_renamed AFTER UPDATE OF nameFolded ON "member" BEGIN INSERT INTO memberSearch (memberSearch, rowid, nameFolded) VALUES ('delete', OLD.id, OLD.nameFolded); INSERT INTO memberSearch (rowid, nameFolded) VALUES (NEW.id, NEW.nameFolded); END;

CREATE TABLE admission ( -- of one person to one thread; a row whose time has passed counts for nothing
    memberId INTEGER NOT NULL REFERENCES member (id),
    threadId INTEGER NOT NULL REFERENCES thread (id),
    until INTEGER NOT NULL,
    readFrom INTEGER NOT NULL, -- the journal number up to which the thread counts as read
    PRIMARY KEY (memberId, threadId)
) STRICT, WITHOUT ROWID;

CREATE TABLE agendaItem ( -- an item of the agenda of a date
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    threadId INTEGER NOT NULL REFERENCES gathering (threadId),
    position INTEGER NOT NULL, -- its place in the order, counted from 1
    title TEXT NOT NULL,
    minutes INTEGER, -- how long it takes; NULL if nobody has said
    lead TEXT NOT NULL, -- who leads it, as it was typed; empty for nobody
    aboutId INTEGER REFERENCES thread (id), -- the discussion that is on the table
    outcome TEXT NOT NULL, -- what came of it; empty until then, and if it was told in the discussion
    outcomePostId INTEGER REFERENCES post (id), -- the post that told it there
    authorId INTEGER NOT NULL REFERENCES member (id),
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE agreement (
    communityId INTEGER NOT NULL REFERENCES community (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    html BLOB NOT NULL,
    authorId INTEGER REFERENCES member (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (communityId, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance ( -- whether a member was at a date
    threadId INTEGER NOT NULL REFERENCES gathering (threadId),
    memberId INTEGER NOT NULL REFERENCES member (id),
    isPresent INTEGER NOT NULL CHECK (isPresent IN (0, 1)), -- not if it was taken back, or a host said that they were not there
    minutes INTEGER NOT NULL, -- how long; of those who were not there, as it was said last
    way TEXT NOT NULL, -- how it is known
    authorId INTEGER NOT NULL REFERENCES member (id), -- who said it
    saidAt INTEGER NOT NULL,
    version INTEGER NOT NULL, -- rises with each change
    PRIMARY KEY (threadId, memberId)
) STRICT;

CREATE TABLE audit ( -- append-only: each hash covers the one before
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    actorId INTEGER, -- null: the administrator's command line
    communityId INTEGER, groupId INTEGER, threadId INTEGER, -- where
    subjectKind TEXT, subjectId INTEGER, -- on what or whom
    detail TEXT NOT NULL, -- words of the vocabulary, never what somebody typed
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE auditHead ( -- how long the log is and its last hash, kept apart: a cut tail shows
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE bookmark ( -- a whole thread is bookmarked by its first post
    memberId INTEGER NOT NULL REFERENCES member (id),
    postId INTEGER NOT NULL REFERENCES post (id),
    at INTEGER NOT NULL,
    remindOn INTEGER, -- a day, in days since 1970-01-01
    remindAt INTEGER, -- the moment from which a digest tells of it; null if none does
    PRIMARY KEY (memberId, postId)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendarAddress ( -- what makes the secret address of a calendar another one; no row: it is as it was at first
    memberId INTEGER NOT NULL REFERENCES member (id),
    scopeKind TEXT NOT NULL, -- 'group', or 'member' for all their places
    scopeId INTEGER NOT NULL,
    salt TEXT NOT NULL, -- of no use without the key of the site
    PRIMARY KEY (memberId, scopeKind, scopeId)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate ( -- that a member who was at a date has made a certificate of it
    threadId INTEGER NOT NULL REFERENCES gathering (threadId),
    memberId INTEGER NOT NULL REFERENCES member (id),
    code TEXT NOT NULL, -- of its address: 128 bits by chance
    PRIMARY KEY (threadId, memberId)
) STRICT;

CREATE TABLE certificateVersion ( -- what a certificate says, as it was when that was written
    threadId INTEGER NOT NULL,
    memberId INTEGER NOT NULL,
    version INTEGER NOT NULL, -- counted from 1; a correction is the next one
    name TEXT NOT NULL, -- of the member
    title TEXT NOT NULL, -- of the date
    issuer TEXT NOT NULL, -- the name of its community
    credit TEXT NOT NULL, -- what it counts for; empty for nothing
    startAt INTEGER NOT NULL,
    endAt INTEGER NOT NULL,
    zone TEXT NOT NULL,
    minutes INTEGER NOT NULL, -- 0 if it was taken back that they were there
    way TEXT NOT NULL, -- how it was known
    issuedAt INTEGER NOT NULL,
    PRIMARY KEY (threadId, memberId, version),
    FOREIGN KEY (threadId, memberId) REFERENCES certificate (threadId, memberId)
) STRICT;

CREATE TABLE community (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    domain TEXT NOT NULL, -- "our shared concern"
    region TEXT NOT NULL DEFAULT '', -- where in the world; empty: not said
    visibility TEXT NOT NULL CHECK (visibility IN ('public', 'members', 'hidden')),
    joining TEXT NOT NULL CHECK (joining IN ('open', 'request', 'invite')),
    language TEXT NOT NULL,
    agreementVersion INTEGER NOT NULL DEFAULT 0, -- the version in force; 0 without one
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE communityCare ( -- what a community has decided about its own safety
    communityId INTEGER PRIMARY KEY REFERENCES community (id),
    heldPosts INTEGER NOT NULL CHECK (heldPosts BETWEEN 0 AND 5), -- first posts of a newcomer that wait
    contactId INTEGER REFERENCES member (id), -- the named safeguarding contact
    crisis TEXT NOT NULL, -- shown to anyone who is worried about somebody; empty for the usual sentence
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE communityMailRule ( -- no row: whole posts may leave by mail
    communityId INTEGER PRIMARY KEY REFERENCES community (id),
    titlesOnly INTEGER NOT NULL CHECK (titlesOnly IN (0, 1))
) STRICT;

CREATE TABLE digestState (
    memberId INTEGER PRIMARY KEY REFERENCES member (id),
    nextAt INTEGER, -- 0: to be computed; null: never
    upTo INTEGER NOT NULL, -- a journal number: what was published up to it has had its digest
    weeklyUpTo INTEGER NOT NULL, -- the same for places that are wanted weekly
    lastDay INTEGER, -- the last day that had its digest, in days since 1970-01-01
    lastWeek INTEGER, -- the last week that had its digest of the places wanted weekly
    questionsTo INTEGER, -- up to when questions without an answer have been looked at
    linkVersion INTEGER NOT NULL DEFAULT 1 -- of the links in mails: those of earlier versions do nothing
) STRICT;

CREATE TABLE discardedDraft ( -- for a day, in which they can be put back
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    memberId INTEGER NOT NULL REFERENCES member (id),
    subjectKind TEXT NOT NULL, subjectId INTEGER NOT NULL,
    kind TEXT NOT NULL,
    replyToId INTEGER REFERENCES post (id),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    discardedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE draft (
    memberId INTEGER NOT NULL REFERENCES member (id),
    subjectKind TEXT NOT NULL, subjectId INTEGER NOT NULL, -- the thread, the group or the community it is for
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'discussion', -- of the thread that it would start
    replyToId INTEGER REFERENCES post (id), -- the post of the thread that it answers
    revision INTEGER NOT NULL,
    savedAt INTEGER NOT NULL,
    PRIMARY KEY (memberId, subjectKind, subjectId)
) STRICT, WITHOUT ROWID;

CREATE TABLE dutyMail ( -- no row: never looked at
    memberId INTEGER PRIMARY KEY REFERENCES member (id),
    lastDay INTEGER NOT NULL -- of the member's own calendar, in days since 1970-01-01
) STRICT;

CREATE TABLE emailCode (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL,
    purpose TEXT NOT NULL,
    codeHash BLOB NOT NULL,
    createdAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    guesses INTEGER NOT NULL DEFAULT 0,
    usedAt INTEGER
) STRICT;

CREATE TABLE emailProof ( -- an address that was proven by a code, waiting for a name or a new password
    tokenHash BLOB PRIMARY KEY,
    email TEXT NOT NULL,
    purpose TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    usedAt INTEGER
) STRICT;

CREATE TABLE firstStepsClosed ( -- a manager who does not want to see the first steps of a community any more
    memberId INTEGER NOT NULL REFERENCES member (id),
    communityId INTEGER NOT NULL REFERENCES community (id),
    PRIMARY KEY (memberId, communityId)
) STRICT, WITHOUT ROWID;

CREATE TABLE follow (
    memberId INTEGER NOT NULL REFERENCES member (id),
    threadId INTEGER NOT NULL REFERENCES thread (id),
    level TEXT NOT NULL,
    PRIMARY KEY (memberId, threadId)
) STRICT, WITHOUT ROWID;

CREATE TABLE followUp ( -- what is to be done after a date
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    threadId INTEGER NOT NULL REFERENCES gathering (threadId),
    groupId INTEGER NOT NULL REFERENCES "group" (id), -- of the thread: later dates of it show what is open
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    ownerId INTEGER REFERENCES member (id), -- who does it; NULL if nobody has taken it
    isLeft INTEGER NOT NULL CHECK (isLeft IN (0, 1)), -- its owner has left the group
    due INTEGER, -- the day by which it is to be done, in days since 1970-01-01
    state TEXT NOT NULL, -- open, done or dropped
    authorId INTEGER NOT NULL REFERENCES member (id),
    createdAt INTEGER NOT NULL,
    endedAt INTEGER, -- when it was done or dropped; NULL while it is open
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE gathering ( -- the facet of a thread: a date
    threadId INTEGER PRIMARY KEY NOT NULL REFERENCES thread (id),
    localStart TEXT NOT NULL, -- what the clock on the host's wall shows, as 2026-12-15T12:00,
    zone TEXT NOT NULL, -- in this time zone, and
    startAt INTEGER NOT NULL, -- the moment that it is
    endAt INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    mode TEXT NOT NULL,
    place TEXT NOT NULL, -- empty for none
    joinLink TEXT NOT NULL, -- likewise
    capacity INTEGER, -- how many have a seat; NULL for room for everybody
    state TEXT NOT NULL,
    version INTEGER NOT NULL, -- rises with each change, of the thread's title too: the sequence number of its calendar file
    changedAt INTEGER NOT NULL,
    seriesId INTEGER REFERENCES series (id),
    occurrence TEXT, -- the wall time that the rhythm of its series gave it; NULL if it gives it none, or none any more
    own TEXT NOT NULL, -- what it has of its own, and not of its series, as words between spaces
    remindAt INTEGER, -- when those who come are reminded next; NULL after the last time
    rescheduledAt INTEGER NOT NULL, -- when it was planned, or its time or state was changed last
    movedFrom INTEGER -- when it was to begin before its time was changed last; NULL if that never was, or its state has changed since
) STRICT;

CREATE TABLE gatheringAnswer ( -- whether a member comes to a date
    threadId INTEGER NOT NULL REFERENCES gathering (threadId),
    memberId INTEGER NOT NULL REFERENCES member (id),
    answer TEXT NOT NULL, -- yes, maybe or no
    turn INTEGER NOT NULL, -- rises with each answer to the date: those who said yes have seats in this order
    needs TEXT NOT NULL, -- what they need to take part, for the host alone; emptied 30 days after the end
    answeredAt INTEGER NOT NULL,
    isOfSeries INTEGER NOT NULL CHECK (isOfSeries IN (0, 1)), -- said of all dates of its series, and not of this one
    PRIMARY KEY (threadId, memberId)
) STRICT;

CREATE TABLE gatheringChange ( -- a date as it was before the first change of a sitting
    sittingId INTEGER NOT NULL REFERENCES gatheringSitting (id),
    threadId INTEGER NOT NULL REFERENCES gathering (threadId),
    title TEXT NOT NULL,
    startAt INTEGER NOT NULL,
    endAt INTEGER NOT NULL,
    zone TEXT NOT NULL,
    mode TEXT NOT NULL,
    place TEXT NOT NULL,
    joinLink TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (sittingId, threadId)
) STRICT, WITHOUT ROWID;

CREATE TABLE gatheringSitting ( -- what a host changes about dates without a long pause, told in one mail
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER NOT NULL REFERENCES community (id),
    hostId INTEGER NOT NULL REFERENCES member (id),
    beganAt INTEGER NOT NULL,
    nearestAt INTEGER NOT NULL, -- the first beginning of a date of it, as it was or as it is
    leavesAt INTEGER NOT NULL, -- when those who come are told: later with each change
    state TEXT NOT NULL, -- open, leaving or told
    toldTo INTEGER NOT NULL -- the last member whose mail is queued; they are told in the order of their ids
) STRICT;

CREATE TABLE "group" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER NOT NULL REFERENCES community (id),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    nameFolded TEXT NOT NULL,
    purpose TEXT NOT NULL,
    contact TEXT NOT NULL,
    -- Whether the group is confidential hangs on it, so no other word may stand here.
    kind TEXT NOT NULL CHECK (kind IN ('topic', 'peer-support', 'peer-supervision', 'working')),
    access TEXT NOT NULL CHECK (access IN ('open', 'request', 'invite')),
    isListed INTEGER NOT NULL CHECK (isListed IN (0, 1)),
    isCommons INTEGER NOT NULL DEFAULT 0 CHECK (isCommons IN (0, 1)), -- where threads without a group go
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    editDays INTEGER NOT NULL DEFAULT 30 CHECK (editDays BETWEEN 1 AND 365),
    UNIQUE (communityId, slug)
) STRICT;

CREATE TABLE groupFollow (
    memberId INTEGER NOT NULL REFERENCES member (id),
    groupId INTEGER NOT NULL REFERENCES "group" (id),
    level TEXT NOT NULL,
    PRIMARY KEY (memberId, groupId)
) STRICT, WITHOUT ROWID;

CREATE TABLE groupMailRule ( -- no row: whole posts; of a confidential group never more than "something new"
    groupId INTEGER PRIMARY KEY REFERENCES "group" (id),
    content TEXT NOT NULL CHECK (content IN ('full', 'title', 'something')),
    neutralName TEXT NOT NULL -- what mails call it where they say no more; empty: a general name
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
    standingUntil INTEGER CHECK (standingUntil IS NULL OR standing IN ('silenced', 'suspended')),
    standingAfter TEXT NOT NULL DEFAULT 'active' CHECK (standingAfter IN ('active', 'lapsed', 'former')),
    PRIMARY KEY (groupId, memberId)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE groupSearch USING fts5 (
    nameFolded, content = 'group', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE holiday ( -- a day of a list, or several that follow each other
    listId INTEGER NOT NULL REFERENCES holidayList (id),
    firstDay TEXT NOT NULL, -- as 2026-12-21, so that it can be compared with the wall time of a date
    lastDay TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (listId, firstDay, lastDay)
) STRICT, WITHOUT ROWID;

CREATE TABLE holidayKept ( -- a date that takes place although it falls on a holiday, as its hosts have decided
    threadId INTEGER NOT NULL REFERENCES gathering (threadId),
    listId INTEGER NOT NULL,
    firstDay TEXT NOT NULL,
    lastDay TEXT NOT NULL,
    PRIMARY KEY (threadId, listId, firstDay, lastDay),
    FOREIGN KEY (listId, firstDay, lastDay) REFERENCES holiday (listId, firstDay, lastDay)
) STRICT, WITHOUT ROWID;

CREATE TABLE holidayList ( -- holidays that series can follow
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER REFERENCES community (id), -- whose series can; NULL for those of every community
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    createdAt INTEGER NOT NULL,
    changedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE hostMessage ( -- what a host writes to people by what they answered to a date
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    threadId INTEGER NOT NULL REFERENCES gathering (threadId),
    authorId INTEGER NOT NULL REFERENCES member (id),
    audience TEXT NOT NULL, -- seated, waiting and maybe, between spaces
    body TEXT NOT NULL,
    state TEXT NOT NULL, -- waiting, leaving, sent, undone or removed
    sentAt INTEGER NOT NULL, -- when its host sent it; it leaves two minutes later
    toldTo INTEGER NOT NULL -- the last member whose mail is queued; they are told in the order of their ids
) STRICT;

CREATE TABLE idempotency (
    memberId INTEGER NOT NULL, route TEXT NOT NULL, key TEXT NOT NULL,
    digest BLOB NOT NULL, -- of what came with it: the same form may send several texts, each of them once
    subjectKind TEXT NOT NULL, subjectId INTEGER NOT NULL, -- what it made
    at INTEGER NOT NULL,
    PRIMARY KEY (memberId, route, key, digest)
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
    communityId INTEGER, groupId INTEGER, threadId INTEGER, -- where it happened: access is judged by these
    subjectKind TEXT, subjectId INTEGER, -- what it happened to
    actorId INTEGER
) STRICT;

CREATE TABLE learningEntry ( -- what a member notes of their own learning, which nobody else reads
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    memberId INTEGER NOT NULL REFERENCES member (id),
    day INTEGER NOT NULL, -- in days since 1970-01-01
    minutes INTEGER NOT NULL,
    category TEXT NOT NULL,
    title TEXT NOT NULL,
    reflection TEXT NOT NULL, -- empty for none
    createdAt INTEGER NOT NULL,
    removedAt INTEGER -- until then it can be brought back for some minutes; NULL if it is there
) STRICT;

CREATE TABLE mailSetting ( -- no row: what a wider scope says, in the end the usual
    memberId INTEGER NOT NULL REFERENCES member (id),
    key TEXT NOT NULL, -- of the setting that a capability declares
    scopeKind TEXT NOT NULL, -- what it is chosen for: 'group', 'community', or 'member' for everything
    scopeId INTEGER NOT NULL,
    value TEXT NOT NULL, -- as the setting spells it
    valueBefore TEXT, -- what "unsubscribe" ended, for its undoing
    PRIMARY KEY (memberId, key, scopeKind, scopeId)
) STRICT, WITHOUT ROWID;

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
    caughtUpAt INTEGER,
    theme TEXT NOT NULL DEFAULT 'device', -- colours of their pages: as the device says, light or dark
    textSize TEXT NOT NULL DEFAULT 'normal',
    queueKeys INTEGER CHECK (queueKeys IN (0, 1)), -- whether single keys work in the queue; null until they have said
    -- A path on this site, until the account is decided; of an invitation no more than that it was one, since its link is a secret.
    goingTo TEXT
) STRICT;

CREATE VIRTUAL TABLE memberSearch USING fts5 (
    nameFolded, content = 'member', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE membership (
    communityId INTEGER NOT NULL REFERENCES community (id),
    memberId INTEGER NOT NULL REFERENCES member (id),
    role TEXT NOT NULL CHECK (role IN ('guest', 'member', 'facilitator', 'moderator', 'manager')),
    standing TEXT NOT NULL CHECK (
        standing IN ('pending', 'active', 'lapsed', 'silenced', 'suspended', 'former')),
    until INTEGER, -- when a guest's admission ends
    agreementVersion INTEGER NOT NULL DEFAULT 0, -- the version accepted; -1: belonged before there was one
    joinedAt INTEGER NOT NULL,
    readFrom INTEGER NOT NULL, -- a journal number: what was posted up to it counts as read
    standingUntil INTEGER -- when a silence or a suspension ends by itself
        CHECK (standingUntil IS NULL OR standing IN ('silenced', 'suspended')),
    standingAfter TEXT NOT NULL DEFAULT 'active' -- what it is after that
        CHECK (standingAfter IN ('active', 'lapsed', 'former')),
    PRIMARY KEY (communityId, memberId)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
    memberId INTEGER NOT NULL REFERENCES member (id),
    postId INTEGER NOT NULL REFERENCES post (id),
    addedAt INTEGER, -- the journal number of the edit that added it, until the member has looked; null where it came with the post
    PRIMARY KEY (memberId, postId)
) STRICT, WITHOUT ROWID;

CREATE TABLE newcomer ( -- of those, who came into a community by themselves
    communityId INTEGER NOT NULL REFERENCES community (id),
    memberId INTEGER NOT NULL REFERENCES member (id),
    PRIMARY KEY (communityId, memberId)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox ( -- a mail to be: whom it is for and what it is about, never its text
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    memberId INTEGER NOT NULL,
    period TEXT NOT NULL, -- with kind and member the key that makes it happen once
    subjectKind TEXT, subjectId INTEGER, -- what it is about
    numbers TEXT NOT NULL, -- a range or moments that its template needs, by spaces
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
    role TEXT NOT NULL DEFAULT 'discussion', -- what it is in its thread
    authorId INTEGER NOT NULL REFERENCES member (id),
    replyToId INTEGER REFERENCES post (id),
    state TEXT NOT NULL CHECK (state IN ('published', 'held', 'hidden', 'withdrawn')),
    createdAt INTEGER NOT NULL,
    editedAt INTEGER, -- the last edit that left a mark
    withdrawnAt INTEGER, -- when its author took back what everybody could read; may be undone for a while
    revision INTEGER NOT NULL DEFAULT 1,
    journal INTEGER NOT NULL, -- the journal number of its publication
    renderer INTEGER NOT NULL, -- the version that made html and plain
    hash BLOB NOT NULL, -- SHA-256 over author, thread, number, time, role and body
    html BLOB NOT NULL,
    plain TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (threadId, number)
) STRICT;

CREATE VIRTUAL TABLE postSearch USING fts5 (
    title, plain, thread, content = 'searchable', content_rowid = 'id', tokenize = "porter praxis"
);

CREATE TABLE profile ( -- what a member says of their work; no row: nothing
    memberId INTEGER PRIMARY KEY REFERENCES member (id),
    occupation TEXT NOT NULL,
    organisation TEXT NOT NULL,
    region TEXT NOT NULL DEFAULT '' -- where they work
) STRICT;

CREATE TABLE questionVote ( -- that a member wants to hear the answer to a question of somebody else
    postId INTEGER NOT NULL REFERENCES post (id),
    memberId INTEGER NOT NULL REFERENCES member (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (postId, memberId)
) STRICT, WITHOUT ROWID;

CREATE TABLE queueEvent ( -- an item's timeline
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    itemId INTEGER NOT NULL REFERENCES queueItem (id),
    at INTEGER NOT NULL,
    step TEXT NOT NULL,
    actorId INTEGER REFERENCES member (id),
    reason TEXT, -- of a report
    action TEXT, -- of a decision
    stock TEXT,
    words TEXT NOT NULL DEFAULT '' -- the reason that was given
) STRICT;

CREATE TABLE queueItem (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    communityId INTEGER NOT NULL REFERENCES community (id),
    groupId INTEGER REFERENCES "group" (id), -- null for a request to join the community
    threadId INTEGER REFERENCES thread (id),
    subjectKind TEXT NOT NULL, -- what is to be decided on: a post, a request to join
    subjectId INTEGER NOT NULL,
    memberId INTEGER NOT NULL REFERENCES member (id), -- the author, or who asks
    reason TEXT,
    level TEXT NOT NULL DEFAULT 'place' CHECK (level IN ('place', 'safeguarding')),
    rank INTEGER NOT NULL DEFAULT 1, -- 0: before all others
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided')),
    version INTEGER NOT NULL DEFAULT 1, -- rises with every change but those of the lease
    createdAt INTEGER NOT NULL,
    lease INTEGER NOT NULL DEFAULT 0, -- counts the changes of the claim
    claimedBy INTEGER REFERENCES member (id),
    claimedUntil INTEGER,
    formerState TEXT, -- of the post, before the decision
    action TEXT,
    stock TEXT, -- a reason picked from the list
    decisionReason TEXT NOT NULL DEFAULT '',
    decidedBy INTEGER REFERENCES member (id), -- null: the request ended without one
    decidedAt INTEGER,
    CHECK ((state = 'decided') = (action IS NOT NULL AND decidedAt IS NOT NULL)),
    CHECK ((claimedBy IS NULL) = (claimedUntil IS NULL))
) STRICT;

CREATE TABLE queueNote (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    itemId INTEGER NOT NULL REFERENCES queueItem (id),
    authorId INTEGER NOT NULL REFERENCES member (id),
    at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE reaction (
    postId INTEGER NOT NULL REFERENCES post (id),
    memberId INTEGER NOT NULL REFERENCES member (id),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    authorId INTEGER REFERENCES member (id), -- whose post it is to, and
    journal INTEGER, -- the journal number of it, for their digest; both null where nobody is to be told
    PRIMARY KEY (postId, memberId, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE readingPlace ( -- never expires
    memberId INTEGER NOT NULL REFERENCES member (id),
    threadId INTEGER NOT NULL REFERENCES thread (id),
    number INTEGER NOT NULL,
    markedAt INTEGER, -- when it was set back by hand; then only `number` says what is unread
    readTo INTEGER NOT NULL DEFAULT 0, -- a journal number: what was published up to it is read whatever its number
    PRIMARY KEY (memberId, threadId)
) STRICT, WITHOUT ROWID;

CREATE TABLE recording ( -- what the host of a date says of its recording
    threadId INTEGER PRIMARY KEY NOT NULL REFERENCES gathering (threadId),
    access TEXT NOT NULL, -- how people who cannot hear it get what was said; unrecorded if it was not recorded
    link TEXT NOT NULL, -- empty if it was not recorded
    transcript TEXT NOT NULL, -- its address; empty for none
    text TEXT NOT NULL, -- the transcript itself, or why it or the recording is not there; empty for nothing
    authorId INTEGER NOT NULL REFERENCES member (id), -- who said so last
    saidAt INTEGER NOT NULL,
    version INTEGER NOT NULL -- rises with each change
) STRICT;

CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    itemId INTEGER NOT NULL REFERENCES queueItem (id),
    postId INTEGER NOT NULL REFERENCES post (id),
    reporterId INTEGER NOT NULL REFERENCES member (id),
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL, -- of the post
    body TEXT NOT NULL, -- the post as it was
    isSealed INTEGER NOT NULL DEFAULT 0 CHECK (isSealed IN (0, 1)), -- identifying detail was removed since: no text
    told INTEGER NOT NULL DEFAULT 0 -- how many were told of it by mail
) STRICT;

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
    groupId INTEGER REFERENCES "group" (id), -- null: the whole community
    memberId INTEGER NOT NULL REFERENCES member (id),
    kind TEXT NOT NULL CHECK (kind IN ('silenced', 'suspended')),
    reason TEXT NOT NULL, -- what the member reads
    privateReason TEXT NOT NULL, -- what those who may do it read
    actorId INTEGER NOT NULL REFERENCES member (id),
    at INTEGER NOT NULL,
    until INTEGER, -- null: until somebody lifts it
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

CREATE TABLE sealed ( -- tables whose rows have a checksum in a column "seal", and over which columns
    name TEXT PRIMARY KEY,
    columns TEXT NOT NULL -- by commas
) STRICT, WITHOUT ROWID;

CREATE TABLE searchRow ( -- what is in the index, narrow
    postId INTEGER PRIMARY KEY REFERENCES post (id),
    threadId INTEGER NOT NULL,
    sizes BLOB NOT NULL -- how many words title and text have, as FTS5 keeps it
) STRICT;

CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

CREATE TABLE series ( -- what dates have in common that follow from a rhythm
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER NOT NULL REFERENCES community (id),
    groupId INTEGER NOT NULL REFERENCES "group" (id),
    authorId INTEGER NOT NULL REFERENCES member (id), -- who planned it, and in whose name its later dates begin
    name TEXT NOT NULL, -- the title of its dates
    nameFolded TEXT NOT NULL,
    purpose TEXT NOT NULL, -- empty for none
    zone TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    mode TEXT NOT NULL,
    place TEXT NOT NULL, -- empty for none
    joinLink TEXT NOT NULL, -- likewise
    capacity INTEGER, -- of each date; NULL for room for everybody
    isPublic INTEGER NOT NULL CHECK (isPublic IN (0, 1)), -- planned while its group was open to everybody
    recording TEXT NOT NULL, -- whether its dates are recorded
    credit TEXT NOT NULL, -- what they count for; empty for nothing
    state TEXT NOT NULL, -- no further dates are made unless it is planned
    dueAt INTEGER, -- the moment at which the next date is to be made; NULL if no further one follows
    version INTEGER NOT NULL,
    createdAt INTEGER NOT NULL,
    changedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE seriesAnswer ( -- whether a member comes to all dates of a series, also to those that are made later
    seriesId INTEGER NOT NULL REFERENCES series (id),
    memberId INTEGER NOT NULL REFERENCES member (id),
    answer TEXT NOT NULL, -- yes, maybe or no
    turn INTEGER NOT NULL, -- rises with each answer: new dates take them over in this order
    answeredAt INTEGER NOT NULL,
    PRIMARY KEY (seriesId, memberId)
) STRICT;

CREATE TABLE seriesHolidays ( -- which lists a series follows
    seriesId INTEGER NOT NULL REFERENCES series (id),
    listId INTEGER NOT NULL REFERENCES holidayList (id),
    PRIMARY KEY (seriesId, listId)
) STRICT, WITHOUT ROWID;

CREATE TABLE seriesRhythm ( -- when a series meets, from a date on until the next row
    seriesId INTEGER NOT NULL REFERENCES series (id),
    fromStart TEXT NOT NULL, -- holds for the dates that began on this wall time or later
    localStart TEXT NOT NULL, -- the first date that its rule gives, as a wall time
    rule TEXT NOT NULL, -- RFC 5545, 3.3.10
    PRIMARY KEY (seriesId, fromStart)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tokenHash BLOB NOT NULL UNIQUE,
    memberId INTEGER NOT NULL REFERENCES member (id),
    kind TEXT NOT NULL,
    device TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    seenAt INTEGER NOT NULL
) STRICT;

CREATE TABLE setup ( -- one row at most, while a site is being set up
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tokenHash BLOB NOT NULL,
    createdAt INTEGER NOT NULL
) STRICT;

CREATE TABLE signedUp ( -- accounts that nobody added: made by signing up
    memberId INTEGER PRIMARY KEY REFERENCES member (id)
) STRICT;

CREATE TABLE siteProfile ( -- one row, once it has been said who runs the site
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    contactEmail TEXT NOT NULL -- empty for none
) STRICT;

CREATE TABLE siteText (
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL, -- Markdown, or a name; empty for none
    html BLOB, -- null for a name
    PRIMARY KEY (kind, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE thread (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    communityId INTEGER NOT NULL REFERENCES community (id),
    groupId INTEGER NOT NULL REFERENCES "group" (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
    answerId INTEGER, -- the post that helped
    isPinned INTEGER NOT NULL DEFAULT 0 CHECK (isPinned IN (0, 1)),
    isPublic INTEGER NOT NULL CHECK (isPublic IN (0, 1)), -- started while the group was open to everybody
    authorId INTEGER NOT NULL REFERENCES member (id),
    createdAt INTEGER NOT NULL,
    postCount INTEGER NOT NULL DEFAULT 0, -- the highest number given, also of posts that were withdrawn
    lastPostAt INTEGER NOT NULL, -- before the first post: when the thread was made
    lastAuthorId INTEGER NOT NULL REFERENCES member (id),
    lastJournal INTEGER NOT NULL, -- the journal number of the latest published post; 0 without one
    hasFacet INTEGER NOT NULL DEFAULT 0 CHECK (hasFacet IN (0, 1)), -- it is shown before it has a post
    isShown INTEGER NOT NULL DEFAULT 0 CHECK (isShown IN (0, 1)), -- it has a facet, or a first post that is neither held nor hidden
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE withdrawal ( -- of posts that may still be put back
    postId INTEGER PRIMARY KEY REFERENCES post (id),
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX agendaItem_by_position ON agendaItem (threadId, position);

CREATE INDEX attendance_by_member ON attendance (memberId);

CREATE INDEX audit_by_community ON audit (communityId, id);

CREATE INDEX bookmark_by_time ON bookmark (memberId, at, postId);

CREATE INDEX bookmark_due ON bookmark (memberId, remindAt) WHERE remindAt IS NOT NULL;

CREATE INDEX bookmark_of_post ON bookmark (postId);

CREATE UNIQUE INDEX certificate_by_code ON certificate (code);

CREATE INDEX certificate_by_member ON certificate (memberId);

CREATE INDEX communityCare_by_contact ON communityCare (contactId) WHERE contactId IS NOT NULL;

CREATE INDEX digest_due ON digestState (nextAt) WHERE nextAt IS NOT NULL;

CREATE INDEX discarded_by_age ON discardedDraft (discardedAt);

CREATE INDEX discarded_by_member ON discardedDraft (memberId, discardedAt);

CREATE INDEX draft_by_age ON draft (savedAt);

CREATE INDEX emailCode_by_email ON emailCode (email, createdAt);

CREATE INDEX followUp_by_owner ON followUp (ownerId) WHERE ownerId IS NOT NULL;

CREATE INDEX followUp_by_thread ON followUp (threadId);

CREATE INDEX followUp_open ON followUp (groupId) WHERE state = 'open';

CREATE INDEX followUp_resource ON followUp (groupId) WHERE kind = 'resource' AND state <> 'dropped';

CREATE INDEX gatheringAnswer_by_member ON gatheringAnswer (memberId);

CREATE INDEX gatheringAnswer_by_turn ON gatheringAnswer (threadId, turn);

CREATE INDEX gatheringAnswer_with_needs ON gatheringAnswer (threadId) WHERE needs <> '';

CREATE INDEX gatheringChange_by_thread ON gatheringChange (threadId);

CREATE INDEX gatheringSitting_told ON gatheringSitting (leavesAt) WHERE state = 'told';

CREATE INDEX gatheringSitting_waiting ON gatheringSitting (leavesAt) WHERE state <> 'told';

CREATE INDEX gathering_by_change ON gathering (rescheduledAt);

CREATE UNIQUE INDEX gathering_by_occurrence ON gathering (seriesId, occurrence) WHERE seriesId IS NOT NULL;

CREATE INDEX gathering_by_series ON gathering (seriesId, startAt, threadId) WHERE seriesId IS NOT NULL;

CREATE INDEX gathering_by_start ON gathering (startAt, threadId);

CREATE INDEX gathering_to_remind ON gathering (remindAt) WHERE remindAt IS NOT NULL;

CREATE INDEX groupMembership_by_member ON groupMembership (memberId, groupId);

CREATE INDEX groupMembership_deciding ON groupMembership (memberId) WHERE role = 'facilitator';

CREATE INDEX holidayKept_by_holiday ON holidayKept (listId, firstDay, lastDay);

CREATE INDEX holidayList_by_community ON holidayList (communityId);

CREATE INDEX hostMessage_by_author ON hostMessage (authorId, sentAt);

CREATE INDEX hostMessage_by_thread ON hostMessage (threadId, id);

CREATE INDEX hostMessage_gone ON hostMessage (sentAt) WHERE state IN ('undone', 'removed');

CREATE INDEX hostMessage_waiting ON hostMessage (sentAt) WHERE state IN ('waiting', 'leaving');

CREATE INDEX idempotency_by_age ON idempotency (at);

CREATE INDEX invitation_by_place ON invitation (communityId, groupId);

CREATE INDEX journal_by_community ON journal (communityId, id);

CREATE INDEX learningEntry_by_member ON learningEntry (memberId, day);

CREATE INDEX learningEntry_removed ON learningEntry (removedAt) WHERE removedAt IS NOT NULL;

CREATE INDEX member_by_name ON member (nameFolded);

CREATE INDEX membership_by_member ON membership (memberId, communityId);

CREATE INDEX membership_deciding ON membership (memberId) WHERE role IN ('facilitator', 'moderator', 'manager');

CREATE INDEX mention_added ON mention (memberId, addedAt) WHERE addedAt IS NOT NULL;

CREATE INDEX mention_by_post ON mention (postId);

CREATE INDEX outbox_due ON outbox (dueAt, id) WHERE state = 'waiting';

CREATE INDEX outbox_ended ON outbox (state, endedAt) WHERE state <> 'waiting';

CREATE INDEX post_by_answered ON post (replyToId) WHERE replyToId IS NOT NULL;

CREATE INDEX post_by_author ON post (authorId, createdAt);

CREATE INDEX post_by_role ON post (threadId, role, number) WHERE role <> 'discussion';

CREATE INDEX post_held ON post (threadId, authorId) WHERE state = 'held';

CREATE INDEX post_held_by_author ON post (authorId, threadId) WHERE state = 'held';

CREATE INDEX post_unread ON post (threadId, number, state, authorId, journal);

CREATE INDEX post_unshown ON post (threadId) WHERE state IN ('held', 'hidden');

CREATE INDEX questionVote_by_member ON questionVote (memberId);

CREATE INDEX queueEvent_by_item ON queueEvent (itemId, id);

CREATE INDEX queueItem_by_member ON queueItem (memberId, communityId);

CREATE INDEX queueItem_by_subject ON queueItem (subjectKind, subjectId, id);

CREATE INDEX queueItem_claimed ON queueItem (communityId, claimedUntil) WHERE claimedBy IS NOT NULL;

CREATE INDEX queueItem_decided ON queueItem (communityId, decidedAt, id) WHERE state = 'decided';

CREATE UNIQUE INDEX queueItem_of_request ON queueItem (subjectId) WHERE subjectKind = 'request';

CREATE INDEX queueItem_open ON queueItem
    (communityId, rank, id, kind, groupId, memberId, level, createdAt, claimedUntil, claimedBy, subjectKind) WHERE state = 'open';

CREATE UNIQUE INDEX queueItem_open_of_subject ON queueItem (subjectKind, subjectId, kind, (coalesce(reason, '') = 'worried'))
    WHERE state = 'open';

CREATE INDEX queueNote_by_item ON queueNote (itemId, id);

CREATE INDEX reaction_by_member ON reaction (memberId);

CREATE INDEX reaction_to_author ON reaction (authorId, journal);

CREATE INDEX reading_marked ON readingPlace (memberId, markedAt) WHERE markedAt IS NOT NULL;

CREATE INDEX report_by_item ON report (itemId, id);

CREATE INDEX report_by_post ON report (postId);

CREATE INDEX report_by_reporter ON report (reporterId, at);

CREATE INDEX request_by_member ON request (memberId);

CREATE UNIQUE INDEX request_open ON request (communityId, coalesce(groupId, 0), memberId)
    WHERE decidedAt IS NULL;

CREATE INDEX restriction_by_member ON restriction (memberId, communityId, id);

CREATE INDEX seriesAnswer_by_member ON seriesAnswer (memberId);

CREATE INDEX seriesAnswer_by_turn ON seriesAnswer (seriesId, turn);

CREATE INDEX seriesHolidays_by_list ON seriesHolidays (listId);

CREATE INDEX series_by_community ON series (communityId, groupId);

CREATE INDEX series_due ON series (dueAt) WHERE dueAt IS NOT NULL;

CREATE INDEX session_by_member ON session (memberId);

CREATE INDEX thread_by_activity ON thread (groupId, lastJournal, postCount);

CREATE INDEX thread_by_author ON thread (authorId, createdAt);

CREATE INDEX thread_by_community ON thread (communityId, lastJournal);

CREATE INDEX thread_open ON thread (groupId, kind, createdAt) WHERE state = 'open';

CREATE INDEX thread_pinned ON thread (groupId, isPinned) WHERE isPinned;

CREATE INDEX thread_waiting ON thread (kind, createdAt) WHERE state = 'open';
