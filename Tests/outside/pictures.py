"""The contact sheet: the pages and states of the demonstration that picture_pages.py lists, as pictures, and what a machine can say of each view.

scripts/pictures runs it: scripts/pictures [--out pictures] [--only WORDS] [--all]. The first role of each page is taken light and dark, 320
and 1280 px wide, and once without JavaScript on a phone; other roles light and wide, dark and narrow. With --all each role is taken in all
eight ways. Ends with status 1 if a view is at fault.
"""
import argparse
import datetime
import html
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.dont_write_bytecode = True

from playwright.sync_api import sync_playwright  # noqa: E402

from conftest import PASSWORD, PRAXIS, ROOT, Site  # noqa: E402
from judge import WATCH_SHIFT, faults_now, faults_of_look, shape_faults  # noqa: E402
from picture_pages import CONFIDENTIAL, EMPTY, PAGES, PEOPLE, STEPS  # noqa: E402

EVERY = [(scheme, width, True) for scheme in ("light", "dark") for width in (1280, 320)]
USUAL = EVERY + [("light", 320, False)]
BRIEF = [("light", 1280, True), ("dark", 320, True)]
FULL = EVERY + [(scheme, width, False) for scheme, width, _ in EVERY]


# Names that an address does not give away.
NAMES = {PEOPLE["administrator"]: "Heather MacIsaac", PEOPLE["host"]: "Fiona MacLellan", PEOPLE["francophone moderator"]: "Gilles Thériault",
         PEOPLE["first administrator"]: "Heather MacIsaac"}


def demonstration(folder):
    """The demonstration with its queue, and somebody for each role."""
    site = Site(folder)
    site.environment["PRAXIS_TIME_ZONE"] = "America/Halifax"
    for part in sorted((ROOT / "Resources/demo").glob("*.jsonl")):
        site.cli("import", str(part))
    for role, address in PEOPLE.items():
        if address and role not in ("newcomer", "first administrator"):
            name = " ".join(word.capitalize() for word in address.split("@")[0].split("."))
            site.member(address, NAMES.get(address, name), *(["--role", "site-admin"] if role == "administrator" else []))
    for role, place in (("guest", "guest"), ("francophone moderator", "moderator")):
        site.cli("membership", "set", "--member", PEOPLE[role], "--community", "social-workers", "--role", place)
    subprocess.run([ROOT / "scripts/demo-queue", PRAXIS, folder, PASSWORD], env=site.environment, check=True, stdout=subprocess.DEVNULL)
    site.start()
    return site


def made(site):
    """Adds what a state needs, and gives the numbers that addresses ask for."""
    session, root = site.api(PEOPLE["member"]), site.base + "/api/v1"

    def read(path):
        answer = session.get(root + path, timeout=20)
        answer.raise_for_status()
        return answer.json()

    threads, cursor = [], ""
    while cursor is not None:
        page = read(f"/communities/social-workers/threads?limit=100{cursor and '&cursor=' + cursor}")
        threads, cursor = threads + page["items"], page["next"]
    first = read("/threads/1/posts")["items"][0]
    own = session.post(root + "/threads/1/posts", json={"body": "I keep the form in the car."}, timeout=20).json()
    change = {"body": "I keep the form in the car, and a pen.", "revision": 1}
    session.patch(root + f"/posts/{own['id']}", json=change, timeout=20).raise_for_status()
    session.put(root + f"/posts/{first['id']}/bookmark", json={}, timeout=20).raise_for_status()
    site.api(PEOPLE["caught up"]).post(root + "/me/caught-up", json={}, timeout=20).raise_for_status()
    queue, decided = decide(site.api(PEOPLE["moderator"]), root)
    hidden = next(t for t in threads if t["group"] in CONFIDENTIAL)
    introductions = next(t for t in threads if t["title"].startswith("Introduce yourself"))
    report = site.send(site.signed_in(PEOPLE["member"]), f"/p/{first['id']}/report", reason="off-topic", note="It is there twice.")
    series = read("/communities/social-workers/series")["items"]
    ofseries = next(d["id"] for d in read("/communities/social-workers/gatherings?limit=100")["items"]
                    if d.get("series") == series[0]["id"])
    dates = answered(session, root, read)
    holidays = f"{datetime.date.today().year + 1}-07-01 Canada Day"
    lists = site.send(site.signed_in(PEOPLE["administrator"]), "/settings/holidays/new", name="Province", entries=holidays)
    return {
        **dates, "report": re.search(r"/reported/(\d+)", report.url).group(1), "somebody": PEOPLE["member"], "sitelist": re.search(r"/settings/holidays/(\d+)/", lists.text).group(1),
        "invitation": site.invitation(PEOPLE["administrator"], "social-workers"), "maillink": mail_link(site), "decided": decided, "reached": introductions["author"]["id"],
        "french": next(t for t in threads if t["group"] == "cercle-francophone" and t["postCount"] > 4)["id"],
        "year": datetime.date.today().year, "series": series[0]["id"], "ofseries": ofseries,
        "first": first["id"], "own": own["id"], "ingroup": own["author"]["id"], "member": first["author"]["id"], "long": max(threads, key=lambda t: t["postCount"])["id"],
        "confidential": hidden["id"], "circle": hidden["group"], "item": queue[0]["id"],
        "introductions": introductions["id"], "lastpage": introductions["postCount"] // 25 + 1,
    }


