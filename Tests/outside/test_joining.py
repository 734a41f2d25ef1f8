"""Someone new, from the link of an invitation to their first hello: every step in a real browser, with and without JavaScript."""
import re

import pytest
from playwright.sync_api import expect

from conftest import faults_now
from effort import Effort


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_someone_new_comes_from_an_invitation_to_a_first_hello_in_at_most_eight_pages(demo, chromium, script):
    link = demo.invitation("heather.macisaac@example.org", "social-workers")
    context = chromium.new_context(java_script_enabled=script, locale="en-GB", timezone_id="America/Halifax")
    page = context.new_page()
    loads, said = [], []
    page.on("response", lambda r: loads.append(r.url) if r.request.is_navigation_request() and r.status in (200, 422) else None)
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    address = f"june.arsenault.{'js' if script else 'plain'}@example.org"
    name = "June Arsenault" if script else "Ada Arsenault"

    def reached(heading):
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page).to_have_title(re.compile("^" + re.escape(heading)))
        # The scan itself is a script, which a browser without JavaScript does not run.
        assert not script or faults_now(page) == []

    page.goto(demo.base + link)
    page.get_by_role("link", name="Sign up to join").click()
    page.get_by_label("Email address").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("6-digit code").fill(demo.code_for(address))
    page.get_by_role("button", name="Continue").click()

    steps = Effort(page)
    reached("Step 1 of 4: Who are you?")
    steps.read()
    steps.fill(page.get_by_label("Your name"), name)
    steps.fill(page.get_by_label("What you do"), "School nurse")
    steps.press(page.get_by_role("button", name="Create account"))

    reached("Step 2 of 4: Where do you want to take part?")
    steps.read()
    invited = page.locator(".choices > li").first
    expect(invited).to_contain_text("You are invited")
    expect(invited.locator("input[name=place]")).to_be_checked()
    steps.press(invited.locator("summary"))
    steps.press(invited.get_by_label(re.compile("I have read the agreement")))
    steps.press(page.get_by_role("button", name="Save and continue"))

    reached("Step 3 of 4: When do you want your email?")
    expect(page.get_by_label("Each day from Monday to Friday")).to_be_checked()
    expect(page.get_by_label("Time of day")).to_have_value("7")
    # The browser is asked for its zone, if there is a script to ask it.
    expect(page.get_by_label("Time zone")).to_have_value("America/Halifax" if script else "Europe/London")
    steps.read()
    page.get_by_label("Time zone").select_option("America/Halifax")
    steps.press(page.get_by_role("button", name="Save and continue"))

    reached("Step 4 of 4: Say hello")
    steps.read()
    expect(page.get_by_label("Title")).to_have_value(f"Hello from {name}")
    expect(page.get_by_label("Your post")).to_have_value(re.compile("School nurse"))
    expect(page.locator("main")).to_contain_text("Anyone on the internet can read this")
    steps.press(page.get_by_role("button", name="Post", exact=True))

    expect(page.get_by_role("heading", level=1)).to_contain_text("What’s new")
    # The community's agreement comes on top: it has the length that its people gave it.
    assert steps.seconds < 120, steps.seconds
    print(f"the four steps: {steps.seconds:.0f} s")
    guide = page.locator(".first-days")
    expect(page.get_by_role("status").first).to_contain_text("hello")
    expect(guide).to_contain_text("Your next digest comes")
    expect(guide.get_by_role("link", name="Introduce yourself", exact=True)).to_have_count(0)
    assert not script or faults_now(page) == []
    assert len(loads) <= 8, loads
    assert said == []
    context.close()
