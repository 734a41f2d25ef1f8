"""From an empty data folder to a community with three invited members, in a real browser: pages loaded, and no manual read."""
import re
import subprocess
import time

import pytest
from playwright.sync_api import expect

from conftest import PASSWORD, PRAXIS, faults_now

# What it takes today, without JavaScript; a step more must be worth it.
ADMINISTRATOR_LOADS, MEMBER_LOADS = 20, 8


def started(site):
    """Starts the server as a person does, and reads what it prints to them."""
    site.process = subprocess.Popen(
        [PRAXIS, "serve", "--port", "0"], env=site.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in site.process.stdout:
        found = re.search(r"ready at (http://127\.0\.0\.1:\d+)", line)
        site.base = found.group(1) if found else site.base
        link = re.search(r"(/setup/\S+)", line)
        if link:
            site.drain = subprocess.Popen(["cat"], stdin=site.process.stdout, stdout=subprocess.DEVNULL)
            return site.base + link.group(1)
    raise AssertionError("no link to the setup was printed")


class Loads:
    """A page that counts the documents it loads, redirects left out."""

    def __init__(self, chromium, **options):
        self.context = chromium.new_context(locale="en-GB", **options)
        self.has_scripts = options["java_script_enabled"]
        self.page = self.context.new_page()
        self.page.set_default_timeout(8000)
        self.count = 0
        self.page.on("domcontentloaded", lambda _: self.add())

    def add(self):
        self.count += 1

    def look(self):
        """What looks for faults is a script itself."""
        assert not self.has_scripts or faults_now(self.page) == []

    def press(self, role, name):
        self.page.get_by_role(role, name=name).first.click()


def administrator(loads, link):
    """The five steps, as the pages lead to them. Returns the link that invites."""
    page = loads.page
    page.goto(link)
    loads.look()
    loads.press("link", "Create the first account")
    page.get_by_label("Your name").fill("Sam Admin")
    page.get_by_label("Your email address").fill("sam@college.example")
    page.get_by_label("Choose a password").fill(PASSWORD)
    loads.press("button", "Create account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up this site")
    loads.press("link", "Say who runs this site")
    page.locator("#organisation-en").fill("The College")
    loads.press("button", "Save")
    expect(page.locator("footer")).to_contain_text("The College")
    go_on(loads)
    loads.press("link", "Send yourself a test email")
    loads.press("button", "Send me a test email")
    go_on(loads)
    loads.press("link", "Add the first community")
    page.get_by_label("Name").first.fill("Community nursing")
    page.locator("input[name=joining][value=open]").check()
    page.locator("main button[data-busy]").last.click()
    expect(page.get_by_role("heading", name="What to do next")).to_be_visible()
    loads.look()
    loads.press("button", "Use our model and edit it")
    expect(page.locator("#agreement")).to_have_value(re.compile("Confidential"))
    go_on(loads)
    loads.press("link", "Invite people")
    page.locator("#uses").fill("3")
    page.locator("#invite form button").first.click()
    return re.search(r"https?://[^\s\"<]+/i/[^\s\"<]+", page.content()).group()


def go_on(loads):
    loads.press("link", "What’s new")
    loads.press("link", re.compile("^Go on with setup"))


def member(loads, site, invitation, number):
    page, address = loads.page, f"member{number}@college.example"
    page.goto(site.base + "/i/" + invitation.rsplit("/i/", 1)[1])
    page.locator("main a[href^='/sign-up']").click()
    page.get_by_label("Email address").fill(address)
    loads.press("button", "Send me a code")
    page.get_by_label("6-digit code").fill(site.code_for(address))
    loads.press("button", "Continue")
    page.get_by_label("Your name").fill(["Ann Okafor", "Bea Lind", "Cy Novak"][number])
    loads.press("button", "Create account")
    place = page.locator(".choices > li").first
    place.locator("summary").click()
    place.get_by_label(re.compile("I have read the agreement")).check()
    loads.press("button", "Save and continue")


@pytest.mark.parametrize("scripts", [False, True])
def test_an_empty_folder_becomes_a_community_with_three_members(empty_site, chromium, scripts):
    link = started(empty_site)
    begun = time.monotonic()
    admin = Loads(chromium, java_script_enabled=scripts)
    invitation = administrator(admin, link)
    loads = []
    for number in range(3):
        person = Loads(chromium, java_script_enabled=scripts)
        member(person, empty_site, invitation, number)
        loads.append(person.count)
        person.context.close()
    print(f"administrator: {admin.count} pages; members: {loads} pages; {time.monotonic() - begun:.1f} s of machine time")
    admin.page.goto(empty_site.base + "/c/community-nursing/members")
    for name in ("Ann Okafor", "Bea Lind", "Cy Novak"):
        expect(admin.page.locator("main")).to_contain_text(name)
    mails = [m for m in empty_site.mails_to("sam@college.example") if "Test email" in m["Subject"]]
    assert len(mails) == 1
    assert admin.count <= ADMINISTRATOR_LOADS and max(loads) <= MEMBER_LOADS
    admin.page.goto(link)
    expect(admin.page.locator("main")).to_contain_text("5 of 5 steps done")
    admin.page.goto(empty_site.base + "/setup")
    admin.press("button", "Finish setup")
    admin.page.goto(link)
    expect(admin.page.locator("main")).not_to_contain_text("steps done")
    admin.context.close()
