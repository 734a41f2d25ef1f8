"""A moderator at the queue, in a real browser: with and without JavaScript, alone and beside a colleague."""
import re

import pytest
from playwright.sync_api import expect

from conftest import faults_of
from judge import faults_now
from test_browser import sign_in

QUEUE = "/c/social-workers/queue"


def own_session(site, context, address):
    page = context.new_page()
    sign_in(page, site, address)
    return page


@pytest.fixture(scope="module")
def triage(demo, chromium):
    """The demonstration with a moderator who also looks after the group on justice, and a colleague; in the end nobody's posts are held."""
    demo.member("denise.downey@example.org", "Denise Downey")
    demo.member("kit.colleague@example.org", "Kit Colleague")
    demo.cli("membership", "set", "--member", "kit.colleague@example.org", "--community", "social-workers", "--role", "moderator")
    for address in ("denise.downey@example.org", "kit.colleague@example.org"):
        demo.cli("membership", "set", "--member", address, "--community", "social-workers", "--group", "justice", "--role", "facilitator")
    yield demo
    hold_first_posts(demo, chromium, 0)


def hold_first_posts(site, chromium, count=1):
    context = chromium.new_context(java_script_enabled=False, locale="en-GB")
    page = own_session(site, context, "heather.macisaac@example.org")
    page.goto(site.base + "/c/social-workers/settings/care")
    page.get_by_label("Newcomers’ first posts").select_option(str(count))
    page.get_by_role("button", name="Save").click()
    context.close()


def newcomer(site, chromium, name):
    """Signs up and joins by themselves; gives an API session."""
    address = name.lower().replace(" ", ".") + "@example.org"
    context = chromium.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(site.base + "/sign-up")
    page.get_by_label("Email address").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("6-digit code").fill(site.code_for(address))
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Create account").click()
    page.goto(site.base + "/c/social-workers/join")
    page.locator("input[type=checkbox]").first.check()
    page.get_by_role("button", name=re.compile("^(Join|Ask)")).click()
    return context, page


def ten_items(site, chromium, word):
    """Five reports, three first posts of newcomers, two requests to join."""
    maricel, raylene = site.api("maricel.santos@example.org"), site.api("raylene.sylliboy@example.org")
    for number, reason in enumerate(["spam", "disrespect", "off-topic", "identifies-client", "other"]):
        post = raylene.post(f"{site.base}/api/v1/threads/1/posts", json={"body": f"Reported {word} {number}"}, timeout=20).json()["id"]
        answer = maricel.post(f"{site.base}/api/v1/posts/{post}/reports", json={"reason": reason, "note": "Please look"}, timeout=20)
        assert answer.status_code == 201
    for number in range(3):
        context, page = newcomer(site, chromium, f"Noa {'ABC'[number]}{word}")
        page.goto(site.base + "/t/1")
        page.get_by_label("Your reply").fill(f"Held {word} {number}")
        page.get_by_role("button", name="Post reply").click()
        expect(page.locator("article.post.held")).to_have_count(1)
        if number < 2:
            page.goto(site.base + "/c/social-workers/g/justice")
            page.get_by_role("button", name=re.compile("^Ask")).click()
        context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_moderator_decides_ten_mixed_items_one_after_the_other(triage, chromium, script):  # noqa: F811
    word = "linnet" if script else "dunnock"
    hold_first_posts(triage, chromium)
    ten_items(triage, chromium, word)
    context = chromium.new_context(java_script_enabled=script, locale="en-GB")
    page = own_session(triage, context, "denise.downey@example.org")
    said = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" and "409" not in m.text else None)
    page.get_by_role("navigation", name="Main").get_by_role("link", name=re.compile("Queue 10, oldest")).click()
    page.get_by_role("button", name="Start at the top of the list").click()
    decided = []
    for left in range(9, -1, -1):
        kind = page.get_by_role("heading", level=1).inner_text()
        if kind.startswith("Report"):
            if len(decided) % 2:
                page.get_by_text("Return or remove…").click()
                page.get_by_label("In your own words").fill("Please say it in another way.")
                page.get_by_role("button", name="Remove", exact=True).click()
            else:
                page.get_by_role("button", name="Keep", exact=True).click()
        elif kind.startswith("First post: "):
            page.get_by_role("button", name="Approve", exact=True).click()
        else:
            page.get_by_role("button", name="Accept").click()
        decided.append(kind)
        expect(page.locator(".banner")).to_contain_text(f"{left} left.")
    assert {k.split(":")[0].split(" ")[0] for k in decided} == {"Report", "First", "Asks"}
    expect(page.locator("main")).to_contain_text("Nothing is waiting for you")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".banner")).to_contain_text("Undone")
    page.get_by_role("button", name=re.compile("^(Approve|Accept|Keep)")).first.click()
    page.goto(triage.base + "/search?q=" + word)
    for number in range(3):
        expect(page.locator("main")).to_contain_text(f"Held {word} {number}")
    assert said == []
    context.close()


