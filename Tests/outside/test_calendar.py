"""What calendars take from the files and feeds of gatherings: strict readers take them without a complaint, before and after every kind of change."""
import datetime
import re

import icalendar
import pytest
import requests
import vobject

from calendars import UTC, in_khal, occurrences, strictly
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


# What programs make of a series, after every kind of change.

WEEKS = 40


def series(site, host, zone="America/Halifax", **other):
    """A series of every Tuesday without an end, over both nights on which clocks change."""
    day = datetime.date.today() + datetime.timedelta(days=7)
    day += datetime.timedelta(days=(1 - day.weekday()) % 7)
    body = {"name": "Herons, grebes; and “more”", "purpose": "Why we meet.", "group": "commons", "rule": "FREQ=WEEKLY;BYDAY=TU",
            "start": f"{day}T12:30", "zone": zone, "minutes": 60, "mode": "hybrid", "place": PLACE, "joinLink": "https://meet.example.org/secret"}
    answer = host.post(site.base + "/api/v1/communities/social-workers/series", json=body | other, timeout=60)
    assert answer.status_code == 201, answer.text
    return answer.json()


def feed(site, host):
    """The address of a member's calendar, at the port where the site listens."""
    url = host.get(site.base + "/api/v1/me/calendar", timeout=20).json()["url"]
    return site.base + url[url.index("/calendar/"):]


def listed(site, host, path):
    """The dates that the API lists, all pages of them."""
    found, cursor = [], ""
    while cursor is not None:
        page = host.get(f"{site.base}/api/v1{path}&limit=100{cursor and '&cursor=' + cursor}", timeout=60).json()
        found, cursor = found + page["items"], page["next"]
    return found


class Watch:
    """A series, its file and the feeds in which it is, looked at again after every change."""

    def __init__(self, site, host, browser, folder, **other):
        self.site, self.host, self.browser, self.folder, self.turn = site, host, browser, folder, 0
        self.id = series(site, host, **other)["id"]
        self.begin = datetime.datetime.now(UTC)
        self.end = self.begin + datetime.timedelta(weeks=WEEKS)
        self.known, self.feed = {}, feed(site, host)

    def dates(self):
        return listed(self.site, self.host, f"/communities/social-workers/gatherings?series={self.id}")

    def change(self, date, **change):
        path = f"{self.site.base}/api/v1/gatherings/{date['id']}"
        version = self.host.get(path, timeout=20).json()["version"]
        answer = self.host.patch(path, json=change | {"version": version}, timeout=60)
        assert answer.status_code == 200, answer.text

    def change_all(self, **change):
        path = f"{self.site.base}/api/v1/series/{self.id}"
        version = self.host.get(path, timeout=20).json()["version"]
        answer = self.host.patch(path, json=change | {"version": version}, timeout=60)
        assert answer.status_code == 200, answer.text

    def skip(self, date):
        assert self.host.delete(f"{self.site.base}/api/v1/gatherings/{date['id']}", timeout=20).status_code == 204

    def shown(self, dates):
        """What calendars are to show of dates of the API."""
        starts = [(datetime.datetime.fromisoformat(date["start"].replace("Z", "+00:00")), date) for date in dates]
        return sorted((start, ("Cancelled: " if date["state"] == "cancelled" else "") + date["title"])
                      for start, date in starts if self.begin <= start < self.end)

    def look(self, isChanged=True):
        """All programs see what the API lists, under identifiers that stay and numbers that rise."""
        self.turn += 1
        answer = self.browser.get(f"{self.site.base}/c/social-workers/series/{self.id}.ics", timeout=60)
        assert answer.status_code == 200 and b"meet.example.org" not in answer.content
        calendar, expected = strictly(answer.content), self.shown(self.dates())
        assert expected
        assert occurrences(calendar, self.begin, self.end) == expected
        assert in_khal(answer.content, self.folder / str(self.turn), self.begin, self.end) == expected
        mine = requests.get(self.feed, timeout=60)
        assert mine.status_code == 200 and "Set-Cookie" not in mine.headers and b"meet.example.org" not in mine.content
        found = occurrences(strictly(mine.content), self.begin, self.end)
        shown = self.shown(listed(self.site, self.host, f"/gatherings?to={self.end.date() + datetime.timedelta(days=2)}"))
        assert [start for start, _ in found] == [start for start, _ in shown]
        assert set(expected) <= set(found)
        for event in calendar.walk("VEVENT"):
            # A date alone has a number of its own, which begins when it leaves its series.
            name = (str(event["UID"]), str(event.get("RECURRENCE-ID") and event["RECURRENCE-ID"].dt))
            assert event["SEQUENCE"] >= self.known.get(name, 0)
            if isChanged and "RRULE" in event and name in self.known:
                assert event["SEQUENCE"] > self.known[name]
            self.known[name] = event["SEQUENCE"]
        return calendar


