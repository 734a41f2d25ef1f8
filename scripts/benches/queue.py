"""The queue of a community that has been overrun."""
import json
import sqlite3

from benches.server import Server, seal_again
from benches.wrk import tokens_in_lua, wrk

PAGE, PAIRS = "queue page, 10,000 open items", "claim and resolve, 64 moderators at once"
ROWS = (PAGE, PAIRS)

PAIR_SCRIPT = """
local n, who = 0, 0
function setup(thread) thread:set("id", who); who = who + 1 end
local tokens = {%s}
-- Each item is decided when the answer to its claim has long come; each thread has items of its own.
function request()
  n = n + 1
  local step = math.floor((n + 1) / 2)
  local item, act, body = step, "claim", nil
  if n %% 2 == 0 then item, act, body = step - 100, "resolve", '{"action": "dismiss", "version": 1}' end
  if item < 1 then item, act, body = step, "claim", nil end
  return wrk.format("POST", "/api/v1/queue/" .. (item * 2 - id) .. "/" .. act,
    {["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. tokens[item %% #tokens + 1]}, body)
end
"""


def measure(bench, folder):
    """40,000 reported posts, 10,000 of them open while the page is measured."""
    server = Server(bench.options.binary, folder / "queue")
    write_corpus(folder / "queue.jsonl")
    server.cli("import", str(folder / "queue.jsonl"))
    moderators = [f"moderator{number}@example.org" for number in range(16)]
    for number, address in enumerate(moderators):
        server.member(address, f"Moderator Number{number}")
        server.cli("membership", "set", "--member", address, "--community", "queue", "--role", "moderator")
    report(folder, 1, 10_000)
    server.start()
    try:
        measure_page(bench, server, server.cookie(moderators[0]))
    finally:
        server.stop()
    report(folder, 10_001, 40_000)
    server.start()
    try:
        measure_pairs(bench, server, folder, [server.token(address) for address in moderators])
    finally:
        server.stop()
    print(server.cli("verify").strip())


def write_corpus(path):
    with open(path, "w") as file:
        def line(**fields):
            file.write(json.dumps(fields) + "\n")
        line(type="community", id=1, slug="queue", name="Queue", description="")
        line(type="group", id=1, community=1, slug="commons", name="Commons", description="", position=1)
        for member in (1, 2):
            line(type="member", id=member, username=f"m{member}", display_name=f"Author Number{member}", email=f"m{member}@example.org", joined_at="-P400D")
            line(type="membership", member_id=member, community_id=1, role="member", joined_at="-P400D")
        for thread in range(1, 401):
            line(type="thread", id=thread, group_id=1, author_id=1, title=f"Thread number {thread}", created_at="-P40D")
        for post in range(40_000):
            line(type="post", id=post + 1, thread_id=post % 400 + 1, author_id=1, reply_to=None, number=post // 400 + 1,
                 created_at=f"-PT{60_000 - post}M", body="How we did it on the ward " + "with words that are read again " * 10)


def report(folder, first, last):
    """Reports posts by their numbers, as the commands leave that; the server is not running."""
    with sqlite3.connect(folder / "queue" / "praxis.db") as database:
        database.execute(
            "INSERT INTO queueItem (kind, communityId, groupId, threadId, subjectKind, subjectId, memberId, reason, createdAt)"
            " SELECT 'report', t.communityId, t.groupId, t.id, 'post', p.id, p.authorId, 'other', p.createdAt FROM post p JOIN thread t ON t.id = p.threadId WHERE p.id BETWEEN ? AND ? ORDER BY p.id",
            (first, last))
        database.execute(
            "INSERT INTO report (itemId, postId, reporterId, reason, note, at, revision, body) SELECT q.id, p.id, (SELECT max(id) - 16 FROM member),"
            " 'other', '', p.createdAt, 1, p.body FROM queueItem q JOIN post p ON q.subjectKind = 'post' AND p.id = q.subjectId WHERE p.id BETWEEN ? AND ?", (first, last))
        seal_again(database)
    database.close()


def measure_page(bench, server, cookie):
    url = server.base + "/c/queue/queue"
    wrk(url, 16, 1, headers=[cookie])
    page = bench.runs(url, 16, bench.options.seconds, pid=server.process.pid, headers=[cookie])
    bench.row(PAGE, "p99 ≤ 30 ms at 16 connections", f"p99 {page['p99']:.1f} ms, {page['cpu']:.0f} µs",
              f"{page['rate']:.0f}/s ({page['range']}), {page['bad']} bad")


def measure_pairs(bench, server, folder, tokens):
    script = folder / "pairs.lua"
    script.write_text(PAIR_SCRIPT % tokens_in_lua(tokens))
    pairs = wrk(server.base + "/", 64, bench.options.seconds, pid=server.process.pid, script=str(script))
    bench.row(PAIRS, "≥ 1,000 pairs a second", f"{pairs['rate'] / 2:.0f} pairs/s, {pairs['cpu'] * 2:.0f} µs",
              f"p99 {pairs['p99']:.0f} ms a request, {pairs['bad']} bad")
