"""What a person does, in a real browser: with and without JavaScript, in light and dark, at 320 pixels."""
import re

import pytest
from playwright.sync_api import expect

from conftest import PASSWORD, faults_of
from judge import small


def sign_in(page, site, address):
    page.goto(site.base + "/sign-in")
    form = page.locator("form:has(input[type=password])")
    form.locator("input[type=email], input[name=email]").fill(address)
    form.locator("input[type=password]").fill(PASSWORD)
    form.locator("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What’s new")


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_newcomer_signs_up_joins_asks_answers_edits_searches_and_catches_up(demo, chromium, script):
    context = chromium.new_context(java_script_enabled=script, locale="en-GB")
    page = context.new_page()
    said = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    address = f"nora.newcomer.{'js' if script else 'plain'}@example.org"
    name = f"Nora Newcomer {'Script' if script else 'Plain'}"

    page.goto(demo.base + "/")
    page.get_by_role("link", name="Sign up").first.click()
    page.get_by_label("Email address").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("6-digit code").fill(demo.code_for(address))
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Step 2 of 4")

    page.goto(demo.base + "/c/social-workers")
    page.get_by_role("link", name=re.compile("^Join")).or_(page.get_by_role("button", name=re.compile("^Join"))).first.click()
    page.locator("input[type=checkbox]").first.check()
    page.get_by_role("button", name=re.compile("^Join")).click()

    page.goto(demo.base + "/c/social-workers/g/housing-and-poverty")
    page.get_by_role("link", name="Start a discussion").first.click()
    page.get_by_label("Question", exact=False).first.check()
    title = f"How do you ask about arrears kindly, {name.split()[-1]}?"
    page.get_by_label("Title").fill(title)
    page.get_by_label("Your post").fill("I want to ask **early**, without shame.\n\n<b>not bold</b>")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", name="Preview")).to_be_visible()
    page.get_by_role("button", name="Post", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".prose strong").first).to_have_text("early")
    expect(page.locator(".prose").first).to_contain_text("<b>not bold</b>")
    thread = page.url.split("#")[0].split("?")[0]

    page.get_by_label("Your reply").fill("I found that a quiet corner helps.")
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator("article.post")).to_have_count(2)
    mine = page.locator("article.post").last
    mine.locator("summary").click()
    mine.get_by_role("link", name="Edit").click()
    page.get_by_label("Your post").fill("I found that a quiet corner and tea help. The word is marmalade" + ("js" if script else "plain") + ".")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("article.post").last).to_contain_text("tea help")
    for pressed in ("Bookmark", "Remove the bookmark"):
        mine.locator("summary").last.click()
        mine.get_by_role("button", name=pressed).click()
        expect(mine.get_by_role("link", name="Bookmarked")).to_have_count(int(pressed == "Bookmark"))

    page.goto(demo.base + "/search?q=marmalade" + ("js" if script else "plain"))
    page.get_by_role("link", name=title).first.click()
    assert page.url.startswith(thread)

    session = demo.api("raylene.sylliboy@example.org")
    answer = session.post(f"{demo.base}/api/v1/threads/{thread.rsplit('/', 1)[1]}/posts", json={"body": "Thank you for asking."}, timeout=20)
    assert answer.status_code == 201
    page.goto(demo.base + "/")
    expect(page.get_by_role("link", name=title)).to_be_visible()
    page.get_by_role("button", name="I’m caught up").click()
    expect(page.get_by_role("link", name=title)).to_have_count(0)
    assert said == []
    context.close()


def test_a_draft_is_saved_while_typing_and_found_on_another_device(demo, chromium):
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    sign_in(page, demo, "maricel.santos@example.org")
    page.goto(demo.base + "/c/social-workers/new-thread")
    page.get_by_label("Title").fill("A thought that is not finished")
    page.get_by_label("Your post").fill("It begins like this")
    expect(page.locator("[data-draft-status]")).to_contain_text("Draft saved", timeout=15_000)
    other = chromium.new_context(java_script_enabled=False, locale="en-GB")
    plain = other.new_page()
    sign_in(plain, demo, "maricel.santos@example.org")
    plain.goto(demo.base + "/drafts")
    expect(plain.locator("main")).to_contain_text("A thought that is not finished")
    context.close()
    other.close()


