"""One digest a local day, over the nights on which the clocks change, from a real server whose clock the test turns."""
import collections
import ctypes
import datetime
import email
import email.policy
import email.utils
import glob
import os
import pathlib
import re
import sqlite3
import zoneinfo

import pytest
import requests

from outbox import rows, states, until

STRICT = email.policy.default.clone(raise_on_defect=True)
LIBRARY = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)
# Two readers in each zone: at the usual hour, and at one that a night in spring does not have and one in autumn has twice.
READERS = [("Europe/London", 7), ("Europe/London", 1), ("America/Halifax", 7), ("America/Halifax", 1),
           ("Australia/Adelaide", 7), ("Australia/Adelaide", 2)]
NIGHTS = ["2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01"]


class Clock:
    """The time that the server believes it is."""

    def __init__(self, site):
        self.path = site.folder / "clock"
        # The library would set FAKETIME_SHARED itself and so move the environment, beside which Swift looks for its arguments. What it
        # names is there before any process asks for it: of two that find it missing and make it at once, one ends.
        name = f"praxis-clock-{os.getpid()}"
        self.shared = [pathlib.Path(f"/dev/shm/{name}"), pathlib.Path(f"/dev/shm/sem.{name}")]
        self.shared[0].write_bytes(bytes(4096))
        ctypes.CDLL(None).sem_open.restype = ctypes.c_void_p
        assert ctypes.CDLL(None).sem_open(f"/{name}".encode(), os.O_CREAT, 0o600, 1)
        site.environment.update(
            FAKETIME_SHARED=f"/{name} /{name}", LD_PRELOAD=LIBRARY, FAKETIME_TIMESTAMP_FILE=str(self.path), FAKETIME_NO_CACHE="1", FAKETIME_DONT_FAKE_MONOTONIC="1",
            TZ="UTC")

    def set(self, moment):
        # Renamed into place, so that nobody reads half a time.
        fresh = self.path.with_suffix(".new")
        fresh.write_text(moment.strftime("%Y-%m-%d %H:%M:%S"))
        fresh.rename(self.path)


    def close(self):
        for path in self.shared:
            path.unlink()


def address(zone, hour):
    return f"{zone.split('/')[1].lower()}.{hour}@example.org"


def prepare(site):
    site.cli("community", "add", "--slug", "ward", "--name", "The ward")
    people = [("writer@example.org", "Wren Writer")] + [(address(*r), "Reader " + r[0].split("/")[1] + "x" * r[1]) for r in READERS]
    for mailbox, name in people:
        site.member(mailbox, name)
        site.cli("membership", "set", "--member", mailbox, "--community", "ward", "--role", "member")
    with sqlite3.connect(site.folder / "data/praxis.db") as database:
        for zone, hour in READERS:
            member, = database.execute("SELECT id FROM member WHERE email = ?", (address(zone, hour),)).fetchone()
            database.executemany("INSERT INTO mailSetting (memberId, key, scopeKind, scopeId, value) VALUES (?, ?, 'member', ?, ?)",
                                 [(member, "digest-days", member, "0 1 2 3 4 5 6"), (member, "digest-hour", member, str(hour))])
            database.execute("UPDATE member SET timeZone = ? WHERE id = ?", (zone, member))
    database.close()


def mails(site):
    """Every mail, read without forgiving a defect."""
    return [email.message_from_bytes(path.read_bytes(), policy=STRICT) for path in (site.mail / "new").glob("*")]


@pytest.mark.skipif(LIBRARY is None, reason="libfaketime is not installed (apt-get install faketime)")
def test_one_digest_a_local_day_over_the_nights_on_which_the_clocks_change(empty_site):
    site = empty_site
    clock = Clock(site)
    try:
        one_digest_a_local_day(site, clock)
    finally:
        clock.close()


