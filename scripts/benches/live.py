"""Live events, heard by thousands at once."""
import hashlib
import os
import resource
import selectors
import socket
import statistics
import time

from benches.server import anonymous_megabytes

# How many listen, and how many streams a session may have.
LISTENERS, STREAMS = 5_000, 6
ROW = f"live events: {LISTENERS:,} idle listeners"


def sessions_of_members(database, community):
    """Bearer tokens of sessions put into the file for all who listen, each of another member where there are enough."""
    count = LISTENERS // STREAMS + 1
    members = [row[0] for row in database.execute("SELECT memberId FROM membership WHERE communityId = ? LIMIT ?", (community, count))]
    made, now = [f"bench-{number}-{os.urandom(12).hex()}" for number in range(count)], int(time.time() * 1000)
    database.executemany(
        "INSERT INTO session (tokenHash, memberId, kind, device, createdAt, seenAt) VALUES (?, ?, 'api', 'bench', ?, ?)",
        [(hashlib.sha256(token.encode()).digest(), members[number % len(members)], now, now) for number, token in enumerate(made)])
    return made


def measure(bench, server, community, tokens, poster, thread):
    """Idle listeners: the memory of each, and how long until a post has reached them all."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(resource.getrlimit(resource.RLIMIT_NOFILE)[1], LISTENERS + 500),) * 2)
    host, port = server.base.removeprefix("http://").split(":")
    before = anonymous_megabytes(server.process.pid)
    streams, waiting = [], selectors.DefaultSelector()
    for number in range(LISTENERS):
        stream = socket.create_connection((host, int(port)), timeout=30)
        head = f"GET /api/v1/events?community={community} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {tokens[number // STREAMS]}\r\n\r\n"
        stream.sendall(head.encode())
        streams.append(stream)
        waiting.register(stream, selectors.EVENT_READ)

    def all_hear(words):
        left = set(streams)
        while left:
            ready = waiting.select(30)
            if not ready:
                raise SystemExit(f"{len(left)} of {LISTENERS} listeners heard nothing.")
            for key, _ in ready:
                if words in key.fileobj.recv(65536):
                    left.discard(key.fileobj)

    all_hear(b"\nid: ")
    time.sleep(3)
    each = (anonymous_megabytes(server.process.pid) - before) * 1024 / LISTENERS
    took = []
    for number in range(5):
        began = time.monotonic()
        post = server.json(f"/api/v1/threads/{thread}/posts", {"body": f"To all who listen, {number}."}, poster)
        all_hear(f'"post":"{post["id"]}"'.encode())
        took.append((time.monotonic() - began) * 1000)
        time.sleep(1)
    bench.row(ROW, "≤ 24 kB each, ≤ 500 ms to all", f"{each:.1f} kB each, {statistics.median(took):.0f} ms to all",
              "posts in turn " + ", ".join(f"{t:.0f}" for t in took) + " ms")
    for stream in streams:
        stream.close()