def test_two_windows_side_by_side(triage, chromium):  # noqa: F811
    maricel, raylene = triage.api("maricel.santos@example.org"), triage.api("raylene.sylliboy@example.org")
    post = raylene.post(f"{triage.base}/api/v1/threads/1/posts", json={"body": "Seen by two"}, timeout=20).json()["id"]
    assert maricel.post(f"{triage.base}/api/v1/posts/{post}/reports", json={"reason": "spam"}, timeout=20).status_code == 201
    contexts = [chromium.new_context(locale="en-GB") for _ in range(2)]
    first, second = (own_session(triage, context, address) for context, address in
                     zip(contexts, ("denise.downey@example.org", "kit.colleague@example.org")))
    for page in (first, second):
        page.goto(triage.base + QUEUE + "?kind=report")
    item = second.locator("li[data-item]").first.get_attribute("data-item")
    # Opening it claims it: the other one's list says so at once, and leads to a page without a decision to make.
    first.locator(f"li[data-item='{item}'] h3 button").click()
    expect(first.locator("#item")).to_contain_text("You are working on this")
    expect(second.locator(f"li[data-item='{item}']")).to_contain_text("Denise Downey is working on it", timeout=2_000)
    second.locator(f"li[data-item='{item}'] h3 a").click()
    expect(second.locator("#item")).to_contain_text("Denise Downey is working on this")
    expect(second.get_by_role("button", name="Keep", exact=True)).to_have_count(0)
    # A moderator who wrote a reason meanwhile keeps it, and is told of the decision where they are.
    first.get_by_role("button", name="Skip").click()
    expect(second.get_by_role("button", name="Keep", exact=True)).to_be_visible(timeout=2_000)
    second.get_by_text("Return or remove…").click()
    second.get_by_label("In your own words").fill("My dunnock words")
    first.goto(triage.base + QUEUE + "/" + item)
    first.get_by_role("button", name="Keep", exact=True).click()
    expect(first.locator(".banner")).to_contain_text("Kept as it is.")
    expect(second.locator("#item")).to_contain_text("Denise Downey kept this as it is", timeout=2_000)
    expect(second.get_by_role("button", name="Keep", exact=True)).to_have_count(0)
    expect(second.locator("#verbs")).to_contain_text("My dunnock words")
    expect(second.get_by_role("status").last).to_have_class("vh")
    for context in contexts:
        context.close()


def reported(site, text, reason="spam"):
    """A post that somebody reported."""
    maricel, raylene = site.api("maricel.santos@example.org"), site.api("raylene.sylliboy@example.org")
    post = raylene.post(f"{site.base}/api/v1/threads/1/posts", json={"body": text}, timeout=20).json()["id"]
    answer = maricel.post(f"{site.base}/api/v1/posts/{post}/reports", json={"reason": reason}, timeout=20)
    assert answer.status_code == 201
    return post


