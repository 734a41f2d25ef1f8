"""What is acknowledged is there, once, whatever happens to the process."""
import concurrent.futures
import os
import signal
import sqlite3
import threading

import pytest
import requests

from conftest import PASSWORD

ROUNDS = int(os.environ.get("PRAXIS_KILL_ROUNDS", "3"))
WRITERS = 64


def prepare(site):
    site.cli("community", "add", "--slug", "ward", "--name", "The ward")
    for number in range(8):
        site.member(f"writer{number}@example.org", f"Writer {'ABCDEFGH'[number]}")
        site.cli("membership", "set", "--member", f"writer{number}@example.org", "--community", "ward", "--role", "member")


def write_until_killed(site, sessions, thread, ledger, round_number):
    """Posts replies from 64 writers until the server is gone; what was answered 201 goes into the ledger."""
    stop = threading.Event()

    def writer(number):
        session = sessions[number % len(sessions)]
        count = 0
        while not stop.is_set():
            text = f"round {round_number} writer {number} post {count}"
            try:
                answer = session.post(f"{site.base}/api/v1/threads/{thread}/posts", json={"body": text}, timeout=20)
            except requests.RequestException:
                return
            if answer.status_code == 201:
                ledger.append((answer.json()["id"], text))
            count += 1

    with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
        writers = [pool.submit(writer, number) for number in range(WRITERS)]
        target = len(ledger) + 300
        while len(ledger) < target and not all(w.done() for w in writers):
            threading.Event().wait(0.01)
        site.stop(signal.SIGKILL)
        stop.set()


def test_kill_loses_no_acknowledged_post_and_doubles_none(empty_site):
    site = empty_site
    prepare(site)
    site.start()
    thread = site.api("writer0@example.org").post(
        f"{site.base}/api/v1/communities/ward/threads",
        json={"title": "Under load", "body": "We begin.", "kind": "discussion"}, timeout=20).json()["id"]
    tokens = [site.api(f"writer{number}@example.org") for number in range(8)]
    ledger = []
    for round_number in range(ROUNDS):
        before = len(ledger)
        write_until_killed(site, tokens, thread, ledger, round_number)
        assert len(ledger) >= before + 300, "the server was gone before it was killed"
        site.start()
    site.stop()
    database = sqlite3.connect(f"file:{site.folder}/data/praxis.db?mode=ro", uri=True)
    stored = database.execute("SELECT id, body FROM post WHERE number > 1").fetchall()
    bodies = [body for _, body in stored]
    assert len(set(bodies)) == len(bodies), "a post is there twice"
    missing = {(int(i), b) for i, b in ledger} - set(stored)
    assert not missing, f"{len(missing)} acknowledged posts are gone"
    numbers = [n for (n,) in database.execute("SELECT number FROM post ORDER BY number")]
    assert numbers == list(range(1, len(numbers) + 1))
    for table in ("searchRow", "postSearch_docsize"):
        indexed = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert indexed == len(numbers), "a post and its search row came apart"
    database.close()
    site.cli("verify")


def test_verify_names_the_post_whose_text_has_a_flipped_bit(empty_site):
    site = empty_site
    prepare(site)
    site.start()
    session = site.api("writer0@example.org")
    made = session.post(f"{site.base}/api/v1/communities/ward/threads",
                        json={"title": "A careful note", "body": "The word heronlike stands here.", "kind": "story"}, timeout=20).json()
    posts = session.get(f"{site.base}/api/v1/threads/{made['id']}/posts", timeout=20).json()["items"]
    site.stop()
    path = site.folder / "data/praxis.db"
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    raw = bytearray(path.read_bytes())
    at = raw.rfind(b"heronlike stands here.")
    assert at > 0
    raw[at] ^= 1
    path.write_bytes(raw)
    done = site.run("verify")
    assert done.returncode != 0
    assert f"post {posts[0]['id']}" in done.stdout + done.stderr


def test_a_second_server_on_the_same_folder_is_refused_by_name(empty_site):
    site = empty_site
    site.start()
    done = site.run("serve", "--port", "0")
    assert done.returncode != 0
    assert str(site.folder / "data") in done.stdout + done.stderr


@pytest.mark.parametrize("page_size", [None, 4096])
def test_backup_of_a_running_site_restores_into_it(empty_site, page_size):
    site = empty_site
    prepare(site)
    site.start()
    copy = str(site.folder / "copy.db")
    site.cli("backup", copy)
    if page_size:
        # As a version with smaller pages would have written it.
        with sqlite3.connect(copy) as database:
            database.executescript(f"PRAGMA page_size = {page_size}; VACUUM")
        database.close()
    site.member("late@example.org", "Late Arrival")
    site.cli("restore", copy)
    answer = requests.post(f"{site.base}/api/v1/session", json={"email": "late@example.org", "password": PASSWORD}, timeout=20)
    assert answer.status_code == 422
    site.api("writer0@example.org")
    site.cli("verify")
