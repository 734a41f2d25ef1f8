"""Where things stand on wide and on narrow pages, measured in Chromium, with and without JavaScript."""
import datetime
import re

import pytest
from playwright.sync_api import expect

from conftest import PASSWORD
from test_browser import sign_in
from test_queue import reported, triage  # noqa: F401 (a fixture)

HEATHER, RAYLENE = "heather.macisaac@example.org", "raylene.sylliboy@example.org"
DENISE, MARICEL = "denise.downey@example.org", "maricel.santos@example.org"
PHONE, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}


def pages(site, chromium, script):
    """Opens a page of a member at a size; its context is closed after the test."""
    contexts = []

    def go(size, address, path):
        context = chromium.new_context(viewport=size, locale="en-GB", java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        if address:
            sign_in(page, site, address)
        page.goto(site.base + path)
        if script:
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{path} is too wide"
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(params=[True, False], ids=["script", "plain"])
def opened(demo, chromium, request):
    yield from pages(demo, chromium, request.param)


@pytest.fixture(scope="module")
def waiting(breakable):
    """A site of its own, in whose queue stand a worry, reports and a request."""
    breakable.member("denise.downey@example.org", "Denise Downey")
    breakable.cli("membership", "set", "--member", DENISE, "--community", "social-workers", "--group", "justice", "--role", "facilitator")
    for reason in ("worried", "identifies-client", "off-topic", "disrespect"):
        reported(breakable, f"What is {reason} here.", reason)
    asked = breakable.api(MARICEL).post(breakable.base + "/api/v1/communities/social-workers/groups/justice/membership", json={}, timeout=20)
    assert asked.status_code in (200, 201, 202), asked.text
    return breakable


@pytest.fixture(params=[True, False], ids=["script", "plain"])
def busy(waiting, chromium, request):
    yield from pages(waiting, chromium, request.param)


def box(page, selector):
    found = page.locator(selector).first.bounding_box()
    assert found, f"{selector} is not shown"
    return found


def below(page, selector):
    found = box(page, selector)
    return found["y"] + found["height"]


def test_what_can_be_changed_about_people_is_folded_and_a_line_is_one_line(opened):
    page = opened(WIDE, HEATHER, "/c/social-workers/members")
    rows = page.locator(".people > li:has(details)")
    assert rows.count() > 10 and max(row.bounding_box()["height"] for row in rows.all()) <= 80
    assert not page.get_by_label("Role of").first.is_visible()
    assert page.get_by_text("Moderator · Joined").count() == 1, "the role stands before the day, not behind the name"
    summary = page.locator(".people summary").nth(2)
    summary.scroll_into_view_if_needed()
    before = summary.bounding_box()
    summary.click()
    assert page.get_by_role("button", name=re.compile("^Change ")).first.is_visible() and summary.bounding_box() == before
    page = opened(PHONE, HEATHER, "/c/social-workers/members")
    heights = sorted(row.bounding_box()["height"] for row in page.locator(".people > li:has(details)").all())
    assert heights[len(heights) // 2] <= 102


def test_the_first_discussion_of_a_community_is_on_the_first_screen_of_a_phone(opened):
    page = opened(PHONE, "maricel.santos@example.org", "/c/social-workers")
    action, tabs, first = (box(page, s) for s in (".row > .row .btn", ".tabs a[href='#groups']", ".threads .line"))
    assert -2 <= action["y"] - tabs["y"] - tabs["height"] < 16, "the button stands below the tabs, in a row of its own"
    assert first["y"] + 60 < PHONE["height"]
    page = opened(WIDE, "maricel.santos@example.org", "/c/social-workers")
    assert box(page, "#groups")["y"] < 560 and abs(box(page, ".row > .row .btn")["y"] - box(page, ".row > .tabs a")["y"]) < 20


def test_the_filters_of_an_audit_log_are_folded_on_a_phone(opened):
    page = opened(PHONE, HEATHER, "/audit")
    assert not page.get_by_label("What was done").is_visible()
    page.get_by_text("Filters", exact=True).click()
    expect(page.get_by_label("What was done")).to_be_visible()
    page = opened(WIDE, HEATHER, "/audit")
    assert page.get_by_label("What was done").is_visible()


def test_the_first_result_is_on_the_first_screen_of_a_phone_and_filters_stand_beside_a_wide_page(opened):
    page = opened(PHONE, None, "/search?q=housing")
    assert box(page, ".threads h3")["y"] + 44 < 640
    assert not page.get_by_label("Sort by").is_visible()
    page.get_by_text("Filters", exact=True).first.click()
    expect(page.get_by_label("Sort by")).to_be_visible()
    page.get_by_label("Sort by").select_option("newest")
    page.get_by_role("button", name="Apply").click()
    # Filters that are in use are open, and the answer begins at what was found.
    expect(page.get_by_label("Sort by")).to_be_visible()
    assert page.url.endswith("#results") and "sort=newest" in page.url
    assert 0 <= box(page, "#results")["y"] < 200
    page = opened(WIDE, None, "/search?q=housing")
    panel, results = box(page, ".side .card"), box(page, "#results")
    assert panel["x"] > results["x"] + results["width"] - 1 and page.get_by_label("Sort by").is_visible()
    assert not page.locator(".unfold").is_visible() and panel["y"] < results["y"] < 800


def test_the_navigation_of_settings_is_folded_on_a_phone_and_stands_beside_a_wide_page(opened):
    page = opened(PHONE, HEATHER, "/settings/mail")
    links = page.get_by_role("navigation", name="Settings").get_by_role("link")
    assert links.count() == 0 and page.get_by_text("All settings").is_visible()
    page.get_by_text("All settings").click()
    assert links.count() >= 8
    page = opened(WIDE, HEATHER, "/settings/mail")
    nav = page.get_by_role("navigation", name="Settings")
    assert nav.bounding_box()["x"] > box(page, "h1")["x"] + 640
    assert nav.locator("[aria-current=page]").count() == 1 and not page.get_by_text("All settings").is_visible()


def test_a_queue_has_the_item_beside_it_where_there_is_room_and_its_verbs_at_the_edge_of_a_phone(opened, triage):  # noqa: F811
    reported(triage, "Half a desk for sale, to be collected.")
    page = opened(WIDE, "denise.downey@example.org", "/c/social-workers/queue")
    assert page.locator("aside .preview").is_visible()
    assert box(page, "aside")["x"] > box(page, "#queue")["x"] + box(page, "#queue")["width"] - 1
    assert box(page, "h1")["height"] < 50 and below(page, "aside .verbs") <= WIDE["height"], "the verbs are on the first screen"
    ground = "e => getComputedStyle(e).backgroundColor"
    assert page.locator(".threads > li:has([aria-current])").evaluate(ground) not in (
        "rgba(0, 0, 0, 0)", page.locator("#queue > .card").evaluate(ground)), "what is shown is marked"
    page.goto(page.url + "/" + page.locator("[data-item]").first.get_attribute("data-item"))
    assert below(page, ".triage .verbs") <= WIDE["height"]
    page = opened(PHONE, "denise.downey@example.org", "/c/social-workers/queue")
    assert box(page, "h1")["height"] < 40 and abs(below(page, "#queue > .row") - PHONE["height"]) < 2
    assert not page.locator("aside .preview").is_visible() and not page.get_by_role("link", name="Preview").first.is_visible()
    page.get_by_role("button", name=re.compile("^Report: Advertising")).first.click()
    verbs = box(page, ".verbs")
    assert verbs["y"] > PHONE["height"] / 2 and abs(verbs["y"] + verbs["height"] - PHONE["height"]) < 2
    item = re.search(r"/queue/(\d+)", page.url).group(1)
    decided = triage.api("denise.downey@example.org").post(
        f"{triage.base}/api/v1/queue/{item}/resolve", timeout=20,
        json={"action": "dismiss", "version": int(page.locator("[name=version]").first.get_attribute("value"))})
    assert decided.status_code == 200, "what waits is counted by other tests"


@pytest.mark.parametrize("path", ["/c/social-workers/new-thread?group=housing-and-poverty", "/t/1", "/welcome/hello"])
def test_a_composer_says_who_reads_once_directly_above_its_button_at_every_width(opened, path):
    for size in (PHONE, WIDE):
        page = opened(size, RAYLENE, path)
        strips = page.locator(".strip:visible").filter(has=page.locator(".mail:visible"))
        assert strips.count() == 1, (path, size)
        send, strip = box(page, "form.compose [data-send]"), strips.first.bounding_box()
        assert 0 <= send["y"] - strip["y"] - strip["height"] < 30, "directly above the button"
        assert page.locator("aside .strip:visible").count() == 0


def test_what_a_line_quotes_is_shown_whole_with_its_closing_mark(opened):
    for size in (PHONE, WIDE):
        page = opened(size, RAYLENE, "/t/1")
        lines = page.locator(".post > .context a")
        assert lines.count() > 0
        assert lines.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1).length") == 0
        assert min(e.bounding_box()["height"] for e in lines.all()) >= 44


def test_nothing_of_the_item_beside_the_queue_is_covered_by_its_verbs(busy):
    page = busy(WIDE, DENISE, "/c/social-workers/queue")
    rows = page.locator("[data-item] .broad a").all()[:4]
    assert rows
    for row in rows:
        page.goto(page.url.split("/c/")[0] + row.get_attribute("href")) if row.get_attribute("href").startswith("/") else row.click()
        text, verbs = box(page, ".preview > div"), box(page, ".preview .verbs")
        assert text["y"] + text["height"] <= verbs["y"] + 1 and verbs["y"] + verbs["height"] <= WIDE["height"]
        why = page.locator(".preview section").filter(has=page.get_by_role("heading", name="Why it is here"))
        if why.count():
            assert below(page, ".preview section:has-text('Why it is here')") <= verbs["y"] + 1, "why it is here"
        page.go_back()


def test_no_choice_of_a_form_is_cut_off_on_a_phone(opened):
    room = """() => [...document.querySelectorAll("main select")].filter((e) => e.getClientRects().length).flatMap((e) => {
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = getComputedStyle(e).font;
        return [...e.options].map((o) => o.textContent.trim()).filter((text) => !/UTC/.test(text) && pen.measureText(text).width > e.clientWidth - 39)
            .map((text) => [e.name, text]);
    })"""
    for path in ("/c/social-workers/new-thread", "/c/social-workers/gatherings/new-series", "/settings/mail"):
        page = opened(PHONE, RAYLENE, path)
        assert page.locator("main select").count() > 0, path
        # Names of places are as long as they are.
        assert [text for name, text in page.evaluate(room) if name != "group" or not text.endswith(")")] == [], path


def test_ways_between_lists_stand_in_columns_on_a_phone(opened):
    for address, path in ((MARICEL, "/c/social-workers"), (MARICEL, "/gatherings?month=2026-12")):
        page = opened(PHONE, address, path)
        lefts = page.locator(".tabs.pick li").evaluate_all("all => all.map((e) => Math.round(e.getBoundingClientRect().left))")
        assert len(lefts) >= 2 and len(set(lefts)) <= 2, (path, lefts)
    ways = page.locator("nav.ways .btn")
    assert [text.split(",")[0].strip() for text in ways.all_inner_texts()] == ["Previous month", "Next month"]
    tops = [e.bounding_box() for e in ways.all()]
    assert tops[0]["y"] == tops[1]["y"] and 44 <= tops[0]["height"] == tops[1]["height"] < 60, "each on one line"


def test_no_word_of_a_filter_is_broken_on_a_phone(opened):
    page = opened(PHONE, MARICEL, "/c/social-workers")
    # As the queue has them in French.
    names = ["Signalements", "Premiers messages", "Demandes d’adhésion"]
    broken = page.locator(".tabs.pick a").evaluate_all("""(all, names) => {
        all.forEach((e, at) => { e.textContent = names[at % names.length]; });
        return all.flatMap(e => e.textContent.split(" ").filter(word => {
            const range = document.createRange(), start = e.textContent.indexOf(word);
            range.setStart(e.firstChild, start);
            range.setEnd(e.firstChild, start + word.length);
            return range.getClientRects().length > 1;
        }));
    }""", names)
    assert page.locator(".tabs.pick a").count() >= len(names) and broken == []


def test_a_banner_without_an_undo_has_the_same_room_above_and_below(opened):
    page = opened(WIDE, MARICEL, "/settings")
    page.get_by_role("button", name="Save").first.click()
    frame, text = box(page, ".banner"), box(page, ".banner > p")
    assert abs((text["y"] - frame["y"]) - (frame["y"] + frame["height"] - text["y"] - text["height"])) <= 1


def test_the_readers_follow_the_group_that_is_chosen(demo, chromium):
    context = chromium.new_context(viewport=WIDE, locale="en-GB")
    page = context.new_page()
    sign_in(page, demo, RAYLENE)
    page.goto(demo.base + "/c/social-workers/new-thread?group=housing-and-poverty")
    page.get_by_label("Group", exact=True).select_option("what-we-carry")
    expect(page.locator("form .foot .strip")).to_contain_text("Confidential")
    context.close()


# Posts of members: what the author is besides takes a line of its own on a phone.
ONE_LINE = """() => {
    document.querySelectorAll(".post > .context, .post > .meta, .post-head .who > span").forEach((e) => e.remove());
    document.querySelectorAll(".post > .prose").forEach((e) => { e.innerHTML = "<p>Yes, we do.</p>"; });
}"""
SMALL = """(all) => all.filter((e) => e.getClientRects().length).map((e) => [e.textContent, e.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44).map(([text]) => text)"""


@pytest.mark.parametrize("size, most", [(WIDE, 110), (PHONE, 134)], ids=["wide", "phone"])
def test_a_post_of_one_line_is_low_and_its_foot_is_one_row_that_opens_over_what_follows(demo, chromium, size, most):
    context = chromium.new_context(viewport=size, locale="en-GB")
    page = context.new_page()
    sign_in(page, demo, RAYLENE)
    page.goto(demo.base + "/t/1")
    page.evaluate(ONE_LINE)
    heights = page.locator(".post").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert len(heights) > 2 and max(heights) <= most, heights
    feet = page.locator(".post-foot").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert len(feet) > 2 and max(feet) < 46, feet
    assert page.locator(".post-foot :is(a, summary, button)").evaluate_all(SMALL) == []
    foot, second = page.locator(".post-foot").first, page.locator(".post").nth(1)
    before = second.bounding_box()
    for name in ("React", "More"):
        foot.locator("summary", has_text=name).click()
        assert foot.locator("[open]").count() == 1 and foot.locator("[open] .menu-list").is_visible()
        assert second.bounding_box() == before, "what follows has moved"
    page.keyboard.press("Escape")
    assert foot.locator("[open]").count() == 0 and page.evaluate("document.activeElement.localName") == "summary"
    foot.locator("summary", has_text="React").click()
    second.locator("summary").last.focus()
    assert foot.locator("[open]").count() == 0, "what is open hides what has the focus"
    context.close()


def test_a_reaction_is_given_and_taken_back_from_the_foot_of_a_post(opened):
    page = opened(PHONE, RAYLENE, "/t/1")
    post = page.locator(".post").nth(1)
    post.locator("summary", has_text="React").click()
    post.get_by_role("button", name="I agree").click()
    given = page.locator(".post").nth(1).get_by_role("button", name="I agree", pressed=True)
    expect(given).to_be_visible()
    expect(given).to_contain_text("1")
    given.click()
    expect(page.locator(".post").nth(1).get_by_role("button", pressed=True)).to_have_count(0)


def test_a_row_of_a_list_is_low_and_says_who_wrote_last(opened):
    page = opened(WIDE, RAYLENE, "/c/social-workers")
    rows = page.locator(".threads > .line")
    assert rows.count() > 10 and box(page, ".threads > .line")["height"] <= 60
    # Each further line of a long title or of what stands above it is one line of text more.
    tall = """all => all.map(row => {
        const lines = e => Math.round(e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight));
        return row.getBoundingClientRect().height - 24 * (lines(row.querySelector(".over")) + lines(row.querySelector("h3")) - 2);
    })"""
    assert max(rows.evaluate_all(tall)) <= 60
    # How many lines wrap depends on the day, whose name stands in them.
    assert sum(rows.evaluate_all(tall)[:25]) <= 2 * WIDE["height"] - 100, "25 rows stand on two screens, with room for lines that wrap"
    colours = """all => [...new Set(all.filter(e => !e.matches(".ok, .warn, .new")).map(e => getComputedStyle(e).color))].length"""
    assert page.locator(".line .over .tag").evaluate_all(colours) == 1, "a kind has no colour of its own"
    facts, who, title = box(page, ".line .over"), box(page, ".line .by"), box(page, ".line h3")
    assert facts["x"] < who["x"] and who["x"] + who["width"] <= facts["x"] + facts["width"] + 1 and who["y"] < title["y"]


@pytest.mark.parametrize("path", ["/styleguide", "/c/social-workers/gatherings", "/bookmarks"])
def test_no_title_of_a_row_runs_into_what_stands_beside_it(opened, demo, path):
    if path == "/bookmarks":
        longest = max(demo.api(HEATHER).get(demo.base + "/api/v1/communities/social-workers/threads?limit=100", timeout=20).json()["items"],
                      key=lambda thread: len(thread["title"]))
        first = demo.api(HEATHER).get(demo.base + f"/api/v1/threads/{longest['id']}/posts", timeout=20).json()["items"][0]
        demo.api(HEATHER).put(demo.base + f"/api/v1/posts/{first['id']}/bookmark", json={}, timeout=20).raise_for_status()
    page = opened(WIDE, HEATHER, path)
    covered = page.locator(".threads > .line").evaluate_all("""all => all.filter(row => {
        const range = document.createRange();
        range.selectNodeContents(row.querySelector("h3"));
        const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 4 && b.top < a.bottom - 4;
        const beside = [...row.querySelectorAll(".n, .at")].map(e => e.getBoundingClientRect());
        return [...range.getClientRects()].some(line => beside.some(box => meets(line, box)));
    }).map(row => row.innerText.slice(0, 80))""")
    assert page.locator(".threads > .line .at, .threads > .line .n").count() > 0 and covered == []


def test_what_stands_above_a_title_wraps_as_text_and_is_not_cut(opened):
    for size, path in ((WIDE, "/"), (WIDE, "/search?q=housing"), (PHONE, "/c/social-workers"), ({"width": 700, "height": 800}, "/c/social-workers")):
        page = opened(size, MARICEL, path)
        faults = page.locator(".line .over").evaluate_all("""all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)""")
        assert faults == [], (path, faults)
        # The last line of the text begins where the first does.
        assert page.locator(".line .over:has(.by)").evaluate_all("""all => all.every(e => {
            const parts = [...e.querySelector(".by").getClientRects()], last = parts.at(-1);
            return last.top < parts[0].top + 4 || parts.some(p => p.top > last.top - 4 && p.left < e.getBoundingClientRect().left + 2);
        })"""), path


def test_what_is_for_narrow_pages_alone_is_not_on_wide_ones(opened):
    for path in ("/c/social-workers", "/c/social-workers/new-thread"):
        page = opened(WIDE, RAYLENE, path)
        assert page.locator("main .narrow").count() and not page.locator("main .narrow").first.is_visible(), path
        assert opened(PHONE, RAYLENE, path).locator("main .narrow").first.is_visible(), path


# The first colour of faces is that of all; what is said of email is told apart from who reads by tests alone.
UNSTYLED = {"f0", "mail"}


def test_every_class_of_a_page_has_a_rule(opened):
    drawn = set()
    for path in ("/", "/c/social-workers", "/c/social-workers/about", "/c/social-workers/members", "/c/social-workers/new-thread", "/t/1",
                 "/search?q=housing", "/settings", "/settings/email", "/c/social-workers/settings", "/c/social-workers/queue", "/gatherings"):
        page = opened(WIDE, HEATHER, path)
        drawn |= set(page.evaluate("[...document.querySelectorAll('[class]')].flatMap(e => [...e.classList])"))
    sheet = page.evaluate("[...document.styleSheets].map(s => [...s.cssRules].map(r => r.cssText).join()).join()")
    assert {name for name in drawn if not re.search(rf"\.{re.escape(name)}(?![\w-])", sheet)} == UNSTYLED


# Of each thing in the bar that is shown: whether all of it is in sight, and what it covers of another.
def test_the_search_is_in_the_bar_of_a_wide_page_and_in_the_menu_of_a_phone_which_has_one_way_back(opened):
    page = opened(WIDE, MARICEL, "/t/1")
    assert page.get_by_role("searchbox", name="Search").is_visible() and page.locator(".crumbs a:visible").count() == 2
    page = opened(PHONE, MARICEL, "/t/1")
    assert page.locator(".crumbs a:visible").count() == 1
    assert not page.get_by_role("searchbox", name="Search").is_visible()
    page.get_by_text("Menu", exact=True).click()
    assert page.get_by_role("searchbox", name="Search").is_visible()


def test_home_and_its_communities_say_who_can_read_them(opened):
    page = opened(WIDE, MARICEL, "/")
    said = page.locator("section[aria-labelledby^=c] > .meta")
    assert said.count() == 3 and set(said.all_inner_texts()) <= {" Public", "Public", " Members only", "Members only", " Members only, not listed", "Members only, not listed"}
    assert said.locator("svg").count() == 3


def test_what_is_asked_of_somebody_is_the_first_part_of_home_on_a_phone_and_stands_beside_it_on_a_wide_page(busy, waiting):
    raylene = waiting.api(RAYLENE)
    threads = raylene.get(waiting.base + "/api/v1/communities/social-workers/threads?limit=100", timeout=20).json()["items"]
    thread = next(t["id"] for t in threads if t["group"] == "commons" and t["state"] == "open")
    answer = raylene.post(f"{waiting.base}/api/v1/threads/{thread}/posts", json={"body": "And you, @Maricel Santos?"}, timeout=20)
    assert answer.status_code == 201, answer.text
    page = busy(PHONE, MARICEL, "/")
    tops = page.locator("main section[aria-labelledby], aside section[aria-labelledby]").evaluate_all(
        "all => all.map(e => [e.getBoundingClientRect().top, e.getAttribute('aria-labelledby')])")
    assert min(tops)[1] == "waiting", tops
    assert box(page, "[aria-labelledby=waiting] li")["y"] < PHONE["height"]
    page = busy(WIDE, MARICEL, "/")
    asked = box(page, "[aria-labelledby=waiting]")
    assert asked["x"] > WIDE["width"] / 2 and asked["y"] < WIDE["height"] / 2, asked


BAR = """() => {
    const shown = [...document.querySelectorAll(".top :is(.site, .menu > summary, nav a, .find, .account > summary)")]
        .filter((e) => e.checkVisibility());
    const boxes = shown.map((e) => [e.textContent.trim() || e.localName, e.getBoundingClientRect()]), faults = [];
    for (const [name, box] of boxes) {
        if (box.left < 0 || box.right > innerWidth) faults.push(name + " leaves the page");
        for (const [other, that] of boxes) {
            if (name < other && box.left < that.right - 1 && that.left < box.right - 1 && box.top < that.bottom - 1 && that.top < box.bottom - 1)
                faults.push(name + " covers " + other);
        }
    }
    for (const e of shown.filter((e) => e.matches(".site, nav a, .menu summary"))) {
        const range = document.createRange();
        range.selectNodeContents(e);
        const text = range.getBoundingClientRect();
        if (e.scrollWidth > e.clientWidth + 1 || text.right > e.getBoundingClientRect().right + 1) faults.push(e.textContent + " is cut");
    }
    return faults;
}"""
LINES = """(e) => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return new Set([...range.getClientRects()].map((box) => box.top)).size;
}"""
WIDTHS = (320, 375, 414, 600, 700, 768, 900, 1024, 1280)


@pytest.mark.parametrize("address", [None, MARICEL, DENISE], ids=["visitor", "member", "moderator"])
def test_nothing_of_the_bar_is_cut_or_covered_at_any_width_and_it_has_two_rows_at_most(waiting, chromium, address):
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    if address:
        sign_in(page, waiting, address)
    for name in ("Praxis demonstration", "Tidelands Network of Practice"):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            page.goto(waiting.base + "/c/social-workers")
            assert (page.locator(".top .duty").count() > 0) == (address == DENISE)
            page.locator(".site").evaluate("(e, name) => { e.textContent = name; }", name)
            assert page.evaluate(BAR) == [], (width, name)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (width, name)
            lines = page.locator(".site").evaluate(LINES)
            assert lines <= 2 and box(page, ".top")["height"] <= 112, (width, name, lines, box(page, ".top"))
            if address:
                face, others = box(page, ".account"), page.locator(".top :is(.site, nav a, .find):visible").all()
                assert all(face["x"] >= e.bounding_box()["x"] for e in others), f"the face is the last at {width}"
    context.close()


@pytest.mark.parametrize("script, address, name", [(True, "oksana.melnyk", "Oksana Melnyk"), (False, "joann.poirier", "Joann Poirier")],
                         ids=["script", "plain"])
def test_a_banner_says_once_what_was_done(demo, chromium, script, address, name):
    context = chromium.new_context(locale="en-GB", java_script_enabled=script)
    page = context.new_page()
    demo.member(address + "@example.org", name)
    sign_in(page, demo, address + "@example.org")
    page.goto(demo.base + "/settings")
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator(".banner")).to_have_text(re.compile("Saved."))
    if script:
        assert page.url == demo.base + "/settings", "its address says nothing of it"
    page.reload()
    assert page.locator(".banner").count() == 0
    page.goto(demo.base + "/settings?done=saved")
    assert page.locator(".banner").count() == 0, "nor does an address that was kept"
    context.close()


