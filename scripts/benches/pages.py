"""A whole corpus: its import, the pages that are read most, search, replies and live events."""
import contextlib
import json
import sqlite3
import time
import types
import urllib.request

from benches import live
from benches.server import Server, anonymous_megabytes, seal_again
from benches.wrk import Nginx, tokens_in_lua, wrk

POST_SCRIPT = """
local n, who = 0, 0
function setup(thread) thread:set("id", who); who = who + 1 end
function init(args) math.randomseed(id + os.time()) end
local tokens = {%s}
function request()
  n = n + 1
  return wrk.format("POST", "/api/v1/threads/%s/posts",
    {["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. tokens[n %% #tokens + 1]},
    '{"body": "%s ' .. id .. ' ' .. n .. '"}')
end
"""


def measure(bench, folder):
    corpus, server = bench.corpus(), Server(bench.options.binary, folder / "data")
    meta = json.loads((corpus / "meta.json").read_text())
    began = time.monotonic()
    server.cli("import", str(corpus / "corpus.jsonl"))
    took = time.monotonic() - began
    bench.row("import, everything indexed", "≥ 10,000 posts a second", f"{meta['posts'] / took:.0f} posts/s", f"{took:.1f} s")
    site = prepared(server, folder / "data/praxis.db", meta)
    server.start()
    nginx = Nginx(folder / "nginx")
    try:
        time.sleep(2)
        bench.row("start to first page", "≤ 0.5 s", f"{server.started:.2f} s")
        bench.row("memory, idle", "≤ 80 MB anonymous", f"{anonymous_megabytes(server.process.pid):.0f} MB")
        tokens, cookie = [server.token(address) for address in site.addresses], server.cookie(site.addresses[0])
        thread, group = f"/t/{site.page_thread}", site.group
        page(bench, "thread page of 25 posts, signed out", "≥ 0.12 × nginx, ≤ 400 µs", thread, server, nginx)
        page(bench, "thread page of 25 posts, signed in", "", thread, server, nginx, headers=[cookie])
        page(bench, "group page, signed out", "≥ 0.10 × nginx", group, server, nginx)
        page(bench, "group page, signed in", "", group, server, nginx, headers=[cookie])
        rate(bench, "home of a member of everything", "", "/", server, headers=[cookie])
        for key, goal in (("term_mid", "≥ 500 a second"), ("term_common", ""), ("term_rare", ""), ("two_words", "")):
            query = meta[key]["q"].replace(" ", "+")
            rate(bench, f"search, {key.replace('_', ' ')} ({meta[key]['posts']} posts)", goal, f"/search?q={query}", server)
        script, text = folder / "post.lua", "How we did it on the ward " + "with words that are indexed like any others " * 12
        script.write_text(POST_SCRIPT % (tokens_in_lua(tokens), site.post_thread, text))
        rate(bench, "reply, durable, 64 writers", "≥ 1,500 a second, none refused", "/", server, connections=64, script=str(script))
        if bench.wanted(live.ROW):
            live.measure(bench, server, site.community, site.listening, tokens[0], site.post_thread)
        bench.row("memory, after the load", "", f"{anonymous_megabytes(server.process.pid):.0f} MB anonymous")
    finally:
        nginx.stop()
        server.stop()
    print(server.cli("verify").strip())


def prepared(server, path, meta):
    """Which threads and which group are measured; sixteen members of everything who can sign in; sessions for those who listen."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        def thread(key):
            return database.execute("SELECT id FROM importSource WHERE kind = 'thread' AND source = ?", (meta[key]["id"],)).fetchone()[0]
        page_thread, post_thread = thread("thread_page"), thread("post_thread")
        group = database.execute(
            'SELECT c.slug, g.slug FROM "group" g JOIN community c ON c.id = g.communityId JOIN thread t ON t.groupId = g.id'
            " GROUP BY g.id ORDER BY count(*) DESC LIMIT 1").fetchone()
        members = database.execute("SELECT email, name FROM member ORDER BY id LIMIT 16").fetchall()
        communities = database.execute("SELECT slug FROM community").fetchall()
    for address, name in members:
        server.member(address, name)
        for (slug,) in communities:
            server.cli("membership", "set", "--member", address, "--community", slug, "--role", "member")
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        # A new member begins with nothing unread; the home page is measured with everything unread.
        database.execute("UPDATE membership SET readFrom = 0 WHERE memberId IN (SELECT id FROM member ORDER BY id LIMIT 16)")
        community, slug = database.execute(
            "SELECT c.id, c.slug FROM community c JOIN thread t ON t.communityId = c.id WHERE t.id = ?", (post_thread,)).fetchone()
        listening = live.sessions_of_members(database, community)
        seal_again(database)
    return types.SimpleNamespace(
        page_thread=page_thread, post_thread=post_thread, group=f"/c/{group[0]}/g/{group[1]}", community=slug, listening=listening,
        addresses=[address for address, _ in members])


def page(bench, name, goal, path, server, nginx, headers=()):
    """A page at 128 connections, beside nginx with the same bytes."""
    if not bench.wanted(name):
        return
    request = urllib.request.Request(server.base + path, headers=dict(h.split(": ", 1) for h in headers))
    content = urllib.request.urlopen(request).read()
    static = nginx.serve("page.html", content)
    url, pid, seconds = server.base + path, server.process.pid, bench.options.seconds
    wrk(url, 128, 1, headers=headers)
    ours, theirs = bench.runs(url, 128, seconds, pid=pid, headers=headers), bench.runs(static, 128, seconds)
    bench.row(name, goal, f"{ours['rate'] / theirs['rate']:.3f} × nginx, {ours['cpu']:.0f} µs",
              f"{ours['rate']:.0f}/s ({ours['range']}), nginx {theirs['rate']:.0f}/s, {len(content)} B, {ours['bad']} bad")


def rate(bench, name, goal, path, server, headers=(), connections=128, script=None):
    if not bench.wanted(name):
        return
    measured = bench.runs(server.base + path, connections, bench.options.seconds, pid=server.process.pid, headers=headers, script=script)
    calm = wrk(server.base + path, 16, bench.options.seconds, headers=headers, script=script)
    bench.row(name, goal, f"{measured['rate']:.0f}/s, {measured['cpu']:.0f} µs",
              f"({measured['range']}), p99 {measured['p99']:.0f} ms; at 16: p99 {calm['p99']:.1f} ms; {measured['bad']} bad")
