"""The number of characters left, as the script shows it to those who write."""
import re

from playwright.sync_api import expect

from weigh import MEMBER, long_thread, signed_in


def test_the_count_shows_once_three_quarters_are_used_and_goes_when_they_are_not(demo, chromium):
    context = chromium.new_context(storage_state=signed_in(chromium, demo.base, MEMBER), locale="en-GB")
    page = context.new_page()
    page.goto(demo.base + long_thread(demo, MEMBER))
    area = page.locator("textarea[data-limit]").last
    limit, line = int(area.get_attribute("data-limit")), page.locator("[data-count]").last
    expect(line).to_be_hidden()
    area.fill("x" * (limit - 1_200))
    expect(line).to_be_visible()
    expect(line).to_have_text(re.compile(r"1,200"))
    area.fill("x" * (limit + 5))
    expect(line).to_have_class(re.compile(r"\bover\b"))
    expect(line).to_have_text(re.compile(r"\b5\b"))
    area.fill("A short word.")
    expect(line).to_be_hidden()
    area.fill("x" * (limit - 10))
    expect(line).to_have_text(re.compile(r"\b10\b"))
    expect(line).not_to_have_class(re.compile(r"\bover\b"))
    context.close()