def test_a_month_is_a_table_with_its_weekdays_where_there_is_room_and_a_list_of_days_elsewhere(opened):
    month = datetime.date.today().strftime("%Y-%m")
    page = opened(WIDE, MARICEL, "/gatherings?month=" + month)
    assert page.locator(".month th:visible").count() == 7
    assert page.locator(".month td:visible").count() in (28, 35, 42)
    page = opened(PHONE, MARICEL, "/gatherings?month=" + month)
    assert page.locator(".month th:visible").count() == 0
    assert 0 < page.locator(".month td:visible").count() < 28


def test_who_can_read_a_new_discussion_is_said_once_before_a_group_is_chosen(opened):
    for size in (WIDE, PHONE):
        page = opened(size, RAYLENE, "/c/social-workers/new-thread")
        assert page.locator(".strip:visible").all_inner_texts() == ["Who can read this depends on the group."]
        page.get_by_label("Group", exact=True).select_option(index=1)
        if page.locator("form .toolbar").count():  # With the script alone.
            expect(page.locator(".strip:visible")).to_contain_text("can read this")


def test_the_verbs_of_an_item_take_a_quarter_of_a_phone_and_what_needs_a_note_or_a_reason_shows_its_field(busy):
    page = busy(PHONE, DENISE, "/c/social-workers/queue")
    names = page.locator("[data-item] h3 :is(a, button)").all_inner_texts()
    paths = [page.url + "/" + e.get_attribute("data-item") for e in page.locator("[data-item]").all()]
    assert len(paths) >= 5 and any("worried" in name for name in names) and any("Asks" in name for name in names)
    for path in paths:
        page.goto(path)
        verbs = box(page, ".verbs")
        assert verbs["height"] <= PHONE["height"] / 4 and verbs["y"] + verbs["height"] <= PHONE["height"] + 1, (path, verbs)
        assert page.locator(".verbs textarea:visible").count() == 0
        page.locator(".verbs .fold > summary").first.click()
        assert page.locator(".verbs textarea:visible").count() == 1
        assert box(page, ".verbs")["height"] <= PHONE["height"] * .6 + 1
    page.goto(paths[next(at for at, name in enumerate(names) if "worried" in name)])
    page.locator(".verbs .fold > summary").first.click()
    page.get_by_role("button", name="Someone is looking after them").click()
    expect(page.locator("#note-error")).to_be_visible()
    assert page.locator(".verbs [name=note]").is_visible()


