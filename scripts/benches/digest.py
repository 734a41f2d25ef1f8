"""A morning on which everybody's digest is made."""
import os
import pathlib
import re
import sqlite3
import statistics
import time

from benches.server import Server, anonymous_megabytes, mail_program

DIGEST = "digest: build and queue"
ROWS = (DIGEST,)


def measure(bench, folder):
    """One digest for every member, a morning after everything was written; on two cores, with the server running."""
    server = Server(bench.options.binary, folder / "data", sendmail=f"{mail_program(folder)} -i")
    server.cli("import", str(bench.corpus() / "corpus.jsonl"))
    with sqlite3.connect(folder / "data/praxis.db") as database:
        members, communities = database.execute("SELECT (SELECT count(*) FROM member), (SELECT count(*) FROM community)").fetchone()
        # Yesterday's posts are new to everybody: the last hundredth of them.
        last, = database.execute("SELECT max(id) FROM journal").fetchone()
        new, = database.execute("SELECT count(*) / 100 FROM post").fetchone()
    database.close()
    server.start()
    os.sched_setaffinity(server.process.pid, {0, 1})
    for task in pathlib.Path(f"/proc/{server.process.pid}/task").iterdir():
        os.sched_setaffinity(int(task.name), {0, 1})
    try:
        server.cli("digest", "run")
        took, memory, queued = [], [], 0
        idle = anonymous_megabytes(server.process.pid)
        for number in range(bench.options.runs):
            with sqlite3.connect(folder / "data/praxis.db", timeout=30) as database:
                database.execute("UPDATE membership SET readFrom = 0")
                database.execute("UPDATE digestState SET upTo = ?, weeklyUpTo = ?", (last - new, last - new))
            database.close()
            moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + (number + 1) * 7 * 86_400))
            said = server.cli("digest", "run", "--at", moment)
            queued, milliseconds = map(int, re.search(r"(\d+) digests queued in (\d+) ms", said).groups())
            took.append(milliseconds / 1000)
            memory.append(anonymous_megabytes(server.process.pid))
        bench.row(f"{DIGEST}, {members} members in {communities} communities", "≤ 10 s on 2 cores, memory flat",
                  f"{statistics.median(took):.1f} s", f"({min(took):.1f}–{max(took):.1f}), {queued} queued of {new} new posts, "
                  f"{idle:.0f} MB before and {' '.join(f'{m:.0f}' for m in memory)} after sending")
    finally:
        server.stop()