def mail_link(site):
    """The address in the head of a digest, where mail is ended with one press."""
    site.cli("digest", "run", "--at", f"{datetime.date.today() + datetime.timedelta(days=3)}T12:00:00Z")
    for _ in range(100):
        for message in site.mails_to(PEOPLE["member"]):
            if message["List-Unsubscribe"]:
                return re.search(r"/u/[A-Za-z0-9_-]+", message["List-Unsubscribe"]).group()
        time.sleep(0.1)
    raise AssertionError("no digest was sent")


def decide(moderator, root):
    """Decides the last reports of the queue; gives what is waiting, and one that is decided."""
    path = root + "/communities/social-workers/queue"
    reports = [item for item in moderator.get(path, timeout=20).json()["items"] if item["kind"] == "report"]
    for item, action in zip(reports[-2:], ("dismiss", "hide")):
        body = {"action": action, "reason": "Please write about the work, not the person.", "version": item["version"]}
        moderator.post(f"{root}/queue/{item['id']}/resolve", json=body, timeout=20).raise_for_status()
    return moderator.get(path, timeout=20).json()["items"], reports[-1]["id"]


def answered(session, root, read):
    """The dates that pages are about, with what the member said to two of them."""
    first, last = (datetime.date.today() + datetime.timedelta(days=days) for days in (-360, 360))
    dates = read(f"/communities/social-workers/gatherings?from={first}&to={last}")["items"]
    found = {
        "gathering": next(d for d in dates if d["mode"] == "hybrid"),
        "coming": next(d for d in dates if d["title"].startswith("Quarterly gathering: dignity")),
        "full": next(d for d in dates if d["capacity"]), "cancelled": next(d for d in dates if d["state"] == "cancelled"),
        "past": next(d for d in dates if d["title"].startswith("Quarterly gathering: what we owe")),
        "yesterday": next(d for d in dates if d["title"].startswith("Evening hour")),
        "frenchgathering": next(d for d in dates if d["group"] == "cercle-francophone"),
    }
    for date, needs in (("coming", "Captions, if there is a way."), ("full", None)):
        body = {"answer": "yes", **({"needs": needs} if needs else {})}
        session.put(f"{root}/gatherings/{found[date]['id']}/answer", json=body, timeout=20).raise_for_status()
    notes = read(f"/gatherings/{found['past']['id']}/notes")["post"]
    return {name: date["id"] for name, date in found.items()} | {"notes": notes}


def chosen(pages, options):
    """Those whose name or address holds the words that were asked for."""
    return [page for page in pages if options.only.lower() in f"{page[0]} {page[1]}".lower()]