def name_contact(site, chromium, name):
    context = chromium.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    sign_in(page, site, HEATHER)
    page.goto(site.base + "/c/social-workers/settings/care")
    page.get_by_label("Safeguarding contact").select_option(label=name)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".banner")).to_be_visible()
    context.close()


def test_a_worry_has_its_two_buttons_in_whole_words_and_how_to_reach_the_person_above_them(busy, waiting, chromium):
    name_contact(waiting, chromium, "Heather MacIsaac")
    for size in (WIDE, PHONE):
        page = busy(size, DENISE, "/c/social-workers/queue")
        pane = "aside .preview" if size is WIDE else "main"
        if size is PHONE:
            page.get_by_role("button", name=re.compile("worried")).first.click()
        buttons = page.locator(f"{pane} .verbs form :is(.fold > summary, .verb-list > .btn):visible")
        assert buttons.all_inner_texts() == ["Pass on to the safeguarding contact", "Write a note and close…"]
        first, second = (e.bounding_box() for e in buttons.all())
        assert first["x"] == second["x"] and first["width"] == second["width"] > 250 and first["height"] >= 44
        reach, verbs = page.locator(pane).get_by_text("How to reach").bounding_box(), box(page, f"{pane} .verbs")
        assert reach["y"] + reach["height"] <= verbs["y"], "the buttons cover it"
        assert size is WIDE or verbs["height"] <= PHONE["height"] / 4
    name_contact(waiting, chromium, "No one")


