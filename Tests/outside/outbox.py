"""An outbox with mails in it, and mail programs that are not what they should be."""
import os
import pathlib
import sqlite3
import stat
import time


def admitted(site, count, name="Member", first=0):
    """Adds members whose request to join was accepted, so that each is to be told by mail; the server is not running."""
    database = sqlite3.connect(site.folder / "data/praxis.db", isolation_level=None)
    database.execute("BEGIN")
    community = database.execute("SELECT id FROM community WHERE slug = 'ward'").fetchone()[0]
    now = int(time.time() * 1000)
    for number in range(first, first + count):
        member = database.execute(
            "INSERT INTO member (email, name, nameFolded, standing, language, timeZone, joinedAt) VALUES (?, ?, ?, 'active', 'en', 'UTC', ?)"
            " RETURNING id", (f"member{number}@example.org", f"{name} {number}", name.lower(), now)).fetchone()[0]
        database.execute(
            "INSERT INTO membership (communityId, memberId, role, standing, joinedAt, readFrom) VALUES (?, ?, 'member', 'active', ?, 0)",
            (community, member, now))
        request = database.execute(
            "INSERT INTO request (communityId, memberId, note, askedAt, decidedAt, isAccepted) VALUES (?, ?, '', ?, ?, 1) RETURNING id",
            (community, member, now, now)).fetchone()[0]
        database.execute(
            "INSERT INTO outbox (kind, memberId, period, subjectKind, subjectId, numbers, queuedAt, dueAt)"
            " VALUES ('request-decision', ?, ?, 'request', ?, '', ?, ?)",
            (member, str(request), request, now, now))
    database.execute("COMMIT")
    database.close()


def prepare(site, count, **more):
    """A site with one community and so many mails that wait; the server is not running."""
    site.cli("community", "add", "--slug", "ward", "--name", "The ward")
    admitted(site, count, **more)


def states(site):
    """How many mails are in each state, read beside the server."""
    database = sqlite3.connect(f"file:{site.folder}/data/praxis.db?mode=ro", uri=True, timeout=10)
    try:
        return dict(database.execute("SELECT state, count(*) FROM outbox GROUP BY state"))
    finally:
        database.close()


def rows(site, columns):
    database = sqlite3.connect(f"file:{site.folder}/data/praxis.db?mode=ro", uri=True, timeout=10)
    try:
        return database.execute(f"SELECT {columns} FROM outbox ORDER BY id").fetchall()
    finally:
        database.close()


def settled(site, **expected):
    until(lambda: states(site) == expected, f"{expected} was expected")


def until(holds, what="that did not happen"):
    """Waits for something that will be; the limit only ends a run that is broken."""
    for _ in range(6_000):
        if holds():
            return
        time.sleep(0.02)
    raise AssertionError(what)


def fake(site, script):
    """Has the site use a shell script as its mail program; `$0` is its path."""
    path = pathlib.Path(site.folder) / "fake-sendmail"
    path.write_text("#!/bin/sh\n" + script + "\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    site.environment["PRAXIS_SENDMAIL"] = f"{path} -i"
    return path


def children(pid):
    """The processes that a process has started and not yet waited for."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = pathlib.Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                found.append(int(entry))
    return found


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))
