"""The praxis under measurement, and what it uses of the machine."""
import http.cookiejar
import json
import os
import pathlib
import re
import signal
import subprocess
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
PASSWORD = "a long enough password"


def sh(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def cpu_seconds(pid):
    """Processor time of a process and its children, user and system."""
    total = 0
    for child in [pid, *[int(p) for p in subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()]]:
        fields = pathlib.Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def anonymous_megabytes(pid):
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"RssAnon:\s+(\d+)", text).group(1)) / 1024


def mail_program(folder):
    """A mail program that reads what it is given and does nothing."""
    program = folder / "sendmail"
    program.write_text("#!/bin/sh\nexec cat >/dev/null\n")
    program.chmod(0o755)
    return program


def seal_again(database):
    """Has the next start seal rows that were written past the server, whose checksums would say so."""
    database.execute("DELETE FROM sealed")


class Server:
    def __init__(self, binary, folder, sendmail="/bin/true"):
        self.binary = str(binary)
        others = {name: value for name, value in os.environ.items() if not name.startswith("PRAXIS_")}
        self.environment = {**others, "PRAXIS_DATA": str(folder), "PRAXIS_LIMITS": "off", "PRAXIS_SENDMAIL": sendmail}

    def cli(self, *arguments, typed=None):
        return sh(self.binary, *arguments, env=self.environment, input=typed)

    def member(self, address, name):
        self.cli("member", "add", "--email", address, "--name", name, "--password-stdin", typed=PASSWORD + "\n")

    def start(self):
        began = time.monotonic()
        self.process = subprocess.Popen(
            [self.binary, "serve", "--port", "0"], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                self.base = found.group()
                break
        urllib.request.urlopen(self.base + "/sign-in").read()
        self.started = time.monotonic() - began
        self.drain = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        self.drain.wait(30)

    def json(self, path, body=None, token=None):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        data = json.dumps(body).encode() if body is not None else None
        with urllib.request.urlopen(urllib.request.Request(self.base + path, data, headers)) as answer:
            return json.loads(answer.read())

    def token(self, address):
        return self.json("/api/v1/session", {"email": address, "password": PASSWORD})["token"]

    def cookie(self, address):
        """The header of a session, by the form as a browser sends it."""
        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        page = opener.open(self.base + "/sign-in").read().decode()
        token = re.search(r'name="token" value="([^"]+)"', page).group(1)
        fields = urllib.parse.urlencode({"token": token, "email": address, "password": PASSWORD})
        opener.open(self.base + "/sign-in", fields.encode()).read()
        if "sign-out" not in opener.open(self.base + "/").read().decode():
            raise SystemExit(f"{address} could not sign in.")
        return "Cookie: praxis=" + next(c.value for c in jar if c.name == "praxis")