def test_what_begins_the_queue_keeps_away_from_its_tabs_in_both_languages(waiting, chromium):
    waiting.member("gilles.theriault@example.org", "Gilles Thériault")
    waiting.cli("membership", "set", "--member", "gilles.theriault@example.org", "--community", "social-workers", "--role", "moderator")
    for address in (DENISE, "gilles.theriault@example.org"):
        context = chromium.new_context(viewport=WIDE)
        page = context.new_page()
        page.goto(waiting.base + "/sign-in")
        page.locator("[name=email]").fill(address)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("[name=password]").press("Enter")
        page.wait_for_url(waiting.base + "/")
        page.goto(waiting.base + "/c/social-workers/queue")
        tab, start = page.locator(".tabs:not(.pick) li").last.bounding_box(), box(page, "#queue > .row .btn")
        assert start["x"] - tab["x"] - tab["width"] >= 16 and start["y"] < tab["y"] + tab["height"]
        context.close()


def test_the_two_ends_of_the_time_of_an_audit_log_stand_side_by_side(opened):
    page = opened(WIDE, HEATHER, "/c/social-workers/audit")
    assert box(page, "#from")["y"] == box(page, "#to")["y"] and box(page, "#from")["x"] < box(page, "#to")["x"]


def test_a_row_of_the_queue_has_three_lines_at_most_beside_the_item_and_five_on_a_phone(busy):
    for size, most in ((WIDE, 3), (PHONE, 5)):
        page = busy(size, DENISE, "/c/social-workers/queue")
        rows = page.locator(".matters > [data-item]")
        assert rows.count() >= 5
        lines = rows.evaluate_all("""all => all.map((row) => {
            const tops = [...row.querySelectorAll("h3 :is(a, .btn), .meta > span")].flatMap((e) => {
                const range = document.createRange();
                range.selectNodeContents(e);
                return [...range.getClientRects()].filter((b) => b.width > 2).map((b) => Math.round((b.top + b.bottom) / 12));
            });
            return new Set(tops).size;
        })""")
        assert max(lines) <= most, lines
        assert max(row.bounding_box()["height"] for row in rows.all()) <= 22 * most + 32
        assert rows.locator("time").count() == rows.count()
        unnamed = rows.filter(has_not=page.locator(".whose"))
        assert all(name.startswith("First post: ") for name in unnamed.locator("h3").all_inner_texts())
        assert page.locator(".tag.danger").first.is_visible()
        cut = "all => all.filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').map(e => e.textContent)"
        assert rows.locator(".meta > span").evaluate_all(cut) == []


