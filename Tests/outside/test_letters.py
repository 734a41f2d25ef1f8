"""Every kind of mail as a browser shows it on a phone: the golden files of the HTML parts."""
import pathlib

import pytest
from axe_playwright_python.sync_playwright import Axe

from judge import OVERFLOW, RULES, SMALL

LETTERS = sorted((pathlib.Path(__file__).parent.parent / "Golden/mail").glob("*.html"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_mail_fits_a_phone_and_is_accessible(chromium, scheme):
    assert len(LETTERS) > 100
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640})
    page = context.new_page()
    faults = []
    for letter in LETTERS:
        page.goto(letter.as_uri())
        if page.evaluate(OVERFLOW) > 0:
            faults.append(f"{letter.name}: {page.evaluate(OVERFLOW)} px too wide")
        faults += [f"{letter.name}: under 44 px: {part}" for part in page.evaluate(SMALL)]
        # The French ones are built of the same parts.
        if letter.name.endswith(".fr.html"):
            continue
        for found in Axe().run(page, options=RULES).response["violations"]:
            faults.append(f"{letter.name}: {found['id']} {found['nodes'][0]['html'][:160]}")
    assert faults == []
    context.close()
