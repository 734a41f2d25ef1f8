"""What a generator cannot know of a site: which ids are there, and what only two fields together or the state of the site decide.

`SCHEMATHESIS_HOOKS` names this file; `PRAXIS_CONTRACT` names the JSON that `test_api.py` writes of the running site. A part of a request that is
wrong on purpose is left as it was made; only parts that are meant to be right are led to something that is there.
"""
import collections
import datetime
import itertools
import json
import os
import pathlib

import schemathesis
from hypothesis import strategies
from schemathesis.core.parameters import ParameterLocation

WORLD = json.loads(pathlib.Path(os.environ["PRAXIS_CONTRACT"]).read_text())
turns = collections.defaultdict(itertools.count)
keys = itertools.count()

# Python's regular expressions have no \p{…}, by which the document says what can be seen. A text that must be seen is made of
# letters, digits and signs instead; that the check and the document's expression agree about all others is RequestCheckTests' part.
SEEN = strategies.characters(categories=["L", "N", "P", "S"], exclude_characters="\u2800\u115f\u1160\u3164\uffa0")
for least in (1, 2, 5):
    schemathesis.openapi.format(f"seen-{least}", strategies.text(SEEN, min_size=least, max_size=60))


@schemathesis.hook
def before_load_schema(context, raw_schema):
    pending = [raw_schema]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            if "\\p{" in str(value.get("pattern", "")):
                del value["pattern"]
                value["format"] = f"seen-{value['minLength']}"
            pending += value.values()
        elif isinstance(value, list):
            pending += value


def take(case, name, values):
    """The next of some values, each operation for itself, so that a run is the same every time."""
    return values[next(turns[case.operation.label, name]) % len(values)]


def ids(case):
    """What stands in the path, for each operation."""
    path, method = case.operation.path, case.method.upper()
    if "membership" in path:
        # Leaving the place of all other tests would leave them nothing but 404.
        return {"slug": WORLD["leave"]["community"], "group": WORLD["leave"]["group"]}
    if path.endswith("/recording"):
        return {"thread": take(case, "thread", WORLD["begun"])}
    if path.endswith("/wanted"):
        return {"post": take(case, "post", WORLD["questions"])}
    if path.startswith("/api/v1/posts/"):
        if path.endswith("/reports"):
            # Not of what waits already: a worry would change what can be decided on it.
            return {"post": take(case, "post", WORLD["unreported"])}
        mine = method in ("PATCH", "DELETE")
        return {"post": take(case, "post", WORLD["own" if mine and WORLD["own"] else "posts"])}
    if path.startswith("/api/v1/follow-ups/"):
        return {"followup": take(case, "followup", WORLD["followups"])}
    if path.startswith("/api/v1/agenda/"):
        return {"agenda": take(case, "agenda", WORLD["agenda"])}
    if "/attendance" in path:
        return {"thread": take(case, "thread", WORLD["begun"]), "member": take(case, "member", WORLD["attenders"])}
    if path.endswith("/agenda") and method == "POST":
        return {"thread": take(case, "thread", WORLD["coming"])}
    if path.startswith("/api/v1/gatherings/") and path.endswith(("/notes", "/follow-ups", "/questions")):
        return {"thread": take(case, "thread", WORLD["coming"])}
    if path.startswith("/api/v1/series/") and path.endswith("/answer"):
        return {"series": WORLD["series"]}
    if path.endswith("/answer"):
        # Of what is over nobody can say that they come.
        return {"thread": take(case, "thread", WORLD["coming"])}
    return {
        "series": WORLD["series"],
        "slug": WORLD["community"], "group": WORLD["group"] if "/communities/" in path else WORLD["place"][1],
        "place": WORLD["place"][0] if "{group}" in path else take(case, "place", WORLD["places"]),
        "thread": take(case, "thread", WORLD["threads"]), "item": take(case, "item", WORLD["items"]),
        "request": take(case, "request", WORLD["requests"]),
    }


