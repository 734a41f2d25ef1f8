"""Reading and writing as the page is printed, in the reader's own colours, at 400 % and by keyboard alone."""
import re

import pytest
from playwright.sync_api import expect

from conftest import faults_now
from test_browser import sign_in

MARICEL, MODERATOR = "maricel.santos@example.org", "heather.macisaac@example.org"


@pytest.fixture
def opened(demo, chromium):
    """Opens pages of the demonstration as somebody, in a window of one's own."""
    contexts = []

    def open_as(address, path, **settings):
        contexts.append(chromium.new_context(locale="en-GB", **settings))
        page = contexts[-1].new_page()
        sign_in(page, demo, address)
        page.goto(demo.base + path)
        return page

    yield open_as
    for context in contexts:
        context.close()


def composer(opened):
    page = opened(MARICEL, "/c/social-workers/g/housing-and-poverty")
    page.get_by_role("link", name="Start a discussion").first.click()
    # A draft of an earlier test may lie there.
    page.locator("#body").fill("")
    return page, page.locator("#body")


# Names behind an @


def test_names_complete_by_keyboard_alone(opened):
    page, text = composer(opened)
    text.press_sequentially("Ask @ray", delay=20)
    options = page.get_by_role("listbox", name="People you can mention").get_by_role("option")
    expect(options.first).to_have_text("Raylene Sylliboy")
    expect(text).to_have_attribute("role", "combobox")
    expect(text).to_have_attribute("aria-expanded", "true")
    assert text.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert faults_now(page) == []
    page.keyboard.press("Enter")
    expect(text).to_have_value("Ask @Raylene Sylliboy ")
    expect(page.locator(".names").get_by_role("option")).to_have_count(0)
    assert text.get_attribute("role") is None and text.get_attribute("aria-controls") is None
    page.keyboard.press("Control+z")
    expect(text).to_have_value("Ask @ray")


def test_names_are_gone_through_with_the_arrows_and_left_with_escape(opened):
    page, text = composer(opened)
    text.press_sequentially("@ma", delay=20)
    options = page.locator(".names").get_by_role("option")
    expect(options.nth(1)).to_be_visible()
    second = options.nth(1).text_content()
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(options.nth(0)).to_have_attribute("aria-selected", "false")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(text).to_be_focused()
    expect(text).to_have_value("@ma")
    page.keyboard.press("Enter")
    expect(text).to_have_value("@ma\n")
    text.press_sequentially("@ma", delay=20)
    expect(options.nth(1)).to_be_visible()
    options.nth(1).click()
    expect(text).to_have_value(f"@ma\n@{second} ")
    expect(text).to_be_focused()


def test_names_wait_while_letters_are_composed_and_are_not_offered_for_addresses(opened):
    page, text = composer(opened)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/names?" in request.url else None)
    text.press_sequentially("write to somebody@ray", delay=20)
    page.wait_for_timeout(500)
    assert asked == []
    text.fill("@ray")
    expect(page.locator(".names").get_by_role("option").first).to_be_visible()
    for composing in ({"isComposing": True}, {"keyCode": 229}):
        taken = text.evaluate(
            "(area, more) => !area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }))", composing)
        assert not taken
    expect(text).to_have_value("@ray")
    count = len(asked)
    text.evaluate("""area => {
        area.value = "@rayl";
        area.setSelectionRange(5, 5);
        area.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    }""")
    page.wait_for_timeout(500)
    assert len(asked) == count


# Lists and links


def test_enter_goes_on_with_a_list_and_ends_it_and_can_be_undone(opened):
    page, text = composer(opened)
    text.press_sequentially("1. one")
    page.keyboard.press("Enter")
    text.press_sequentially("two")
    expect(text).to_have_value("1. one\n2. two")
    page.keyboard.press("Enter")
    expect(text).to_have_value("1. one\n2. two\n3. ")
    page.keyboard.press("Enter")
    expect(text).to_have_value("1. one\n2. two\n")
    page.keyboard.press("Control+z")
    expect(text).to_have_value("1. one\n2. two\n3. ")


@pytest.mark.parametrize("typed,selected,pasted,result", [
    ("see the sheet now", (4, 13), "https://docs.example/x(1)", "see [the sheet](<https://docs.example/x(1)>) now"),
    ("a [b] c", (2, 5), "https://docs.example/", "a [\\[b\\]](https://docs.example/) c"),
    ("see the sheet now", (4, 13), "two words", "see two words now"),
    ("see https://old.example now", (4, 23), "https://new.example", "see https://new.example now"),
    ("see now", (4, 4), "https://docs.example", "see https://docs.examplenow"),
], ids=["words", "brackets", "no address", "an address over one", "nothing selected"])
def test_an_address_pasted_over_words_becomes_their_link(opened, demo, typed, selected, pasted, result):
    page, text = composer(opened)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo.base)
    text.fill(typed)
    text.evaluate("(area, [start, end]) => area.setSelectionRange(start, end)", list(selected))
    page.evaluate("text => navigator.clipboard.writeText(text)", pasted)
    text.focus()
    page.keyboard.press("Control+v")
    expect(text).to_have_value(result)
    page.keyboard.press("Control+z")
    expect(text).to_have_value(typed)