def one_digest_a_local_day(site, clock):
    clock.set(datetime.datetime(2026, 3, 1, 12))
    prepare(site)
    site.start()
    writer, thread = site.api("writer@example.org"), None
    for night in NIGHTS:
        start = datetime.datetime.fromisoformat(night) - datetime.timedelta(hours=12)
        clock.set(start)
        writer = site.api("writer@example.org")
        thread = thread or writer.post(f"{site.base}/api/v1/communities/ward/threads", timeout=20, json={
            "title": "What we see at night", "body": "We begin.", "kind": "discussion"}).json()["id"]
        for hour in range(73):
            clock.set(start + datetime.timedelta(hours=hour))
            answer = writer.post(f"{site.base}/api/v1/threads/{thread}/posts", json={"body": f"Hour {hour} of {night}."}, timeout=20)
            assert answer.status_code == 201, answer.text
            site.cli("digest", "run")
            # An hour is longer than any mail program may take: whatever is in hand when it passes is sent again.
            until(lambda: not any(lease for (lease,) in rows(site, "leasedUntil")))
    until(lambda: set(states(site)) == {"sent"}, "a digest was not handed over")
    sent = mails(site)
    for zone, hour in READERS:
        days = collections.Counter(
            message["Date"].datetime.astimezone(zoneinfo.ZoneInfo(zone)).date()
            for message in sent if message["To"].addresses[0].addr_spec == address(zone, hour))
        assert max(days.values()) == 1, f"{zone} at {hour}: {days.most_common(3)}"
        for night in NIGHTS:
            for offset in (-1, 0, 1, 2):
                day = datetime.date.fromisoformat(night) + datetime.timedelta(days=offset)
                assert days[day] == 1, f"{zone} at {hour}: no digest on {day}"
    identifiers = [message["Message-ID"] for message in sent]
    assert len(identifiers) == len(set(identifiers))


def test_a_digest_is_a_good_list_mail_and_one_click_ends_it(empty_site):
    site = empty_site
    site.cli("community", "add", "--slug", "ward", "--name", "The ward")
    for mailbox, name in (("writer@example.org", "Wren Writer"), ("reader@example.org", "Rosa Reader")):
        site.member(mailbox, name)
        site.cli("membership", "set", "--member", mailbox, "--community", "ward", "--role", "member")
    site.start()
    writer = site.api("writer@example.org")
    made = writer.post(f"{site.base}/api/v1/communities/ward/threads", timeout=20, json={
        "title": "Où êtes-vous — 東京 \u202egnorw", "body": "A word, and a line.\n\n-- \nnot a signature", "kind": "question"})
    assert made.status_code == 201, made.text
    site.cli("digest", "run")
    then = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=7)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert "1 would be queued" in site.cli("digest", "run", "--dry-run", "--at", then)
    site.cli("digest", "run", "--at", then)
    until(lambda: states(site) == {"sent": 1})
    message, = mails(site)
    assert message["To"].addresses[0].addr_spec == "reader@example.org"
    assert message["From"].addresses[0].display_name == "Outside"
    for header in ("List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Help", "List-Archive", "Precedence", "Auto-Submitted",
                   "Message-ID", "Date", "Content-Language"):
        assert len(message.get_all(header, [])) == 1, header
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain, html = message.get_body(("plain",)).get_content(), message.get_body(("html",)).get_content()
    assert "東京" in plain and "東京" in html and "\u202e" not in plain + html
    assert all(len(line) <= 72 or "http" in line for line in plain.splitlines())
    assert plain.count("\n-- \n") == 1
    raw = message.as_bytes()
    assert max(len(line) for line in raw.splitlines()) <= 998 and len(html.encode()) <= 90_000
    token = re.fullmatch(r"<http://[^/]+(/u/[A-Za-z0-9_-]+)>", str(message["List-Unsubscribe"]).strip()).group(1)
    for _ in range(3):
        assert requests.get(site.base + token, timeout=20).status_code == 200
    # All of it was told; what is written now is in the next one, and in nobody's who wrote it.
    assert site.cli("digest", "preview", "--member", "reader@example.org") == ""
    answer = writer.post(f"{site.base}/api/v1/threads/{made.json()['id']}/posts", json={"body": "A later word."}, timeout=20)
    assert answer.status_code == 201, answer.text
    preview = site.cli("digest", "preview", "--member", "reader@example.org")
    assert preview.startswith("Subject: ") and "A later word." in preview and "A word, and a line." not in preview
    assert site.cli("digest", "preview", "--member", "writer@example.org") == ""
    for _ in range(2):
        answer = requests.post(site.base + token, data={"List-Unsubscribe": "One-Click"}, timeout=20, allow_redirects=False)
        assert answer.status_code == 200
    assert requests.post(site.base + token[:-1], data={"List-Unsubscribe": "One-Click"}, timeout=20).status_code == 404
    writer.post(f"{site.base}/api/v1/threads/{made.json()['id']}/posts", json={"body": "Nobody is mailed this."}, timeout=20)
    later = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=14)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert "0 digests queued" in site.cli("digest", "run", "--at", later)
    assert len(mails(site)) == 1
