"""Each queued mail is handed over once or is visible as given up, whatever the mail program does and whatever happens to the process."""
import collections
import email
import email.policy
import json
import os
import pathlib
import re
import signal
import sqlite3
import time

import pytest
import requests

from outbox import children, descriptors, fake, prepare, rows, settled, states, until

KILLS = int(os.environ.get("PRAXIS_MAIL_KILLS", "12"))


def quiet(site):
    """No mail program runs, and none that has ended is waited for."""
    until(lambda: children(site.process.pid) == [], "a mail program is left over")


CASES = [
    ("asks to come again", "cat >/dev/null; exit 75", dict(waiting=5), "75"),
    ("knows no such user", "cat >/dev/null; exit 67", dict(failed=5), "67"),
    ("ends without reading", "exit 0", dict(waiting=5), "did not read"),
    ("closes its input early", "head -c 20 >/dev/null; exec 0<&-; exit 0", dict(waiting=5), "did not read"),
    ("is killed", "cat >/dev/null; kill -9 $$", dict(waiting=5), "signal 9"),
    ("says megabytes", "cat >/dev/null; head -c 5000000 /dev/zero | tr '\\0' x >&2; exit 75", dict(waiting=5), "xxxx"),
    ("says megabytes and takes it", "head -c 5000000 /dev/zero | tr '\\0' x >&2; cat >/dev/null", dict(sent=5), None),
    ("dribbles", "while dd bs=256 count=1 2>/dev/null | grep -q .; do sleep 0.01; done; exit 0", dict(sent=5), None),
    ("leaves something behind", "cat >/dev/null; sleep 0.5 & exit 0", dict(sent=5), None),
    ("hangs", "cat >/dev/null; exec sleep 1000", dict(waiting=5), "did not end in time"),
    ("hangs without reading, deaf", "trap '' TERM PIPE INT; while :; do sleep 1; done", dict(waiting=5), "did not end in time"),
]


