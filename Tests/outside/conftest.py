"""A running Praxis for the tests that meet it as people and programs do: from outside."""
import email
import email.policy
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

import pytest
import requests
from playwright.sync_api import sync_playwright

from judge import faults_now

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRAXIS = os.environ.get("PRAXIS_BINARY", str(ROOT / ".build/debug/praxis"))
PASSWORD = "a long enough password"


class Site:
    """One data folder and the server that owns it."""

    def __init__(self, folder, **settings):
        self.folder = pathlib.Path(folder)
        self.mail = self.folder / "mail"
        self.process = None
        self.base = None
        # What steers these tests is no setting of the site, which would refuse to start on it.
        others = {name: value for name, value in os.environ.items() if not name.startswith("PRAXIS_")}
        self.environment = {
            **others, "PRAXIS_DATA": str(self.folder / "data"), "PRAXIS_LIMITS": "off", "PRAXIS_SITE_NAME": "Outside",
            "PRAXIS_TIME_ZONE": "Europe/London",
            "PRAXIS_SENDMAIL": f"{os.path.abspath(PRAXIS)} sendmail-to-maildir {self.mail}", **settings,
        }

    def start(self):
        self.launch(r"ready at \S+")
        requests.get(self.base + "/readyz", timeout=10).raise_for_status()

    def start_empty(self):
        """Starts on an empty data folder, and gives the link to the setup that is printed then."""
        path = self.launch(r"/setup/\S+")
        return self.base + path

    def launch(self, last):
        """Serves, reads what is printed up to where it listens and up to `last`, and gives what `last` found."""
        self.process = subprocess.Popen(
            [PRAXIS, "serve", "--port", "0"], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            address, found = re.search(r"ready at (http://127\.0\.0\.1:\d+)", line), re.search(last, line)
            self.base = address.group(1) if address else self.base
            if found:
                # What is not read would fill the pipe and stop the server.
                self.drain = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)
                return found.group()
        raise AssertionError(f"the server did not print {last}")

    def stop(self, how=signal.SIGTERM):
        if self.process:
            self.process.send_signal(how)
            self.process.wait(timeout=20)
            self.drain.wait(timeout=20)
            self.process = None

    def run(self, *arguments, typed=None):
        return subprocess.run([PRAXIS, *arguments], env=self.environment, input=typed, capture_output=True, text=True, timeout=300)

    def cli(self, *arguments, typed=None):
        done = self.run(*arguments, typed=typed)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def member(self, address, name, *more):
        self.cli("member", "add", "--email", address, "--name", name, "--password-stdin", *more, typed=PASSWORD + "\n")

    def mails_to(self, address):
        """All mails to an address, the oldest first."""
        found = []
        for path in sorted((self.mail / "new").glob("*"), key=lambda p: p.stat().st_mtime_ns):
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if address in str(message["To"]):
                found.append(message)
        return found

    def code_for(self, address, after=0):
        """The newest six-digit code mailed to an address that had so many mails before; waits for the hand-over."""
        for _ in range(100):
            mails = self.mails_to(address)
            if len(mails) > after:
                return re.search(r"\b(\d{6})\b", mails[-1].get_body(("plain",)).get_content()).group(1)
            time.sleep(0.1)
        raise AssertionError(f"no mail to {address}")

    def signed_in(self, address):
        """A session of pages, for forms that the API does not have."""
        session = requests.Session()
        self.send(session, "/sign-in", email=address, password=PASSWORD)
        return session

    def send(self, session, page, path=None, **fields):
        """Sends a form that stands on a page to its own address, or to `path`; gives what answers."""
        text = session.get(self.base + page, timeout=20).text
        form = re.search(rf'<form[^>]* action="{path or page}".*?</form>', text, re.S).group()
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
        return session.post(self.base + (path or page), timeout=20, data={**dict(hidden), **fields})

    def invitation(self, address, community):
        """The address of a link that invites one person to a community, made by somebody who may."""
        made = self.send(self.signed_in(address), f"/c/{community}/members", f"/c/{community}/invitations", uses="1").text
        return "/i/" + re.search(r"/i/([A-Za-z0-9_-]+)", made).group(1)

    def api(self, address):
        """An API session of a member."""
        answer = requests.post(self.base + "/api/v1/session", json={"email": address, "password": PASSWORD}, timeout=20)
        assert answer.status_code in (200, 201), answer.text
        session = requests.Session()
        session.headers["Authorization"] = "Bearer " + answer.json()["token"]
        return session


@pytest.fixture
def empty_site():
    with tempfile.TemporaryDirectory(prefix="praxis-outside-") as folder:
        site = Site(folder)
        yield site
        site.stop(signal.SIGKILL)


def demonstration():
    """The demonstration site, running."""
    with tempfile.TemporaryDirectory(prefix="praxis-demo-") as folder:
        site = Site(folder)
        for part in sorted((ROOT / "Resources/demo").glob("*.jsonl")):
            site.cli("import", str(part))
        site.start()
        for address, name in (("heather.macisaac", "Heather MacIsaac"), ("maricel.santos", "Maricel Santos"),
                              ("raylene.sylliboy", "Raylene Sylliboy"), ("mireille.comeau", "Mireille Comeau")):
            more = ["--role", "site-admin"] if address.startswith("heather") else []
            site.member(address + "@example.org", name, *more)
        yield site
        site.stop()


@pytest.fixture(scope="session")
def demo():
    """Shared by the tests that only add to it."""
    yield from demonstration()


@pytest.fixture(scope="module")
def breakable():
    """For tests whose requests leave communities, end sessions and worse."""
    yield from demonstration()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


def faults_of(page, site, path):
    """Goes to a page, and says what keeps somebody from using it."""
    page.goto(site.base + path)
    return faults_now(page)