class Sheet:
    """Takes the views, and keeps what is said of them."""

    def __init__(self, site, browser, out, numbers, rows):
        self.site, self.browser, self.out, self.numbers, self.rows = site, browser, out, numbers, rows
        self.states, self.walks = {}, 0

    def take_all(self, pages, options):
        """Each page as each of its roles sees it."""
        for name, path, roles in chosen(pages, options):
            for role in roles:
                for view in FULL if options.all else USUAL if role == roles[0] else BRIEF:
                    self.take(name, path, role, view)

    def state(self, role):
        """The cookies of somebody who has that role."""
        address = PEOPLE[role]
        if address and role not in self.states:
            context = self.browser.new_context(locale="en-GB")
            page = context.new_page()
            page.goto(self.site.base + "/sign-in")
            form = page.locator("form:has(input[type=password])")
            form.locator("[name=email]").fill(address)
            form.locator("input[type=password]").fill(PASSWORD)
            form.locator("button").first.click()
            page.wait_for_url(lambda url: "sign-in" not in url)
            self.states[role] = context.storage_state()
            context.close()
        return self.states.get(role)

    def take(self, name, path, role, view, steps=(), end=None):
        scheme, width, script = view
        context = self.browser.new_context(
            storage_state=self.state(role), color_scheme=scheme, viewport={"width": width, "height": 800}, locale="en-GB",
            java_script_enabled=script)
        page, said = context.new_page(), []
        page.add_init_script(WATCH_SHIFT)
        page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        answer = page.goto(self.site.base + path.format(**self.numbers))
        expected = 404 if name == "Not found" else 200
        faults = [] if answer.status == expected else [f"answered {answer.status}"]
        if steps:
            faults += self.walk(page, steps, end)
        page.wait_for_timeout(100)
        faults += (faults_now(page) if script else shape_faults(page, path)) + faults_of_look(page)
        # The answer to what is not there, or is wrong, is a status that the browser's console names.
        faults += [f"console: {line}" for line in said if "status of 4" not in line]
        file = re.sub(r"[^a-z0-9]+", "-", f"{name} {role} {scheme} {width} {'' if script else 'plain'}".lower()).strip("-") + ".png"
        page.screenshot(path=self.out / file, full_page=True)
        context.close()
        self.rows.append((name, role, view, file, faults))
        for fault in faults:
            print(f"{name}, {role}, {scheme} {width}{'' if script else ' without JavaScript'}: {fault}", flush=True)

    def walk(self, page, steps, end):
        """Does what STEPS says of a page; a fault if that is answered elsewhere than `end`."""
        self.walks += 1
        known = {**self.numbers, "nobody": f"nobody{self.walks}@example.org"}
        had = {address: len(self.site.mails_to(address)) for address in (known["somebody"], known["nobody"])}
        for kind, *rest in steps:
            selector, text = rest[0] if rest else None, rest[-1].format(**known) if rest else None
            if kind == "press":
                with page.expect_navigation():
                    page.locator(selector).first.click()
            elif kind == "forget":
                page.context.clear_cookies()
            else:
                page.locator(selector).first.fill(self.site.code_for(text, had[text]) if kind == "code" else text)
        found = urllib.parse.urlsplit(page.url).path
        return [] if found == end.format(**known) else [f"answered at {found}"]

    def write(self):
        """One page for all, and a picture of the part for each page of the site."""
        sections = []
        for name in dict.fromkeys(row[0] for row in self.rows):
            figures = "".join(self.figure(row) for row in self.rows if row[0] == name)
            sections.append(f"<section><h2>{html.escape(name)}</h2><div>{figures}</div></section>")
        style = ("body{font:14px system-ui;margin:16px;background:#888}section{background:#aaa;padding:12px;margin:0 0 24px}div{display:flex;"
                 "flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0}img{display:block;max-height:1500px;object-fit:cover;object-position:top}"
                 "figcaption{max-width:560px;overflow-wrap:anywhere}b{color:#800}")
        (self.out / "index.html").write_text(f"<!doctype html><meta charset=utf-8><title>Contact sheet</title><style>{style}</style>{''.join(sections)}")
        page = self.browser.new_page(viewport={"width": 1640, "height": 900})
        page.goto((self.out / "index.html").as_uri())
        for section in page.locator("section").all():
            name = re.sub(r"[^a-z0-9]+", "-", section.locator("h2").inner_text().lower()).strip("-")
            section.screenshot(path=self.out / f"sheet-{name}.png")
        page.close()

    @staticmethod
    def figure(row):
        name, role, (scheme, width, script), file, faults = row
        said = "".join(f"<br><b>{html.escape(fault)}</b>" for fault in faults)
        return (f'<figure><img src="{file}" alt="" width="{560 if width > 600 else 240}"><figcaption>{role}, {scheme}, {width} px'
                f'{"" if script else ", without JavaScript"}{said}</figcaption></figure>')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "pictures")
    parser.add_argument("--only", default="", help="pages whose name or address holds these words")
    parser.add_argument("--all", action="store_true", help="each role in all eight ways")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        rows = []
        with tempfile.TemporaryDirectory(prefix="praxis-pictures-") as folder:
            site = demonstration(folder)
            try:
                sheet = Sheet(site, browser, options.out.resolve(), made(site), rows)
                sheet.take_all(PAGES, options)
                for name, path, role, *rest in chosen(STEPS, options):
                    for view in FULL if options.all else BRIEF:
                        sheet.take(name, path, role, view, *rest)
            finally:
                site.stop()
        with tempfile.TemporaryDirectory(prefix="praxis-pictures-") as folder:
            site = Site(folder)
            try:
                sheet = Sheet(site, browser, options.out.resolve(), {"setup": urllib.parse.urlsplit(site.start_empty()).path}, rows)
                sheet.take_all([page for page in EMPTY if page[2] == ["visitor"]], options)
                site.member(PEOPLE["first administrator"], "Heather MacIsaac", "--role", "site-admin")
                sheet.take_all([page for page in EMPTY if page[2] != ["visitor"]], options)
            finally:
                site.stop()
        sheet.write()
    bad = sum(1 for row in rows if row[4])
    print(f"{len(rows)} views, {bad} at fault: {options.out / 'index.html'}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