@pytest.mark.parametrize("script, expected, reason", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_mail_program_that(empty_site, script, expected, reason):
    site = empty_site
    if reason == "did not end in time":
        site.environment["PRAXIS_MAIL_TIMEOUT"] = "2"
    prepare(site, 5)
    fake(site, script)
    site.start()
    until(lambda: sum(1 for (tries, end) in rows(site, "attempts, endedAt") if tries or end) == 5)
    settled(site, **expected)
    quiet(site)
    before = descriptors(site.process.pid)
    site.cli("mail", "retry")
    for (number,) in rows(site, "id"):
        site.run("mail", "retry", str(number))
    if "sent" not in expected:
        until(lambda: all(tries >= 1 for (tries,) in rows(site, "attempts")) and not any(lease for (lease,) in rows(site, "leasedUntil")))
    quiet(site)
    assert descriptors(site.process.pid) <= before, "descriptors are kept"
    told = site.cli("mail", "queue")
    assert reason is None or told.count(reason) >= 5, told
    site.stop()


def test_a_mail_program_that_is_missing_is_tried_again_and_named(empty_site):
    site = empty_site
    prepare(site, 3)
    site.environment["PRAXIS_SENDMAIL"] = "/nonexistent/sendmail -i"
    site.start()
    until(lambda: [tries for (tries,) in rows(site, "attempts")] == [1] * 3)
    assert site.cli("mail", "queue").count("cannot be started: No such file") == 3
    done = site.run("doctor")
    assert "emails waiting for an email system that does not take them: 3" in done.stdout
    site.stop()


def test_pages_answer_while_every_mail_program_hangs(empty_site):
    site = empty_site
    prepare(site, 12)
    fake(site, "cat >/dev/null; exec sleep 1000")
    site.environment["PRAXIS_MAIL_PROCESSES"] = "4"
    site.start()
    until(lambda: len(children(site.process.pid)) == 4, "four mail programs are expected")

    hanging = set(children(site.process.pid))
    for _ in range(100):
        assert requests.get(site.base + "/sign-in", timeout=20).status_code == 200
    left = children(site.process.pid)
    assert set(left) == hanging, "pages were answered once they hung no more"
    site.stop(signal.SIGKILL)
    for number in left:
        os.killpg(number, signal.SIGKILL)  # Each heads a group of its own.
    fake(site, "cat >/dev/null")
    site.start()
    settled(site, sent=12)


def test_a_hanging_mail_program_is_waited_for_when_the_server_stops(empty_site):
    site = empty_site
    prepare(site, 1)
    fake(site, "cat >/dev/null; sleep 3; exit 0")
    site.start()
    until(lambda: len(children(site.process.pid)) == 1)
    site.stop()
    assert states(site) == {"sent": 1}


def message_ids(folder):
    """How often each message was taken, whole."""
    count = collections.Counter()
    for path in pathlib.Path(folder).glob("taken.*"):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        assert len(parts) == 2 and parts[1].get_content().rstrip().endswith("</html>"), f"{path} is not whole"
        count[message["Message-ID"]] += 1
    return count


# Where the process is killed: while a mail program starts, reads, works, has ended.
STEPS = {
    "anywhere": "cat > $0.draft.$$; mv $0.draft.$$ {folder}/taken.$$.$(date +%N)",
    "before it reads": "sleep 0.05; cat > $0.draft.$$; mv $0.draft.$$ {folder}/taken.$$.$(date +%N)",
    "after it took the mail": "cat > $0.draft.$$; mv $0.draft.$$ {folder}/taken.$$.$(date +%N); sleep 0.05",
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("processes", [1, 4])
def test_kill_loses_no_mail_and_repeats_only_what_was_in_hand(empty_site, step, processes):
    site = empty_site
    count = 300
    prepare(site, count)
    site.environment["PRAXIS_MAIL_PROCESSES"] = str(processes)
    fake(site, STEPS[step].format(folder=site.folder))
    kills = 0
    for round_number in range(KILLS):
        site.start()
        before = states(site).get("sent", 0)
        time.sleep(0.02 * (round_number % 6))
        if round_number % 2:
            until(lambda: states(site).get("sent", 0) > before or states(site) == {"sent": count})
        site.stop(signal.SIGKILL)
        kills += 1
        if states(site) == {"sent": count}:
            break
    site.start()
    settled(site, sent=count)
    quiet(site)
    site.stop()
    until(lambda: not list(site.folder.glob("fake-sendmail.draft.*")), "a mail program is left over")
    taken = message_ids(site.folder)
    assert len(taken) == count, f"{count - len(taken)} mails are lost"
    repeated = sum(times - 1 for times in taken.values())
    assert repeated <= kills * processes, f"{repeated} repeated by {kills} kills of {processes}"
    print(f"{kills} kills, {processes} at once, {step}: {count} mails, 0 lost, {repeated} repeated")


HOSTILE = [
    "a\r\nBcc: victim@example.org", "a\nb", "nul\u0000l", "--", "-oQ/tmp -bs", "over\u202eride\u2066isolate\u2069", "line\u2028paragraph\u2029",
    "=?utf-8?q?forged=0D=0ABcc:_x?=", '"quoted" and \\ back', "<evil@example.org>", "Anna, Ben; Cem: (Dee)", "x" * 2000, "é" * 700, "", " ", ".",
    "\r\n.\r\n", "\u0085next\u009f", "🏴󠁧󠁢󠁷󠁬󠁳󠁿" * 40, "日本語の名前", "tab\tbed", "%0aBcc: x", "${IFS}$(id)", "`id`", "; rm -rf /", "\ufeffbom",
]


def naughty():
    """The Big List of Naughty Strings, which is kept beside the clone."""
    corpora = pathlib.Path(os.environ.get("PRAXIS_CORPORA", pathlib.Path(__file__).resolve().parents[3] / "shared/corpora"))
    path = corpora / "blns/blns.json"
    if not path.exists():
        pytest.skip("the corpora are not beside this clone")
    return json.loads(path.read_text())


def clean(text):
    """What may be left of a name in a header: one line without controls or direction marks."""
    text = re.sub("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return re.sub("[\u0000-\u0020\u007f-\u009f\u2028\u2029]+", " ", text).strip(" ")


@pytest.mark.parametrize("texts", [lambda: HOSTILE, naughty], ids=["ours", "naughty strings"])
def test_names_titles_and_addresses_bend_neither_header_nor_argument(empty_site, texts):
    site = empty_site
    texts = texts()
    prepare(site, len(texts))
    recorder = fake(site, 'n=$(mktemp $0.XXXXXX); for a in "$@"; do printf "%s\\0" "$a"; done > $n.args; cat > $n.mail')
    with sqlite3.connect(site.folder / "data/praxis.db") as database:
        members = [m for (m,) in database.execute("SELECT memberId FROM outbox ORDER BY id")]
        for member, text in zip(members, texts):
            community = database.execute(
                "INSERT INTO community (slug, name, domain, visibility, joining, language, createdAt)"
                " VALUES (?, ?, '', 'members', 'open', 'en', 0) RETURNING id", (f"c{member}", text)).fetchone()[0]
            database.execute("UPDATE member SET name = ? WHERE id = ?", (text, member))
            database.execute("UPDATE request SET communityId = ? WHERE memberId = ?", (community, member))
            database.execute("UPDATE membership SET communityId = ? WHERE memberId = ?", (community, member))
        bent = ["-bs@example.org", "a@example.org\r\nBcc: b@example.org", "a b@example.org", "a@-example.org", "\u202ea@example.org", "a@b@example.org"]
        for number, address in enumerate(bent):
            member = database.execute(
                "INSERT INTO member (email, name, nameFolded, standing, language, timeZone, joinedAt)"
                " VALUES (?, 'Bent', 'bent', 'active', 'en', 'UTC', 0) RETURNING id", (address,)).fetchone()[0]
            database.execute(
                "INSERT INTO outbox (kind, memberId, period, subjectKind, subjectId, numbers, queuedAt, dueAt)"
                " VALUES ('request-decision', ?, 'x', 'request', 1, '', 0, 0)", (member,))
    database.close()
    site.start()
    settled(site, sent=len(texts), skipped=len(bent))
    site.stop()
    expected = {f"member{number}@example.org": clean(text) for number, text in enumerate(texts)}
    seen = set()
    for path in recorder.parent.glob("fake-sendmail.*.mail"):
        arguments = path.with_suffix(".args").read_bytes().split(b"\0")[:-1]
        assert arguments[:4] == [b"-i", b"-f", b"<>", b"--"] and len(arguments) == 5, arguments
        address = arguments[4].decode()
        # Raises where anything about the message is not as it must be.
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.strict)
        assert sorted(message.keys()) == sorted([
            "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version", "Content-Language",
            "Content-Type"]), message.keys()
        assert message["Subject"] == clean("You are now a member of " + expected[address])
        assert [a.addr_spec for a in message["To"].addresses] == [address]
        for part in message.iter_parts():
            part.get_content()
        seen.add(address)
    assert seen == set(expected)


def test_show_prints_the_mail_and_where_a_maildir_takes_it_the_newest(empty_site):
    site = empty_site
    prepare(site, 1)
    assert "Subject: You are now a member of The ward" in site.cli("mail", "show", "1")
    site.start()
    settled(site, sent=1)
    shown = site.cli("mail", "show")
    (path,) = (site.mail / "new").iterdir()
    assert shown.rstrip("\n") == path.read_text().rstrip("\n")
    assert "request-decision: 1 sent" in site.cli("mail", "queue")
    site.stop()


def test_a_code_that_was_asked_for_just_before_a_restart_arrives(empty_site):
    """What answers leave to do is done before the server ends: the mail program is slow, and the server is told to stop meanwhile."""
    site = empty_site
    began, taken = site.folder / "began", site.folder / "taken"
    fake(site, f"touch {began}; cat >{taken}.new; sleep 2; mv {taken}.new {taken}")
    site.start()
    session = requests.Session()
    page = session.get(site.base + "/sign-up", timeout=20).text
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    answer = session.post(site.base + "/sign-up", data={**fields, "email": "ann@example.org"}, timeout=20)
    assert answer.status_code == 200, answer.text
    until(began.exists, "the mail program was not started")
    assert not taken.exists()
    site.stop()
    assert re.search(r"\b\d{6}\b", taken.read_text()), "the code was lost with the server"
