"""The load generator, and a static file server to measure the machine with."""
import os
import pathlib
import re
import subprocess
import time

from benches.server import cpu_seconds, sh


def wrk(url, connections, seconds, pid=None, script=None, headers=()):
    """One run: requests a second, processor time a request in µs, 99th percentile in ms, answers that did not come or were not 2xx or 3xx."""
    before = cpu_seconds(pid) if pid else 0
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script]
    out = sh(*command, url)
    used = (cpu_seconds(pid) if pid else 0) - before
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    lost = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out)
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), "cpu": used / max(1, requests) * 1e6,
        "p99": float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], "bad": (int(bad.group(1)) if bad else 0) + (sum(map(int, lost.groups())) if lost else 0),
    }


def tokens_in_lua(tokens):
    return ", ".join(f'"{token}"' for token in tokens)


class Nginx:
    """A static file server for the same bytes: the measure on a shared machine."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.files = self.folder / "files"
        self.files.mkdir(parents=True)
        os.chmod(folder, 0o755)
        configuration = self.folder / "nginx.conf"
        configuration.write_text(
            f"worker_processes auto; pid {folder}/pid; error_log /dev/null; daemon off;\n"
            "events { worker_connections 1024; }\n"
            f"http {{ access_log off; sendfile on; keepalive_requests 1000000000; client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2;"
            f" fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;"
            f" server {{ listen 127.0.0.1:18099; root {self.files}; }} }}\n")
        self.process = subprocess.Popen(["nginx", "-c", str(configuration)], stderr=subprocess.DEVNULL)
        time.sleep(0.5)

    def serve(self, name, content):
        (self.files / name).write_bytes(content)
        return f"http://127.0.0.1:18099/{name}"

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