def first_item(page, site):
    page.goto(site.base + QUEUE + "?kind=report")
    page.get_by_role("button", name=re.compile("^Report:")).first.click()
    expect(page.locator("#item")).to_have_count(1)


def press(page, key):
    """Presses a key as somebody would who has read the page: a second after it was asked for."""
    page.wait_for_timeout(max(0, 1050 - page.evaluate("performance.now()")))
    page.keyboard.press(key)


def test_single_keys_are_off_until_a_moderator_turns_them_on(triage, chromium):  # noqa: F811
    reported(triage, "Keys that are off")
    context = chromium.new_context(locale="en-GB")
    page = own_session(triage, context, "kit.colleague@example.org")
    first_item(page, triage)
    here = page.url
    page.locator("h1").evaluate("h => { h.tabIndex = -1; h.focus() }")
    for key in "arxdscnuj?":
        press(page, key)
    page.wait_for_timeout(300)
    assert page.url == here and page.evaluate("document.activeElement.tagName") == "H1"
    assert page.get_by_role("button", name="Keep", exact=True).is_visible()
    context.close()
    plain = chromium.new_context(java_script_enabled=False, locale="en-GB")
    page = own_session(triage, plain, "kit.colleague@example.org")
    page.goto(triage.base + "/settings")
    page.get_by_label("Keyboard shortcuts in the moderation queue").select_option("on")
    page.locator("form:has(#keys)").get_by_role("button", name="Save").click()
    page.goto(triage.base + QUEUE)
    expect(page.locator("[data-keys]")).to_have_count(1)
    page.goto(triage.base + "/settings")
    page.get_by_label("Keyboard shortcuts in the moderation queue").select_option("off")
    page.locator("form:has(#keys)").get_by_role("button", name="Save").click()
    page.goto(triage.base + QUEUE)
    expect(page.locator("[data-keys]")).to_have_count(0)
    plain.close()