def test_tables_of_settings_stand_as_rows_with_their_labels_on_a_phone(busy):
    for address, path, label in ((HEATHER, "/settings/outbox", "When"), (MARICEL, "/settings", "Last used")):
        page = busy(PHONE, address, path)
        cells = page.locator(".stack td[data-label]")
        assert cells.count() > 0 and f'"{label}"' in cells.evaluate_all("all => all.map(e => getComputedStyle(e, '::before').content)")
        for table in page.locator(".scroll:has(.stack)").all():
            assert table.evaluate("e => e.scrollWidth - e.clientWidth") <= 0, "a table scrolls sideways"
        times = page.locator(".stack td > time").evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")
        assert times and max(times) <= PHONE["width"] - 16
        page = busy(WIDE, address, path)
        assert page.locator(".stack thead").first.is_visible()


def test_no_filter_and_no_tool_is_cut_in_two_by_the_edge_of_a_phone(waiting, chromium):
    context = chromium.new_context(viewport=PHONE, locale="en-GB")
    page = context.new_page()
    sign_in(page, waiting, DENISE)
    composer = "/c/social-workers/new-thread?group=housing-and-poverty"
    for path, row in (("/c/social-workers", ".pick a"), ("/c/social-workers/queue", ".pick a"), (composer, ".toolbar .btn")):
        page.goto(waiting.base + path)
        boxes = page.locator(row).evaluate_all("all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right, b.height])")
        assert len(boxes) >= 4 and all(left >= 0 and right <= PHONE["width"] and height >= 44 for left, right, height in boxes), (path, boxes)
    context.close()


