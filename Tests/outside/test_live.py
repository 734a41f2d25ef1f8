"""Live events as programs and two people with the same thread open meet them."""
import contextlib
import hashlib
import json
import os
import re
import selectors
import signal
import socket
import sqlite3
import tempfile
import time

import pytest
import requests
from playwright.sync_api import expect

from conftest import Site
from test_browser import sign_in

COUNT = 500


class Stream:
    """One listener, read by hand."""

    def __init__(self, base, token, community, last=None):
        host, port = base.removeprefix("http://").split(":")
        self.socket = socket.create_connection((host, int(port)), timeout=20)
        more = f"Last-Event-ID: {last}\r\n" if last else ""
        self.socket.sendall(
            f"GET /api/v1/events?community={community} HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: {token}\r\n{more}\r\n".encode())
        self.text, self.last = "", last
        self.ended = False

    def read(self, seconds=20):
        """What has come by now; waits for something. Nothing more comes after the end."""
        self.socket.settimeout(seconds)
        try:
            piece = self.socket.recv(65536)
        except (ConnectionResetError, TimeoutError) as error:
            if isinstance(error, TimeoutError):
                return False
            piece = b""
        self.text += piece.decode()
        self.ended = not piece or "\r\n0\r\n" in self.text
        for found in re.finditer(r"^id: (\S+)$", self.text, re.M):
            self.last = found.group(1)
        return bool(piece)

    def until(self, words, seconds=20):
        before = time.monotonic()
        while words not in self.text and not self.ended and time.monotonic() - before < seconds:
            self.read(max(0.1, seconds - (time.monotonic() - before)))
        return words in self.text

    def ends_within(self, seconds):
        began = time.monotonic()
        while not self.ended and time.monotonic() - began < seconds:
            self.read(seconds)
        return self.ended

    def events(self):
        return [json.loads(line.removeprefix("data: ")) for line in self.text.splitlines() if line.startswith("data: ")]

    def close(self):
        self.socket.close()


@pytest.fixture
def live_site():
    """A site of its own: a community with two members and a thread, by the command line and the API."""
    with tempfile.TemporaryDirectory(prefix="praxis-live-") as folder:
        site = Site(folder)
        site.cli("community", "add", "--slug", "nursing", "--name", "Nursing")
        for name in ("ann", "bob"):
            site.member(f"{name}@example.org", name.capitalize() + " Nurse")
            site.cli("membership", "set", "--member", f"{name}@example.org", "--community", "nursing", "--role", "member")
        site.start()
        site.ann, site.bob = site.api("ann@example.org"), site.api("bob@example.org")
        made = site.ann.post(site.base + "/api/v1/communities/nursing/threads",
                             json={"title": "How is the ward today?", "body": "Tell me.", "kind": "discussion"}, timeout=20)
        assert made.status_code == 201, made.text
        site.thread = made.json()["id"]
        yield site
        site.stop(signal.SIGKILL)


def token(session):
    return session.headers["Authorization"]


def many_sessions(site, count):
    """Sessions of Bob's put into the file: each would cost a password's hash otherwise."""
    site.stop()
    made = [f"session-{number}-{os.urandom(12).hex()}" for number in range(count)]
    with contextlib.closing(sqlite3.connect(site.folder / "data" / "praxis.db")) as database, database:
        now = int(time.time() * 1000)
        database.executemany(
            "INSERT INTO session (tokenHash, memberId, kind, device, createdAt, seenAt)"
            " SELECT ?, id, 'api', 'test', ?, ? FROM member WHERE email = 'bob@example.org'",
            [(hashlib.sha256(secret.encode()).digest(), now, now) for secret in made])
    site.start()
    return ["Bearer " + secret for secret in made]


def reply(site, session, body):
    answer = session.post(f"{site.base}/api/v1/threads/{site.thread}/posts", json={"body": body}, timeout=20)
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


def test_a_stream_ends_within_five_seconds_of_the_right_to_it(live_site):
    site = live_site
    with contextlib.closing(Stream(site.base, token(site.bob), "nursing")) as stream:
        assert stream.until("id: ")
        post = reply(site, site.ann, "Before.")
        assert stream.until(f'"post":"{post}"')
        assert "Before" not in stream.text and "Ann" not in stream.text
        site.cli("membership", "set", "--member", "bob@example.org", "--community", "nursing", "--role", "guest")
        assert stream.ends_within(5)
    # A token that is given back ends its stream too.
    with contextlib.closing(Stream(site.base, token(site.bob), "nursing")) as stream:
        assert stream.until("id: ")
        assert site.bob.delete(site.base + "/api/v1/session", timeout=20).ok
        assert stream.ends_within(5)
        assert f'"post":"{reply(site, site.ann, "After.")}"' not in stream.text