def fitting(case, body, path):
    """A body that the document allows, and the site as it stands too."""
    body = dict(body)
    if "replyTo" in body and "drafts" in case.operation.path:
        # Whether a post can still be answered depends on what was decided on it before (tests in Swift: DraftTests).
        body["replyTo"] = None
    elif "replyTo" in body:
        # A post of that discussion.
        body["replyTo"] = WORLD["first"].get(path.get("thread", str(path.get("place", "")).removeprefix("thread:")))
    for name in ("revision", "version"):
        # What is there on the first turn; whatever was made on the second, which may be stale.
        if name in body and next(turns[case.operation.label, name]) % 2 == 0:
            body[name] = 0 if "drafts" in case.operation.path else 1
    if case.operation.path.endswith("{slug}/membership"):
        # Members who left agree again.
        body["agreement"] = WORLD["agreement"]
    if "thread" in body and case.operation.path.endswith("/agenda"):
        # Which discussions all readers of a date may read is AgendaTests' part.
        body["thread"] = None
    if path.get("agenda") and body.get("outcome") is not None:
        # A discussion may be closed, or told already (AgendaTests).
        body["outcome"] = None
    if case.operation.path.endswith("/follow-ups"):
        # Who is in the group, and which days are to come, is FollowUpTests' part.
        body |= {name: None for name in ("owner", "due") if name in body}
    if "code" in body and case.operation.path.endswith("/attendance"):
        # The code word is AttendanceTests' part.
        body["code"] = None
    if case.operation.path.endswith("/me/learning"):
        # Days to come and long ago are LearningTests' part; so is a text of blanks alone.
        body["date"] = str(datetime.date.today() - datetime.timedelta(days=1))
    if case.operation.path.endswith("/recording"):
        # What goes with what, and which series are recorded, is RecordingTests' part.
        body |= {"recorded": "unrecorded", "link": None, "transcript": None, "about": "Nobody pressed the button."}
    if path.get("item") in WORLD["asked"]:
        # Somebody who asks to join is let in or not.
        body["action"] = {"hide": "approve", "return": "dismiss"}.get(body.get("action"), body.get("action"))
    if body.get("action") in ("return", "hide"):
        # The author is told why.
        body["reason"] = "It names somebody."
    if body.get("group") is not None and case.operation.path.endswith("/threads"):
        body["group"] = WORLD["group"]
    if "/gatherings" in case.operation.path:
        # To come, in a zone that there is; of the way of taking part that has both a place and a link.
        soon = datetime.date.today() + datetime.timedelta(days=40)
        good = {
            "group": WORLD["group"], "start": f"{soon}T12:30", "zone": "Europe/London", "mode": "hybrid",
            "joinLink": "https://meet.example.org/1",
        }
        body |= {name: value for name, value in good.items() if body.get(name) is not None}
        if body.get("place") or body.get("joinLink"):
            body["mode"] = "hybrid"
        if body.get("state") is not None:
            # One that is cancelled takes no answers; that it can be cancelled is GatheringAPITests' part.
            body["state"] = "planned"
    if "/series" in case.operation.path:
        # As a date, in a rhythm that is offered; which ones are refused is SeriesAPITests' part.
        soon = datetime.date.today() + datetime.timedelta(days=40)
        good = {
            "group": WORLD["group"], "start": f"{soon}T12:30", "zone": "Europe/London", "mode": "hybrid",
            "joinLink": "https://meet.example.org/1", "rule": "FREQ=WEEKLY;COUNT=3",
        }
        body |= {name: value for name, value in good.items() if body.get(name) is not None}
        if body.get("place") or body.get("joinLink"):
            body["mode"] = "hybrid"
    if case.operation.path == "/api/v1/session":
        body = {"email": WORLD["email"], "password": WORLD["password"]}
    return body


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.meta is None:
        return

    def is_right(location):
        component = case.meta.components.get(location)
        return component is None or component.mode.is_positive

    if case.path_parameters and is_right(ParameterLocation.PATH):
        there = ids(case)
        # What names nothing that there is, as a word of a vocabulary, stays as it was made.
        case.path_parameters = {name: there.get(name, value) for name, value in case.path_parameters.items()}
    if case.headers and "Idempotency-Key" in case.headers and is_right(ParameterLocation.HEADER):
        # A key that came with another body is refused, as it should be (test in Swift: ReplyingTests).
        case.headers["Idempotency-Key"] = f"contract-{next(keys)}"
    if case.query and "cursor" in case.query and is_right(ParameterLocation.QUERY):
        # Short lists take the names of their own elements.
        if case.operation.path.endswith("/groups"):
            case.query["cursor"] = WORLD["group"]
        elif case.operation.path.endswith(("/drafts", "/agenda", "/follow-ups", "/questions")):
            del case.query["cursor"]
    if case.operation.body and is_right(ParameterLocation.BODY) and case.meta.generation.mode.is_positive:
        given = case.body if isinstance(case.body, dict) else {}
        case.body, case.media_type = fitting(case, given, case.path_parameters or {}), "application/json"
