"""What the contact sheet leaves out."""
import re

from conftest import ROOT
from picture_pages import EMPTY, NO_PAGE, PAGES, STEPS

# What is saved and what programs read is no page.
FILES = (".csv", ".ics")


def routes():
    """The addresses that pages are asked for at."""
    for line in (ROOT / "Tests/Golden/routes.txt").read_text().splitlines():
        method, path, *_ = line.split()
        if method == "GET" and not path.startswith(("/api/", "/assets/")) and not path.endswith(FILES):
            yield path


def pictured():
    """Addresses of the contact sheet, as they are asked for."""
    named = {"{invitation}": "/i/x", "{maillink}": "/u/x", "{setup}": "/setup/x"}
    for path in [page[1] for page in PAGES + EMPTY] + [page[4] for page in STEPS]:
        path = path.split("?")[0]
        for name, address in named.items():
            path = path.replace(name, address)
        yield re.sub(r"{\w+}", "1", path)


def test_every_page_is_on_the_contact_sheet():
    seen = set(pictured())

    def is_seen(route):
        pattern = re.compile("/".join("[^/]+" if part.startswith("{") else re.escape(part) for part in route.split("/")))
        return any(pattern.fullmatch(path) for path in seen)

    missing = [route for route in routes() if not is_seen(route) and route not in NO_PAGE]
    assert missing == []
    assert [route for route in NO_PAGE if route not in routes()] == []