def test_the_heading_of_a_community_is_as_wide_and_its_groups_in_one_order_on_all_of_its_tabs(opened):
    seen = []
    for tab in ("", "/members", "/about"):
        page = opened(WIDE, MARICEL, "/c/social-workers" + tab)
        heading = box(page, "h1")
        assert heading["height"] < 50, f"{tab}: the heading is on one line"
        seen.append((heading, page.locator("#groups a").all_inner_texts()))
    assert len(seen[0][1]) > 3 and seen[0] == seen[1] == seen[2]


def test_initials_in_a_list_can_be_read(opened):
    page = opened(WIDE, RAYLENE, "/c/social-workers")
    # Who wrote alone is named without a face.
    faces = page.locator(".faces:has(b + b) > b")
    assert faces.count() > 4 and min(face.bounding_box()["width"] for face in faces.all()[:10]) >= 24
    assert faces.first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 12


def test_a_date_that_is_over_or_cancelled_says_so_and_nothing_of_what_is_to_come(opened):
    page = opened(WIDE, MARICEL, "/c/social-workers/gatherings")
    page.get_by_role("link", name="Evening on the new reporting form").click()
    expect(page.get_by_text("The gathering is cancelled.")).to_be_visible()
    assert re.search(r"·\s*·", page.locator("h1 + .meta").inner_text()) is None
    expect(page.locator("h1 + .meta .tag.warn")).to_have_text("Cancelled")
    for word in ("There is no link yet.", "Who is coming", "Who said they would come", "Add to your calendar"):
        assert page.get_by_text(word).count() == 0
    assert not page.locator(".posts").is_visible(), "a date without a post has no empty list of them"
    page = opened(PHONE, MARICEL, "/search?q=newcomers+to+the+work")
    page.get_by_role("link", name=re.compile("what we owe newcomers")).first.click()
    expect(page.get_by_text("The gathering is over.")).to_be_visible()
    assert page.get_by_role("link", name="Add to your calendar").count() == 0


