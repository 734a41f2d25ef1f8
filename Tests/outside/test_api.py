"""The API as its own document describes it, by a generator of requests that means no good."""
import datetime
import json
import os
import pathlib
import subprocess
import sys

import pytest
import requests

from conftest import PASSWORD

HERE = pathlib.Path(__file__).parent
COMMUNITY = "social-workers"
MANAGER, FACILITATOR = "heather.macisaac@example.org", "raylene.sylliboy@example.org"

CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    "positive_data_acceptance", "negative_data_rejection", "missing_required_header", "unsupported_method",
    "allow_header_conformance", "use_after_free", "ignored_auth",
]


def world(site, who):
    """What contract_hooks.py leads requests to: things of the site that `who` may use."""
    asker = site.api(who) if who else requests.Session()
    root = site.base + "/api/v1"

    def items(path):
        answer = asker.get(root + path, timeout=20)
        return answer.json()["items"] if answer.ok else []

    threads = [thread["id"] for thread in items(f"/communities/{COMMUNITY}/threads?limit=100")]
    posts = {thread: items(f"/threads/{thread}/posts") for thread in threads}
    me = asker.get(root + "/me", timeout=20).json()["id"] if who else None
    everything = [post for thread in threads for post in posts[thread]]
    first = {thread: posts[thread][0]["id"] for thread in threads if posts[thread]}
    # What `triaged` put there: what the requests of others reported since may be a worry, which is decided otherwise.
    queue = [item for item in items(f"/communities/{COMMUNITY}/queue?limit=100")
             if item["kind"] == "request" or item["post"] and item["post"]["id"] in first.values()]
    coming = [date["id"] for date in items(f"/communities/{COMMUNITY}/gatherings?limit=100") if date["state"] == "planned"]
    series = items(f"/communities/{COMMUNITY}/series")
    agenda = [item["id"] for date in coming for item in items(f"/gatherings/{date}/agenda")]
    follow_ups = [item["id"] for date in coming for item in items(f"/gatherings/{date}/follow-ups")]
    # Of others: nobody says of their own that they want to hear it.
    questions = [asked["post"] for date in coming for asked in items(f"/gatherings/{date}/questions")
                 if asked["author"]["id"] != me]
    years = {(datetime.date.today() - datetime.timedelta(days=days)).year for days in (0, 28)}
    now = datetime.datetime.now(datetime.UTC)
    oldest = (now - datetime.timedelta(days=28)).isoformat()
    begun = [date["id"] for year in years for date in items(f"/communities/{COMMUNITY}/gatherings?year={year}&limit=100")
             if date["state"] == "planned" and oldest < date["end"] < now.isoformat()]
    answers = [asker.get(f"{root}/gatherings/{date}/answers", timeout=20).json() for date in begun]
    return {
        "begun": begun or ["0"],
        # Not of oneself: what a host has said nobody takes back.
        "attenders": [person["id"] for known in answers for person in known.get("people", []) if person["id"] != me] or ["0"],
        "followups": follow_ups or ["0"], "questions": questions or ["0"],
        "coming": coming or ["0"], "series": series[0]["id"] if series else "0", "agenda": agenda or ["0"],
        "community": COMMUNITY, "group": "commons", "leave": {"community": "school-nurses", "group": "open-door-hour"},
        "place": [f"group:{COMMUNITY}", "commons"], "places": [f"community:{COMMUNITY}", f"thread:{threads[0]}"],
        "threads": threads, "first": first,
        "own": [post["id"] for post in everything if post["author"]["id"] == me],
        "posts": [post["id"] for post in everything if post["author"]["id"] != me],
        "unreported": [post["id"] for thread in threads for post in posts[thread][1:] if post["author"]["id"] != me],
        "items": [item["id"] for item in queue] or ["0"], "asked": [item["id"] for item in queue if item["kind"] == "request"],
        "requests": [request["id"] for request in items(f"/communities/{COMMUNITY}/requests")] or ["0"],
        "agreement": 1, "email": who or "maricel.santos@example.org", "password": PASSWORD,
    }


@pytest.fixture(scope="module")
def triaged(breakable):
    """A site with reports and requests to join, which wait for the facilitator of their groups."""
    reporter = breakable.api("mireille.comeau@example.org")
    root = breakable.base + "/api/v1"
    for thread in reporter.get(f"{root}/communities/{COMMUNITY}/threads?limit=100", timeout=20).json()["items"]:
        post = reporter.get(f"{root}/threads/{thread['id']}/posts", timeout=20).json()["items"][0]["id"]
        reporter.post(f"{root}/posts/{post}/reports", json={"reason": "off-topic", "note": "Is this the place?"}, timeout=20)
    for group in ("justice", "what-we-carry", "manageable-caseloads"):
        reporter.post(f"{root}/communities/{COMMUNITY}/groups/{group}/membership", json={}, timeout=20)
    return breakable


@pytest.mark.parametrize("who", [MANAGER, FACILITATOR, None])
def test_requests_made_from_the_document_are_answered_as_it_says(triaged, tmp_path, who):
    """Right ones are taken and wrong ones refused, each with an answer as described, and nobody meets an accident."""
    told = world(triaged, who)
    assert told["threads"] and told["posts"]
    if who == FACILITATOR:
        assert len(told["items"]) > 1 and told["requests"] != ["0"], "there is nothing to decide on"
    (tmp_path / "world.json").write_text(json.dumps(told))
    headers = ["--header", "Authorization:" + triaged.api(who).headers["Authorization"]] if who else []
    done = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "schemathesis"), "--config-file", str(HERE / "schemathesis.toml"), "run",
         f"{triaged.base}/api/v1/openapi.json", *headers, "--checks", ",".join(CHECKS),
         # A stream has no end to wait for (test_live.py listens to it), and a session that is ended ends the test.
         "--exclude-name", "GET /api/v1/events", "--exclude-name", "DELETE /api/v1/session",
         "--max-examples", "10", "--phases", "examples,coverage,fuzzing", "--continue-on-failure", "--request-timeout", "20", "--no-color",
         # How often a made value does not fit says something of the generator alone.
         "--suppress-health-check", "filter_too_much"],
        capture_output=True, text=True, timeout=900, cwd=tmp_path,
        env={**os.environ, "SCHEMATHESIS_HOOKS": str(HERE / "contract_hooks.py"), "PRAXIS_CONTRACT": str(tmp_path / "world.json")})
    assert done.returncode == 0, done.stdout[-12000:] + done.stderr[-2000:]


def test_refusals_are_problem_documents(demo):
    for path, status in (("/api/v1/threads/999999", 404), ("/api/v1/threads/x", 404), ("/api/v1/me", 401), ("/api/v1/nothing", 404)):
        answer = requests.get(demo.base + path, timeout=20)
        assert answer.status_code == status
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["status"] == status
    answer = requests.post(demo.base + "/api/v1/session", data=b'{"email": "\xff"}', headers={"Content-Type": "application/json"}, timeout=20)
    assert answer.status_code == 400
    answer = requests.post(demo.base + "/api/v1/session", data=b"x" * 1_100_000, headers={"Content-Type": "application/json"}, timeout=20)
    assert answer.status_code == 413
