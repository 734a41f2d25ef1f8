"""From an empty data folder to a community with three invited members, in a real browser, as a person without a manual would: pages
loaded, fields filled in or ticked, and presses."""
import re
import time

import pytest
from playwright.sync_api import expect

from conftest import PASSWORD, faults_now
from effort import Effort

# What it takes today, with JavaScript and without: pages, fields, presses. A step more must be worth it.
ADMINISTRATOR, MEMBER = (18, 7, 17), (6, 4, 6)
# The same of the administrator in minutes, at most; the model's agreement is not read to its end.
MINUTES = 10


class Person:
    """A page that counts the documents it loads, redirects left out, and what its reader does on it."""

    def __init__(self, chromium, **options):
        self.context = chromium.new_context(locale="en-GB", **options)
        self.has_scripts = options["java_script_enabled"]
        self.page = self.context.new_page()
        self.page.set_default_timeout(8000)
        self.loads = self.fields = self.presses = 0
        self.effort = Effort(self.page)
        self.page.on("domcontentloaded", lambda _: self.loaded())

    def loaded(self):
        self.loads += 1

    @property
    def counts(self):
        return self.loads, self.fields, self.presses

    def look(self):
        """What looks for faults is a script itself."""
        assert not self.has_scripts or faults_now(self.page) == []

    def press(self, role, name):
        self.push(self.page.get_by_role(role, name=name).first)

    def push(self, part):
        self.presses += 1
        self.effort.read_once()
        self.effort.press(part)

    def fill(self, label, text):
        self.fields += 1
        self.effort.read_once()
        self.effort.fill((self.page.get_by_label(label) if isinstance(label, str) else label).first, text)

    def tick(self, part):
        self.fields += 1
        part.check()
        self.effort.seconds += Effort.DECISION + Effort.PRESS


def administrator(person, link):
    """The five steps, as the pages lead to them. Returns the link that invites."""
    page = person.page
    page.goto(link)
    person.look()
    person.press("link", "Create the first account")
    person.fill("Your name", "Sam Admin")
    person.fill("Your email address", "sam@college.example")
    person.fill("Choose a password", PASSWORD)
    person.press("button", "Create account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up this site")
    person.press("link", "Say who runs this site")
    person.fill(page.locator("#organisation-en"), "The College")
    person.press("button", "Save")
    expect(page.locator("footer")).to_contain_text("The College")
    go_on(person)
    person.press("link", "Send yourself a test email")
    person.press("button", "Send me a test email")
    go_on(person)
    person.press("link", "Add the first community")
    person.fill("Name", "Community nursing")
    person.tick(page.locator("input[name=joining][value=open]"))
    person.push(page.locator("main button[data-busy]").last)
    expect(page.get_by_role("heading", name="What to do next")).to_be_visible()
    person.look()
    person.press("button", "Use our model and edit it")
    expect(page.locator("#agreement")).to_have_value(re.compile("Confidential"))
    go_on(person)
    person.press("link", "Invite people")
    person.fill(page.locator("#uses"), "3")
    person.push(page.locator("#invite form button").first)
    link = re.compile(r"https?://[^\s\"<]+/i/[^\s\"<]+")
    for _ in range(100):
        found = link.search(page.content())
        if found:
            return found.group()
        page.wait_for_timeout(50)
    raise AssertionError("no link that invites")


def go_on(person):
    person.press("link", "What’s new")
    person.press("link", re.compile("^Go on with setup"))


def member(person, site, invitation, number):
    page, address = person.page, f"member{number}@college.example"
    page.goto(site.base + "/i/" + invitation.rsplit("/i/", 1)[1])
    person.push(page.locator("main a[href^='/sign-up']"))
    person.fill("Email address", address)
    person.press("button", "Send me a code")
    person.fill("6-digit code", site.code_for(address))
    person.press("button", "Continue")
    person.fill("Your name", ["Ann Okafor", "Bea Lind", "Cy Novak"][number])
    person.press("button", "Create account")
    place = page.locator(".choices > li").first
    person.push(place.locator("summary"))
    person.tick(place.get_by_label(re.compile("I have read the agreement")))
    person.press("button", "Save and continue")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Step 3 of 4")


@pytest.mark.parametrize("scripts", [False, True])
def test_an_empty_folder_becomes_a_community_with_three_members(empty_site, chromium, scripts):
    link = empty_site.start_empty()
    begun = time.monotonic()
    admin = Person(chromium, java_script_enabled=scripts)
    invitation = administrator(admin, link)
    efforts = []
    for number in range(3):
        person = Person(chromium, java_script_enabled=scripts)
        member(person, empty_site, invitation, number)
        efforts.append((person.counts, f"{person.effort.seconds / 60:.1f} min"))
        person.context.close()
    effort, minutes = admin.counts, admin.effort.seconds / 60
    print(f"pages, fields, presses: administrator {effort}, {minutes:.1f} min; members {efforts}; {time.monotonic() - begun:.1f} s of machine time")
    admin.page.goto(empty_site.base + "/c/community-nursing/members")
    for name in ("Ann Okafor", "Bea Lind", "Cy Novak"):
        expect(admin.page.locator("main")).to_contain_text(name)
    mails = [m for m in empty_site.mails_to("sam@college.example") if "Test email" in m["Subject"]]
    assert len(mails) == 1
    assert all(now <= then for now, then in zip(effort, ADMINISTRATOR)), effort
    assert minutes <= MINUTES, minutes
    assert all(now <= then for one, _ in efforts for now, then in zip(one, MEMBER)), efforts
    admin.page.goto(link)
    expect(admin.page.locator("main")).to_contain_text("5 of 5 steps done")
    admin.page.goto(empty_site.base + "/setup")
    admin.press("button", "Finish setup")
    admin.page.goto(link)
    expect(admin.page.locator("main")).not_to_contain_text("steps done")
    admin.context.close()