def test_a_field_of_the_form_of_a_date_is_as_wide_as_what_goes_into_it(opened):
    page = opened(WIDE, RAYLENE, "/c/social-workers/gatherings/new")
    for name in ("date", "time", "minutes", "capacity"):
        assert box(page, f"[name={name}]")["width"] <= 216, name
    assert page.get_by_text("For example 20").count() == 0, "the browser shows how it takes a date"


def test_a_decided_row_of_the_queue_says_on_a_line_of_its_own_what_became_of_it(waiting, chromium):
    session = waiting.api(DENISE)
    items = session.get(waiting.base + "/api/v1/communities/social-workers/queue", timeout=20).json()["items"]
    item = next(i for i in items if i["kind"] == "report" and i["reports"][0]["reason"] == "off-topic")
    context = chromium.new_context(viewport=WIDE, locale="en-GB")
    page = context.new_page()
    sign_in(page, waiting, DENISE)
    page.goto(waiting.base + "/c/social-workers/queue")
    assert min(e.bounding_box()["height"] for e in page.locator(".matters .broad a").all()) >= 44
    path = f"{waiting.base}/api/v1/queue/{item['id']}/"
    answer = session.post(path + "resolve", json={"action": "dismiss", "version": item["version"]}, timeout=20)
    assert answer.status_code == 200, answer.text
    page.goto(waiting.base + "/c/social-workers/queue?state=decided")
    whose, told = box(page, ".matters .whose"), box(page, ".matters .told")
    assert abs(whose["x"] - told["x"]) < 2 and told["y"] > whose["y"]
    assert page.locator(".matters .told").first.evaluate("e => getComputedStyle(e, '::before').content") == "none"
    assert not page.locator(".preview > div > .meta").inner_text().rstrip().endswith("·")
    page.set_viewport_size(PHONE)
    place, told = page.locator(".matters .meta > span:not(.told)").last, page.locator(".matters .told").first
    assert told.bounding_box()["y"] > box(page, ".matters .whose")["y"] and abs(told.bounding_box()["x"] - 16) < 2
    assert told.bounding_box()["y"] >= place.bounding_box()["y"] + 16, "not behind the name of the group"
    assert session.post(path + "undo", timeout=20).status_code == 200, "what waits is counted by other tests"
    context.close()


