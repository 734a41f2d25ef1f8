"""The dates of series against python-dateutil and the zones of Python: random rhythms, over both nights on which clocks change."""
import datetime
import random
import zoneinfo

import pytest
from dateutil.rrule import rrulestr

HOST = "raylene.sylliboy@example.org"
ZONES = ["America/Halifax", "Europe/London", "Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Casablanca", "Asia/Kolkata"]
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
# The first one is there for all; within the hours that clocks skip or show twice, and around midnight.
TIMES = ["12:30", "01:30", "02:15", "02:45", "03:00", "00:05", "23:55"]
REACH = datetime.timedelta(days=731)


def rhythm(chance, start):
    """A rule that is offered, of which the start is the first date."""
    day, ordinal = DAYS[start.weekday()], (start.day - 1) // 7 + 1
    anchors = [f"BYMONTHDAY={start.day}", f"BYDAY={ordinal}{day}"]
    if (start + datetime.timedelta(days=7)).month != start.month:
        anchors.append(f"BYDAY=-1{day}")
    anchor = chance.choice(anchors)
    rule = chance.choice([
        f"FREQ=WEEKLY;BYDAY={day}", f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}", f"FREQ=MONTHLY;{anchor}",
        f"FREQ=MONTHLY;INTERVAL=3;{anchor}", f"FREQ=YEARLY;BYMONTH={start.month};{anchor}",
    ])
    last = start + datetime.timedelta(days=chance.randrange(1, 900))
    return rule + chance.choice(["", f";COUNT={chance.randrange(1, 120)}", f";UNTIL={last:%Y%m%d}"])


def expected(rule, start, zone, now):
    """When the dates begin, in UTC: Python takes a skipped hour with the offset before it, as RFC 5545 does, and the first of a double one."""
    # An UNTIL that is a day is a time of that day at the end of it, as the site reads it.
    moments, place = [], zoneinfo.ZoneInfo(zone)
    for wall in rrulestr(rule + "T235959" if "UNTIL" in rule else rule, dtstart=start):
        moment = wall.replace(tzinfo=place).astimezone(datetime.timezone.utc)
        if moment > now + REACH or len(moments) == 104:
            break
        moments.append(moment)
    return moments


@pytest.mark.parametrize("seed", range(60))
def test_dates(breakable, seed):
    chance, host = random.Random(seed), breakable.api(HOST)
    now = datetime.datetime.now(datetime.timezone.utc)
    zone = ZONES[seed % len(ZONES)]
    day = now.date() + datetime.timedelta(days=chance.randrange(2, 400))
    start = datetime.datetime.combine(day, datetime.time.fromisoformat(chance.choice(TIMES)))
    there = start.replace(tzinfo=zoneinfo.ZoneInfo(zone))
    back = there.astimezone(datetime.timezone.utc).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None)
    rule = rhythm(chance, start)
    body = {"name": f"Series number {seed}", "purpose": "", "group": "commons", "rule": rule, "start": f"{start:%Y-%m-%dT%H:%M}",
            "zone": zone, "minutes": 30, "mode": "online"}
    path = breakable.base + "/api/v1/communities/social-workers"
    answer = host.post(path + "/series", json=body, timeout=60)
    if back != start:
        assert answer.status_code == 422 and answer.json()["errors"][0]["field"] == "start"
        return
    assert answer.status_code == 201, (rule, answer.text)
    found, cursor = [], ""
    while cursor is not None:
        page = host.get(f"{path}/gatherings?series={answer.json()['id']}&limit=100{cursor and '&cursor=' + cursor}", timeout=60).json()
        found, cursor = found + page["items"], page["next"]
    moments = [datetime.datetime.fromisoformat(date["start"].replace("Z", "+00:00")) for date in found]
    assert moments == expected(rule, start, zone, now), (rule, zone, start)