def test_a_moderator_works_with_single_keys_within_the_queue_only(triage, chromium):  # noqa: F811
    for number in range(4):
        reported(triage, f"Keyed {number}")
    context = chromium.new_context(locale="en-GB")
    page = own_session(triage, context, "denise.downey@example.org")
    said = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.goto(triage.base + QUEUE)
    page.get_by_role("button", name="Turn shortcuts on").click()
    assert page.evaluate("document.activeElement.id") == "heading"

    # On the list: up and down, and Enter opens.
    press(page, "j")
    first = triage.base + page.evaluate("document.activeElement.dataset.href")
    press(page, "ArrowDown")
    assert page.evaluate("document.activeElement.dataset.href") not in first
    press(page, "k")
    assert page.evaluate("document.activeElement.dataset.href") in first
    press(page, "Enter")
    page.wait_for_url(first + "#heading")
    first = page.url

    # Outside the queue, with a modifier, in a field, while composing or held down, no key does anything.
    page.locator("a.site").focus()
    for key in "asu":
        press(page, key)
    page.locator("h1").focus()
    for key in ("Control+s", "Alt+s", "Meta+s", "Shift+s"):
        press(page, key)
    page.locator("h1").dispatch_event("keydown", {"key": "s", "isComposing": True, "bubbles": True})
    page.locator("h1").dispatch_event("keydown", {"key": "s", "repeat": True, "bubbles": True})
    page.get_by_text("Return or remove…").click()
    page.locator("#stock").focus()
    press(page, "s")
    # There a letter chooses a reason that begins with it.
    page.locator("#stock").select_option(index=0)
    page.wait_for_timeout(300)
    assert page.url == first

    # n leads to the note, where letters are letters.
    page.locator("h1").focus()
    press(page, "n")
    page.keyboard.type("as usual?")
    expect(page.get_by_label("Note for the people who decide here (n)")).to_have_value("as usual?")
    page.get_by_label("Note for the people who decide here (n)").fill("")
    assert page.url == first

    # ? opens the list, opened is claimed, and what needs a reason asks for it.
    page.locator("h1").focus()
    press(page, "?")
    expect(page.get_by_text("Go to the note")).to_be_visible()
    assert faults_now(page) == []
    expect(page.locator("#item")).to_contain_text("You are working on this")
    press(page, "x")
    expect(page.get_by_label("In your own words")).to_be_focused()
    page.keyboard.type("It sells.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".banner")).to_contain_text("Removed.")
    assert page.evaluate("document.activeElement.id") == "heading" and page.url != first
    expect(page.locator(".banner")).to_be_in_viewport()

    # A second press at once decides nothing that nobody has read; then a approves (or keeps what was reported), and u undoes.
    second = page.locator("#item").get_attribute("data-item")
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert page.locator("#item").get_attribute("data-item") == second
    press(page, "a")
    expect(page.locator(".banner")).to_contain_text(re.compile("Approved.|Kept as it is."))
    press(page, "u")
    expect(page.locator(".banner")).to_contain_text("Undone")
    assert page.locator("#item").get_attribute("data-item") == second
    press(page, "s")
    expect(page.locator(".banner")).to_contain_text("Skipped")
    assert said == []
    context.close()


def test_a_key_that_closes_a_worry_asks_for_its_note_first(triage, chromium):  # noqa: F811
    reported(triage, "Worried and keyed", "worried")
    context = chromium.new_context(locale="en-GB")
    page = own_session(triage, context, "denise.downey@example.org")
    page.goto(triage.base + QUEUE)
    if page.get_by_role("button", name="Turn shortcuts on").count():
        page.get_by_role("button", name="Turn shortcuts on").first.click()
    page.get_by_role("button", name="Report: I am worried about this person").first.click()
    note = page.get_by_label("Note for the people who decide here (n)")
    expect(note).to_be_hidden()
    press(page, "r")
    expect(note).to_be_focused()
    page.locator("h1").focus()
    page.get_by_text("Write a note and close…").click()
    expect(note).to_be_hidden()
    page.locator("h1").focus()
    press(page, "d")
    expect(note).to_be_focused()
    page.keyboard.type("I rang them.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".banner")).to_contain_text("Closed: someone is looking after them.")
    context.close()


@pytest.mark.parametrize("scheme,width", [("light", 320), ("dark", 1280)])
def test_the_queue_is_accessible_and_fits(triage, chromium, scheme, width):  # noqa: F811
    maricel, raylene = triage.api("maricel.santos@example.org"), triage.api("raylene.sylliboy@example.org")
    post = raylene.post(f"{triage.base}/api/v1/threads/1/posts", json={"body": f"To look at, {scheme}"}, timeout=20).json()["id"]
    assert maricel.post(f"{triage.base}/api/v1/posts/{post}/reports", json={"reason": "worried", "note": "Look"}, timeout=20).status_code == 201
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, locale="en-GB")
    page = own_session(triage, context, "denise.downey@example.org")
    page.goto(triage.base + QUEUE)
    item = page.get_by_role("button", name=re.compile("^Report:")).first.get_attribute("data-href")
    # A phone's first screen leads to the queue, with the menu closed.
    expect(page.get_by_role("link", name=re.compile("^Queue .*oldest"))).to_be_in_viewport()
    faults = []
    for path in (QUEUE, QUEUE + "?state=decided", item, f"/p/{post}/report", "/queue"):
        faults += faults_of(page, triage, path)
    reporter = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, locale="en-GB")
    theirs = own_session(triage, reporter, "maricel.santos@example.org")
    theirs.goto(f"{triage.base}/p/{post}/report")
    theirs.get_by_label("I am worried about this person").check()
    theirs.get_by_role("button", name="Send the report").click()
    expect(theirs.get_by_role("heading", name="If someone may be in danger")).to_be_visible()
    faults += faults_now(theirs)
    reporter.close()
    assert faults == []
    context.close()