def test_what_stands_above_a_title_is_not_cut_while_there_is_room_and_a_path_breaks_behind_its_signs(opened):
    page = opened(WIDE, MARICEL, "/gatherings")
    over = page.locator(".line .over")
    assert over.count() > 4 and over.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent)") == []
    page.goto(page.url.replace("/gatherings", "/t/1"))
    signs = page.locator(".crumbs li").evaluate_all("all => all.map(e => ['::before', '::after'].map(p => getComputedStyle(e, p).content))")
    assert len(signs) == 2 and "›" in signs[0][1] and signs[1] == ["none", "none"]


def test_what_is_not_chosen_has_the_ground_of_its_card_and_an_edge_of_two_pixels(demo, chromium):
    context = chromium.new_context(viewport=PHONE, locale="en-GB", color_scheme="dark")
    page = context.new_page()
    sign_in(page, demo, MARICEL)
    page.goto(demo.base + "/settings/mail")
    look = "e => { const s = getComputedStyle(e); return [s.backgroundColor, s.borderTopWidth, s.appearance] }"
    for kind in ("radio", "checkbox"):
        assert page.locator(f"[type={kind}]:not(:checked)").first.evaluate(look) == ["rgb(24, 33, 36)", "2px", "none"]
    context.close()


def test_a_line_says_what_a_post_answers_on_a_phone_and_nothing_says_that_it_answers_the_first(opened):
    page = opened(PHONE, MARICEL, "/t/1")
    lines = page.locator(".post > .context a")
    assert lines.count() > 0 and max(e.bounding_box()["height"] for e in lines.all()) <= 96
    first = page.locator(".post").first.get_attribute("id")
    assert page.locator(f".context a[href='#{first}']").count() == 0


def test_bookmarks_say_that_the_time_is_theirs(opened, demo):
    assert demo.api(MARICEL).put(demo.base + "/api/v1/posts/1/bookmark", json={}, timeout=20).ok
    page = opened(WIDE, MARICEL, "/bookmarks")
    times = page.locator(".line .at")
    assert times.count() > 0 and all(text.startswith("Bookmarked ") for text in times.all_inner_texts())
    assert page.get_by_text("A post that you can no longer read is not listed.").bounding_box()["y"] > below(page, ".threads")


def test_a_long_post_that_is_reported_shows_three_lines_on_a_phone_and_all_of_it_when_asked_for(opened):
    page = opened(PHONE, MARICEL, "/t/1")
    path = page.locator(".post .menu-list a[href$='/report']").first.get_attribute("href")
    page.goto(page.url.split("/t/")[0] + path)
    if page.locator(".whole").count():
        assert box(page, ".card > .prose")["height"] < 100
        page.get_by_text("Show the whole post").click()
        assert box(page, ".card > .prose")["height"] > 100
    assert 0 <= box(page, "form .actions")["y"] - below(page, "form .strip") < 48
