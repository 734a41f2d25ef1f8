"""What a calendar takes from the file of a gathering: strict readers take it without a complaint, before and after every kind of change."""
import datetime
import re

import icalendar
import pytest
import requests
import vobject

from conftest import PASSWORD

TITLE = "Winter round; herons, grebes \\ and the rest of all that flies above cold water 🪶 très près d’ici"
PLACE = "Hall 3; first door, left"


HOST = "raylene.sylliboy@example.org"


@pytest.fixture(scope="module")
def host(demo):
    """A facilitator, by the API."""
    return demo.api(HOST)


@pytest.fixture(scope="module")
def browser(demo):
    """The same, as a browser that is signed in."""
    session = requests.Session()
    token = re.search(r'name="token" value="([^"]+)"', session.get(demo.base + "/sign-in", timeout=20).text).group(1)
    form = {"token": token, "email": HOST, "password": PASSWORD}
    assert session.post(demo.base + "/sign-in", data=form, timeout=20).status_code == 200
    return session


def plan(site, host, group="commons", **other):
    start = (datetime.date.today() + datetime.timedelta(days=30)).isoformat() + "T12:30"
    body = {"title": TITLE, "group": group, "start": start, "zone": "America/Halifax", "minutes": 60, "mode": "hybrid", "place": PLACE,
            "joinLink": "https://meet.example.org/secret", "purpose": "Why we meet."}
    answer = host.post(site.base + "/api/v1/communities/social-workers/gatherings", json=body | other, timeout=20)
    assert answer.status_code == 201, answer.text
    return answer.json()


def read(site, browser, date):
    """The one event of the file, as both readers have it."""
    answer = browser.get(f"{site.base}/t/{date['thread']}.ics", timeout=20)
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.content)
    assert not calendar.errors and all(not part.errors for part in calendar.walk())
    (event,) = calendar.walk("VEVENT")
    other = vobject.readOne(answer.content.decode()).vevent
    assert other.summary.value == str(event["SUMMARY"]) and other.dtstart.value == event["DTSTART"].dt
    assert other.dtend.value == event["DTEND"].dt and other.uid.value == str(event["UID"])
    assert b"meet.example.org" not in answer.content
    return event


def test_file(demo, host, browser):
    date = plan(demo, host)
    event = read(demo, browser, date)
    assert str(event["SUMMARY"]) == TITLE and str(event["LOCATION"]) == PLACE and event["SEQUENCE"] == 0
    assert event["DTSTART"].dt.isoformat() == date["start"].replace(".000Z", "+00:00")
    uid = str(event["UID"])
    for change, expected in [({"minutes": 90}, "CONFIRMED"), ({"title": "Moved, again"}, "CONFIRMED"), ({"state": "cancelled"}, "CANCELLED")]:
        before = event["SEQUENCE"]
        path = f"{demo.base}/api/v1/gatherings/{date['id']}"
        date = host.patch(path, json=change | {"version": date["version"]}, timeout=20).json()
        event = read(demo, browser, date)
        assert str(event["UID"]) == uid and event["SEQUENCE"] > before and str(event["STATUS"]) == expected


def test_confidential(demo, host, browser):
    event = read(demo, browser, plan(demo, host, group="what-we-carry"))
    assert "Winter" not in str(event["SUMMARY"]) and "Carry" not in str(event["SUMMARY"])
    assert "LOCATION" not in event and "URL" not in event