def test_a_stream_goes_on_after_a_restart_where_it_was(live_site):
    site = live_site
    with contextlib.closing(Stream(site.base, token(site.bob), "nursing")) as stream:
        assert stream.until("id: ")
        heard = reply(site, site.ann, "Heard.")
        assert stream.until(f'"post":"{heard}"')
        last = stream.last
        began = time.monotonic()
        site.stop()
        assert time.monotonic() - began < 10
        assert stream.ends_within(5)
    site.start()
    with contextlib.closing(Stream(site.base, token(site.bob), "nursing")) as nothing:
        assert nothing.until("id: ")
        missed = [reply(site, site.ann, f"Missed {number}.") for number in range(3)]
        with contextlib.closing(Stream(site.base, token(site.bob), "nursing", last)) as stream:
            assert stream.until(f'"post":"{missed[-1]}"')
            live = reply(site, site.ann, "Live.")
            assert stream.until(f'"post":"{live}"')
            assert [event["post"] for event in stream.events()] == [*missed, live]


def test_a_post_reaches_five_hundred_idle_listeners(live_site):
    site = live_site
    sessions = many_sessions(site, COUNT // 6 + 1)
    streams = []
    try:
        for number in range(COUNT):
            streams.append(Stream(site.base, sessions[number // 6], "nursing"))
        for stream in streams:
            assert stream.until("id: ")
        refused = requests.get(site.base + "/api/v1/events?community=nursing", headers={"Authorization": sessions[0]}, timeout=20)
        assert refused.status_code == 429 and int(refused.headers["Retry-After"]) > 0
        began = time.monotonic()
        post = reply(site, site.ann, "To all.")
        waiting = selectors.DefaultSelector()
        for stream in streams:
            waiting.register(stream.socket, selectors.EVENT_READ, stream)
        left = len(streams)
        while left:
            ready = waiting.select(20)
            assert ready, f"{left} of {COUNT} heard nothing"
            for key, _ in ready:
                key.data.read()
                if f'"post":"{post}"' in key.data.text:
                    waiting.unregister(key.data.socket)
                    left -= 1
        print(f"a post reached {COUNT} listeners within {(time.monotonic() - began) * 1000:.0f} ms")
        began = time.monotonic()
        site.stop()
        assert time.monotonic() - began < 10
    finally:
        for stream in streams:
            stream.close()


def test_a_stream_is_for_pages_of_ours_alone(live_site):
    page = requests.Session()
    form = page.get(live_site.base + "/sign-in", timeout=20).text
    data = {"token": re.search(r'name="token" value="([^"]+)"', form).group(1), "email": "bob@example.org", "password": "a long enough password"}
    page.post(live_site.base + "/sign-in", data, timeout=20)
    path = live_site.base + "/api/v1/events?community=nursing"
    with page.get(path, stream=True, timeout=20) as own:
        assert own.status_code == 200 and own.headers["Cache-Control"] == "no-store"
        assert own.headers["Content-Type"] == "text/event-stream"
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        assert page.get(path, headers=headers, timeout=20).status_code == 403


def test_an_open_thread_says_that_there_is_a_new_post(live_site, chromium):
    context, other = chromium.new_context(locale="en-GB"), chromium.new_context(locale="fr-CA")
    try:
        page, theirs = context.new_page(), other.new_page()
        said = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        sign_in(page, live_site, "bob@example.org")
        page.goto(f"{live_site.base}/t/{live_site.thread}")
        sign_in(theirs, live_site, "ann@example.org")
        theirs.goto(f"{live_site.base}/t/{live_site.thread}")
        status = page.locator("[data-live-status]")
        expect(status).to_have_attribute("role", "status")
        expect(status).to_be_empty()
        page.wait_for_function("performance.getEntriesByName(location.origin + '/api/v1/events').length >= 0")
        page.get_by_label("Your reply").fill("Something half written")
        before = page.evaluate("scrollY")
        theirs.get_by_label("Your reply").fill("A bed is free at last.")
        theirs.locator("[data-send]").click()
        expect(status).to_contain_text("1 new post", timeout=2_000)
        # Nothing moves, and nothing that was typed goes.
        assert page.evaluate("scrollY") == before
        expect(page.locator("article.post")).to_have_count(1)
        second = reply(live_site, live_site.ann, "And another one.")
        expect(status).to_contain_text("2 new posts", timeout=2_000)
        status.get_by_role("link", name="Show").click()
        expect(page.locator("article.post")).to_have_count(3)
        expect(page.locator("article.post").nth(1)).to_contain_text("A bed is free at last.")
        expect(page.locator("article.post").nth(1).locator("h3")).to_be_focused()
        expect(status).to_be_empty()
        expect(page.get_by_label("Your reply")).to_have_value("Something half written")
        # What is changed is shown as it is now, and leaves no mark of a look.
        answer = live_site.ann.delete(f"{live_site.base}/api/v1/posts/{second}", json={"revision": 1}, timeout=20)
        assert answer.ok, answer.text
        expect(page.locator(f"#p{second}")).to_contain_text("withdrew", timeout=2_000)
        assert said == []
        page.wait_for_timeout(100)
        page.set_viewport_size({"width": 320, "height": 640})
        reply(live_site, live_site.ann, "A third.")
        expect(status).to_contain_text("1 new post", timeout=2_000)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    finally:
        context.close()
        other.close()


def test_an_open_queue_says_who_has_taken_what_and_how_it_was_decided(live_site, chromium):
    for name in ("cal", "dee"):
        live_site.member(f"{name}@example.org", name.capitalize() + " Nurse")
        live_site.cli("membership", "set", "--member", f"{name}@example.org", "--community", "nursing", "--role", "moderator")
    cal, items = live_site.api("cal@example.org"), []
    for number in range(3):
        post = reply(live_site, live_site.ann, f"Reported {number}.")
        report = live_site.bob.post(f"{live_site.base}/api/v1/posts/{post}/reports", json={"reason": "spam"}, timeout=20)
        assert report.status_code == 201
    listed = cal.get(f"{live_site.base}/api/v1/communities/nursing/queue", timeout=20).json()["items"]
    items = [item["id"] for item in listed]

    def act(item, part, **fields):
        answer = cal.post(f"{live_site.base}/api/v1/queue/{item}/{part}", json=fields or None, timeout=20)
        assert answer.ok, answer.text

    context = chromium.new_context(locale="en-GB")
    try:
        page, looks = context.new_page(), []
        sign_in(page, live_site, "dee@example.org")
        page.on("request", lambda request: looks.append((request.headers.get("purpose"), request.method)) if "/queue" in request.url else None)
        page.goto(live_site.base + "/c/nursing/queue")
        expect(page.locator("li[data-item]")).to_have_count(3)
        page.locator(f"#open-{items[0]}").focus()
        act(items[1], "claim")
        status = page.locator(".live[role=status]")
        expect(status).to_contain_text("Cal Nurse is working on it", timeout=2_000)
        expect(page.locator(f"#open-{items[0]}")).to_be_focused()
        act(items[1], "resolve", action="dismiss", version=1)
        expect(status).to_contain_text("Cal Nurse kept this as it is", timeout=2_000)
        expect(page.locator("li[data-item]")).to_have_count(2)
        # What has come is new, where it covers nothing; how long it waits is not said.
        late = reply(live_site, live_site.ann, "Reported late.")
        report = live_site.bob.post(f"{live_site.base}/api/v1/posts/{late}/reports", json={"reason": "spam"}, timeout=20)
        assert report.status_code == 201
        expect(status).to_contain_text("New: Report: Advertising or spam, ", timeout=2_000)
        assert "min" not in status.inner_text() and status.evaluate("e => getComputedStyle(e).position") == "static"
        assert status.bounding_box()["y"] < page.locator("#queue").bounding_box()["y"]
        assert looks[0] == (None, "GET") and set(looks[1:]) == {("prefetch", "GET")}
        # The page of one item loses its buttons when another has it, and has them again.
        page.goto(f"{live_site.base}/c/nursing/queue/{items[2]}")
        expect(page.get_by_role("button", name="Keep", exact=True)).to_be_visible()
        act(items[2], "claim")
        expect(page.locator("#item")).to_contain_text("Cal Nurse is working on this", timeout=2_000)
        expect(page.get_by_role("button", name="Keep", exact=True)).to_have_count(0)
        act(items[2], "release")
        expect(page.get_by_role("button", name="Keep", exact=True)).to_be_visible(timeout=2_000)
        act(items[2], "resolve", action="hide", reason="It sells.", version=1)
        expect(page.get_by_role("button", name="Undo the decision")).to_be_visible(timeout=2_000)
        expect(page.get_by_role("button", name="Remove", exact=True)).to_have_count(0)
    finally:
        context.close()
