"""What programs make of a file for calendars: each of them reads it by itself, and what they see is compared."""
import datetime
import subprocess

import icalendar
import recurring_ical_events
import vobject

UTC = datetime.timezone.utc
KHAL = """[calendars]
[[one]]
path = {folder}/calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def strictly(content):
    """The calendar, read without a complaint by `icalendar` and as a whole by `vobject`."""
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines) and not any(b"\n" in line or b"\r" in line for line in lines)
    calendar = icalendar.Calendar.from_ical(content)
    assert not calendar.errors and all(not part.errors for part in calendar.walk())
    other = vobject.readOne(content.decode())
    assert len(getattr(other, "vevent_list", [])) == len(calendar.walk("VEVENT"))
    for event in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"} <= set(event)
    return calendar


def occurrences(calendar, begin, end):
    """What a calendar shows between two moments, in UTC."""
    found = recurring_ical_events.of(calendar).between(begin, end)
    return sorted((event["DTSTART"].dt.astimezone(UTC), str(event["SUMMARY"])) for event in found)


def in_khal(content, folder, begin, end):
    """The same, as khal says it after it has taken the file."""
    folder.mkdir()
    (folder / "calendar").mkdir()
    (folder / "config").write_text(KHAL.format(folder=folder))
    (folder / "file.ics").write_bytes(content)
    khal = ["khal", "-c", str(folder / "config")]
    done = subprocess.run([*khal, "import", "--batch", "-a", "one", str(folder / "file.ics")], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "rror" not in done.stdout + done.stderr, done.stdout + done.stderr
    asked = [*khal, "list", "--day-format", "", "--format", "{start-date} {start-time}|{title}", f"{begin:%Y-%m-%d}", f"{end:%Y-%m-%d}"]
    said = subprocess.run(asked, capture_output=True, text=True, timeout=120)
    assert said.returncode == 0, said.stderr
    lines = [line.split("|", 1) for line in said.stdout.splitlines() if "|" in line]
    found = [(datetime.datetime.strptime(start.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=UTC), title.strip()) for start, title in lines]
    # Asked for days, it tells of the whole of the last one.
    return sorted((start, title) for start, title in found if begin <= start < end)
