"""Mail that waits, handed over to a mail program."""
import sqlite3
import statistics
import sys
import time
import types

from benches.server import ROOT, Server, cpu_seconds, mail_program, sh

sys.path.insert(0, str(ROOT / "Tests/outside"))

from outbox import admitted, states  # noqa: E402

PIPE = "mail through the pipe"
ROWS = (PIPE,)


def measure(bench, folder):
    """Queued mails into a mail program that reads them and does nothing, the number of mail programs as it is set at first."""
    count, program = 6_000, mail_program(folder)
    server = Server(bench.options.binary, folder / "data", sendmail=f"{program} -i")
    server.cli("community", "add", "--slug", "ward", "--name", "The ward")
    message = folder / "message"
    message.write_bytes(b"x" * 8_000)
    alone, rates, costs, site = [], [], [], types.SimpleNamespace(folder=folder)
    for number in range(bench.options.runs):
        began = time.monotonic()
        sh("sh", "-c", f"seq 1000 | xargs -P 8 -I% sh -c 'exec {program} <{message}'")
        alone.append(1000 / (time.monotonic() - began))
        admitted(site, count, first=number * count)
        server.start()
        while states(site).get("sent", 0) < (number + 1) * count:
            time.sleep(0.1)
        with sqlite3.connect(folder / "data/praxis.db") as database:
            first, last = database.execute("SELECT min(endedAt), max(endedAt) FROM outbox WHERE id > ?", (number * count,)).fetchone()
        database.close()
        rates.append(count / (last - first) * 1000)
        costs.append(cpu_seconds(server.process.pid) / count * 1e6)
        server.stop()
    bench.row(PIPE, "≥ 500 a second", f"{statistics.median(rates):.0f}/s, {statistics.median(costs):.0f} µs",
              f"({min(rates):.0f}–{max(rates):.0f}), 8 programs at once, their own time not counted; xargs starts {statistics.median(alone):.0f}/s of them")
