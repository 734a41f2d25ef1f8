"""What a visit weighs: requests and bytes at the first and the second, and how soon a slow phone shows it.

scripts/weigh runs it: scripts/weigh [--runs 5] [--json FILE]. The site is the demonstration, on 127.0.0.1; the browser is Chromium, whose own
figures these are. The phone is 360 × 640 px with a processor four times as slow, 1.6 Mb/s and 150 ms to each answer. It is no test and
has no pass mark: times depend on the machine. Bytes, requests and shift are held by test_weight.py.
"""
import argparse
import contextlib
import json
import pathlib
import statistics
import sys

sys.dont_write_bytecode = True

from playwright.sync_api import sync_playwright  # noqa: E402

from conftest import PASSWORD, PRAXIS, demonstration  # noqa: E402

MEMBER = "maricel.santos@example.org"
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 1_600_000 / 8}
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
WATCH = """
    window.seen = { paint: 0, element: '', shift: 0, task: 0 };
    const watch = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch('largest-contentful-paint', e => { seen.paint = e.startTime; seen.element = e.element ? e.element.tagName : ''; });
    watch('layout-shift', e => { if (!e.hadRecentInput) seen.shift += e.value; });
    watch('longtask', e => { seen.task = Math.max(seen.task, e.duration); });
"""


class Weight:
    """What one page has asked the server for, and what came over the wire, headers included; a stream of events is no part of a visit."""

    def __init__(self, page):
        self.cdp, self.asked, self.arrived = page.context.new_cdp_session(page), {}, {}
        self.cdp.send("Network.enable")
        self.cdp.on("Network.responseReceived", self.response)
        self.cdp.on("Network.loadingFinished", lambda e: self.arrived.update({e["requestId"]: e["encodedDataLength"]}))

    def response(self, event):
        answer = event["response"]
        if event["type"] != "EventSource" and not answer.get("fromDiskCache") and answer["url"].startswith("http"):
            self.asked[event["requestId"]] = answer["url"]

    @property
    def requests(self):
        return len(self.asked)

    @property
    def bytes(self):
        return sum(self.arrived.get(key, 0) for key in self.asked)

    def __str__(self):
        return f"{self.requests} requests, {self.bytes / 1000:.1f} kB"


def signed_in(browser, base, address):
    """The cookies of a member, and nothing that their browser has kept."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(base + "/sign-in")
    form = page.locator("form:has(input[type=password])")
    form.locator("[name=email]").fill(address)
    form.locator("input[type=password]").fill(PASSWORD)
    form.locator("button").first.click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    state = context.storage_state()
    context.close()
    return state


def visits(browser, state, address):
    """The first visit with nothing kept, and the second in the same browser."""
    context = browser.new_context(storage_state=state, locale="en-GB", **PHONE)
    weights = []
    for _ in range(2):
        page = context.new_page()
        weight = Weight(page)
        page.goto(address, wait_until="load")
        page.wait_for_timeout(400)
        weights.append(weight)
        page.close()
    context.close()
    return weights


def watched(browser, state, address, slow=True):
    """Largest paint and longest task in milliseconds, and how far things moved, at a first visit."""
    context = browser.new_context(storage_state=state, locale="en-GB", **PHONE)
    page = context.new_page()
    page.add_init_script(WATCH)
    cdp = context.new_cdp_session(page)
    if slow:
        cdp.send("Network.enable")
        cdp.send("Network.emulateNetworkConditions", SLOW)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(800)
    seen = page.evaluate("window.seen")
    context.close()
    return seen


def long_thread(site, address):
    """The discussion of the demonstration with the most posts, whose first page has 25."""
    session = site.api(address)
    threads = session.get(site.base + "/api/v1/communities/social-workers/threads?limit=100", timeout=20).json()["items"]
    return f"/t/{max(threads, key=lambda thread: thread['postCount'])['id']}"


def measure(browser, site, address, runs):
    state, rows = signed_in(browser, site.base, address), []
    for name, path in (("home", "/"), ("a discussion of 25 posts", long_thread(site, address))):
        first, second = visits(browser, state, site.base + path)
        seen = [watched(browser, state, site.base + path) for _ in range(runs)]
        paints = sorted(run["paint"] for run in seen)
        rows.append({
            "page": name, "first": str(first), "second": str(second), "paint": round(statistics.median(paints)),
            "paints": f"{paints[0]:.0f}–{paints[-1]:.0f}", "element": seen[0]["element"],
            "shift": round(max(run["shift"] for run in seen), 4), "task": round(statistics.median(run["task"] for run in seen)),
            "asked": [f"{first.arrived.get(key, 0)} {url.removeprefix(site.base)}" for key, url in first.asked.items()],
        })
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    with contextlib.contextmanager(demonstration)() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        rows = measure(browser, site, MEMBER, options.runs)
        browser.close()
    print(f"Program: {PRAXIS}")
    for row in rows:
        print(f"{row['page']}: first {row['first']}; second {row['second']}; largest paint {row['paint']} ms ({row['paints']}, <{row['element']}>); "
              f"shift {row['shift']}; longest task {row['task']} ms")
        for line in row["asked"]:
            print(f"    {line}")
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