def test_the_toolbar_makes_lists_and_links_and_posts_no_sample(demo, chromium):
    page = chromium.new_context(locale="en-GB").new_page()
    sign_in(page, demo, "maricel.santos@example.org")
    page.goto(demo.base + "/c/social-workers/new-thread")
    text = page.locator("#body")

    def tool(name):
        page.locator(f"[data-md={name}]").click()

    def select(start, end):
        text.evaluate("(area, [start, end]) => area.setSelectionRange(start, end)", [start, end])

    text.fill("one\n• two\n\n3) three\nafter")
    select(0, 20)
    tool("list")
    expect(text).to_have_value("- one\n- two\n- three\nafter")
    select(0, 19)
    tool("numbers")
    expect(text).to_have_value("1. one\n2. two\n3. three\nafter")

    text.fill("")
    text.press_sequentially("- milk")
    text.press("Enter")
    text.press_sequentially("bread")
    text.press("Enter")
    text.press("Enter")
    text.press_sequentially("end")
    expect(text).to_have_value("- milk\n- bread\nend")

    text.fill("see the sheet now")
    select(4, 13)
    tool("link")
    expect(page.get_by_label("Words to show")).to_have_value("the sheet")
    expect(page.locator("#link-address")).to_be_focused()
    page.locator("#link-address").press_sequentially("docs.example/x(1)")
    page.keyboard.press("Enter")
    expect(text).to_have_value("see [the sheet](<https://docs.example/x(1)>) now")

    text.fill("")
    tool("link")
    page.locator("[data-link-add]").click()
    expect(text).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator("[data-link]")).to_be_hidden()
    expect(text).to_be_focused()


def test_an_address_that_leads_to_the_reply_box_puts_the_focus_there(demo, chromium):
    page = chromium.new_context(locale="en-GB").new_page()
    sign_in(page, demo, "maricel.santos@example.org")
    page.goto(demo.base + "/t/1#reply")
    expect(page.locator("#reply textarea")).to_be_focused()
    page.goto(demo.base + "/t/1")
    page.locator("a[href*='?reply=']").first.click()
    expect(page).to_have_url(re.compile(r"\?reply=\d+#reply$"))
    expect(page.locator("#reply textarea")).to_be_focused()
    page.context.close()


PAGES = [
    "/", "/new", "/communities", "/c/social-workers", "/c/social-workers/members", "/c/social-workers/g/housing-and-poverty",
    "/c/social-workers/g/what-we-carry", "/c/social-workers/new-thread", "/t/1", "/t/3", "/search?q=housing", "/drafts", "/settings",
    "/p/1/history", "/welcome", "/welcome/communities", "/welcome/digest", "/welcome/hello", "/bookmarks", "/settings/mail", "/gatherings", "/c/social-workers/gatherings", "/c/social-workers/gatherings/new",
    "/c/social-workers/gatherings/new-series", "/c/social-workers/queue", "/c/social-workers/about", "/me/learning", "/me/learning/new", "/nowhere",
]
VISITOR_PAGES = ["/", "/sign-in", "/sign-up", "/reset", "/communities", "/c/social-workers", "/t/1", "/search?q=housing", "/help", "/privacy", "/accessibility", "/nowhere"]


# What looks for faults is a script itself: without the site's own means that this one comes empty.
@pytest.mark.parametrize("scheme,width,script", [("light", 320, True), ("dark", 1280, True), ("dark", 320, False), ("light", 1280, False)])
@pytest.mark.parametrize("who", ["visitor", "raylene.sylliboy@example.org"])
def test_every_page_is_accessible_and_fits_with_room_for_a_thumb(demo, chromium, scheme, width, script, who):
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, locale="en-GB")
    page = context.new_page()
    if not script:
        page.route(re.compile(r"/assets/[^/]*\.js$"), lambda route: route.fulfill(body="", content_type="text/javascript"))
    if who != "visitor":
        sign_in(page, demo, who)
    faults = []
    for path in VISITOR_PAGES if who == "visitor" else PAGES:
        said = []
        page.on("console", lambda m, said=said: said.append(m.text) if m.type == "error" and "404" not in m.text else None)
        faults += faults_of(page, demo, path) + small(page)
        faults += [f"{path}: {line}" for line in said]
    assert faults == []
    context.close()


@pytest.mark.parametrize("scheme,width", [("light", 320), ("dark", 320), ("light", 1280), ("dark", 1280)])
def test_every_component_of_the_style_guide_is_accessible_and_fits_with_room_for_a_thumb(demo, chromium, scheme, width):
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, locale="en-GB")
    page = context.new_page()
    sign_in(page, demo, "heather.macisaac@example.org")
    assert faults_of(page, demo, "/styleguide") + small(page) == []
    expect(page.locator("section.sample")).not_to_have_count(0)
    context.close()


def test_a_french_reader_gets_french_pages(demo, chromium):
    context = chromium.new_context(locale="fr-CA")
    page = context.new_page()
    page.goto(demo.base + "/sign-in")
    assert page.locator("html").get_attribute("lang") == "fr"
    expect(page.get_by_role("heading", level=1)).to_contain_text("connecter")
    context.close()