# On paper

PAPER = {
    "/t/1": ["Tidelands College of Social Workers · The Commons · http", "can read this", "Heather MacIsaac", "printed"],
    "/c/social-workers": ["Anyone can read open groups", "/c/social-workers · printed", "Latest from"],
    "/c/social-workers/g/what-we-carry": ["Only people who have joined", "Confidential", "printed"],
    "/search?q=housing": ["results for", "housing"],
    "/settings": ["Settings", "Same as my device"],
    "/c/social-workers/queue": ["Moderation queue", "printed"],
}
OFF_PAPER = ["nav", ".find", ".btn:not(h3 .btn)", "aside", ".compose", "[role=search]", ".face", ".faces", ".post-foot", "input[type=password]", ".skip"]


@pytest.mark.parametrize("path", PAPER)
def test_on_paper_there_is_what_was_written_and_nothing_to_press(opened, path):
    page = opened(MARICEL if "what-we-carry" in path else MODERATOR, path, viewport={"width": 718, "height": 1000})
    page.emulate_media(media="print")
    said = re.sub(r"\s+", " ", page.locator("body").inner_text())
    for words in PAPER[path]:
        assert words in said, words
    for selector in OFF_PAPER:
        shown = [box for box in page.locator(selector).all() if box.is_visible()]
        assert shown == [], f"{selector}: {shown[0].evaluate('e => e.outerHTML')[:200]}"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    # A grid or a row is not parted between sheets: the first one would stay empty.
    assert page.locator("body, .wrap:has(> main)").evaluate_all("all => all.map(e => getComputedStyle(e).display)") == ["block", "block"]
    # The first sheet holds the beginning, and no column is so narrow that words are parted.
    assert page.locator("main").bounding_box()["y"] < 150
    narrow = page.locator(".line .n").evaluate_all("all => all.filter(e => e.getBoundingClientRect().height > 40).length")
    assert narrow == 0


# In the reader's own colours


def test_in_forced_colours_every_button_and_state_has_an_edge(opened, demo):
    edge = """(all) => all.filter((e) => e.getClientRects().length).filter((e) => {
        const style = getComputedStyle(e);
        return style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) < 1;
    }).map((e) => e.outerHTML.slice(0, 120))"""
    page = opened(MODERATOR, "/t/1", forced_colors="active")
    for path in ("/t/1", "/c/social-workers", "/search?q=housing", "/settings", "/c/social-workers/queue", "/styleguide"):
        page.goto(demo.base + path)
        for selector in (".btn:not(.quiet, .menu-list .btn, h3 .btn)", ".tag", ".card", ".strip:not(.card > .strip)"):
            assert page.locator(selector).evaluate_all(edge) == [], f"{path} {selector}"
        thick = page.locator(".btn").evaluate_all("all => all.filter(e => parseFloat(getComputedStyle(e).borderTopWidth) > 2).length")
        assert thick == 0, path
        chosen = page.locator(".tabs.pick [aria-current], .btn[aria-pressed=true]")
        for at in range(chosen.count()):
            assert chosen.nth(at).evaluate("e => getComputedStyle(e).outlineStyle") == "solid", path


# At 400 %, and by keyboard

STEPS = ["/t/1", "/c/social-workers", "/search?q=housing", "/settings", "/c/social-workers/queue"]


@pytest.mark.parametrize("path", STEPS)
def test_at_400_percent_nothing_is_lost_and_the_focus_is_seen_in_the_order_of_the_page(opened, path):
    page = opened(MODERATOR, path, viewport={"width": 320, "height": 256})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    cut = page.locator("main :is(a, button, h1, h2, h3, p, q, .tag)").evaluate_all("""(all) => all.filter((e) => {
        const style = getComputedStyle(e);
        return e.getClientRects().length && style.overflowX === "hidden" && style.clipPath === "none" && e.scrollWidth > e.clientWidth + 1;
    }).map((e) => e.outerHTML.slice(0, 120))""")
    assert cut == []
    page.locator("body").focus()
    seen, last = 0, None
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate("""() => {
            const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
            if (e === document.body) return null;
            return { html: e.outerHTML.slice(0, 120), main: !!e.closest("main"), top: box.top + scrollY, shown: box.bottom > 0 && box.top < innerHeight,
                     edge: style.outlineStyle !== "none" || e.classList.contains("skip") || e.matches("[type=radio], [type=checkbox]") };
        }""")
        if at is None:
            break
        assert at["shown"] and at["edge"], at["html"]
        if at["main"] and last is not None:
            assert at["top"] >= last - 60, at["html"]
        last = at["top"] if at["main"] else last
        seen += 1
    assert seen > 8