@pytest.mark.parametrize("zone", ["America/Halifax", "Europe/Paris", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Kolkata"])
def test_series(demo, host, browser, tmp_path, zone):
    watch = Watch(demo, host, browser, tmp_path, zone=zone)
    (whole,) = watch.look().walk("VEVENT")
    dates = watch.dates()
    at = lambda date, **shift: (datetime.datetime.fromisoformat(date["localStart"]) + datetime.timedelta(**shift)).strftime("%Y-%m-%dT%H:%M")
    watch.skip(dates[2])
    watch.look()
    watch.change(dates[4], start=at(dates[4], days=1, hours=5))
    watch.look()
    watch.change(dates[6], state="cancelled")
    assert any(str(event["STATUS"]) == "CANCELLED" for event in watch.look().walk("VEVENT"))
    watch.change(dates[8], title="With a guest", place="Elsewhere", minutes=90)
    watch.look()
    watch.change(dates[10], start=at(dates[10], days=9))  # Past its neighbour.
    watch.look()
    watch.change(dates[12], start=at(dates[12], days=2, hours=-4), scope="onward")
    calendar = watch.look()
    assert len([event for event in calendar.walk("VEVENT") if "RRULE" in event]) == 2
    assert str(whole["UID"]) in {str(event["UID"]) for event in calendar.walk("VEVENT")}
    watch.change(dates[20], title="Later ones have another name", scope="onward")
    watch.look()
    watch.change_all(rule="FREQ=MONTHLY;BYDAY=-1TH", start=last_thursday())
    watch.look()
    watch.change_all(name="The whole has another name", minutes=45)
    watch.look()
    watch.change(dates[2], state="planned")
    watch.look(isChanged=False)
    watch.change_all(state="cancelled")
    assert all(str(event["STATUS"]) == "CANCELLED" for event in watch.look().walk("VEVENT") if "RECURRENCE-ID" in event)
    watch.change_all(state="planned")
    watch.look()


def last_thursday():
    """Of next month, at noon."""
    day = (datetime.date.today().replace(day=1) + datetime.timedelta(days=70)).replace(day=1) - datetime.timedelta(days=1)
    return f"{day - datetime.timedelta(days=(day.weekday() - 3) % 7)}T12:00"


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=9", "FREQ=WEEKLY;BYDAY=TU;UNTIL={until}"])
def test_ends(demo, host, browser, tmp_path, rule):
    until = datetime.date.today() + datetime.timedelta(days=100)
    watch = Watch(demo, host, browser, tmp_path, rule=rule.format(until=f"{until:%Y%m%d}"), name=f"Ends {rule[:24]}")
    watch.look()
    watch.skip(watch.dates()[0])
    watch.look()
    watch.skip(watch.dates()[-1])
    watch.look()


@pytest.mark.parametrize("zone, clock", [("Europe/Paris", "02:30"), ("America/Halifax", "01:30"), ("America/Halifax", "02:15"), ("Europe/London", "01:00")])
def test_nights(demo, host, browser, tmp_path, zone, clock):
    """Within the hours that clocks skip or show twice: every Sunday, so that both nights are among them."""
    day = datetime.date.today() + datetime.timedelta(days=7)
    day += datetime.timedelta(days=(6 - day.weekday()) % 7)
    watch = Watch(demo, host, browser, tmp_path, zone=zone, rule="FREQ=WEEKLY;BYDAY=SU", start=f"{day}T{clock}", name=f"Night of {zone} at {clock}")
    watch.end = watch.begin + datetime.timedelta(weeks=56)
    watch.look()


def test_confidential_series(demo, host, browser):
    made = series(demo, host, group="what-we-carry", name="Grieving together")
    content = browser.get(f"{demo.base}/c/social-workers/series/{made['id']}.ics", timeout=20).content
    mine = requests.get(feed(demo, host), timeout=20).content
    for event in strictly(content).walk("VEVENT"):
        assert "LOCATION" not in event and "URL" not in event and "DESCRIPTION" not in event
    for text in (content, mine):
        strictly(text)
        assert b"Grieving" not in text and b"Carry" not in text and b"carry" not in text


def test_address(breakable):
    """It ends when it is renewed, and with what its member may read; an answer that has not changed is not sent again."""
    member = breakable.api("maricel.santos@example.org")
    url = lambda: feed(breakable, member)
    first = requests.get(url(), timeout=20)
    assert first.status_code == 200 and "Set-Cookie" not in first.headers
    assert occurrences(strictly(first.content), datetime.datetime.now(UTC), datetime.datetime.now(UTC) + datetime.timedelta(days=365))
    assert requests.get(url(), headers={"If-None-Match": first.headers["ETag"]}, timeout=20).status_code == 304
    old = url()
    said = member.post(breakable.base + "/api/v1/me/calendar/renew", timeout=20).json()["url"]
    renewed = url()
    assert renewed.endswith(said[said.index("/calendar/"):]) and renewed != old
    assert requests.get(old, timeout=20).status_code == 404 and requests.get(renewed, timeout=20).content == first.content
    for community in member.get(breakable.base + "/api/v1/communities", timeout=20).json()["items"]:
        member.delete(f"{breakable.base}/api/v1/communities/{community['slug']}/membership", timeout=20)
    last = requests.get(renewed, timeout=20)
    assert last.status_code == 200 and not strictly(last.content).walk("VEVENT")
