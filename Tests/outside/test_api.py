"""The API as its own document describes it, by a generator of requests that means no good."""
import subprocess
import sys

import pytest
import requests


@pytest.mark.parametrize("who", ["maricel.santos@example.org", "heather.macisaac@example.org", None])
def test_no_request_made_from_the_document_gets_a_server_error(breakable, who):
    headers = []
    if who:
        headers = ["--header", "Authorization:" + breakable.api(who).headers["Authorization"]]
    done = subprocess.run(
        [sys.executable.replace("python3", "schemathesis").replace("python", "schemathesis"), "run",
         f"{breakable.base}/api/v1/openapi.json", *headers, "--checks", "not_a_server_error,content_type_conformance,response_schema_conformance",
         # A stream has no end to wait for: test_live.py listens to it.
         "--exclude-path", "/api/v1/session", "--exclude-path", "/api/v1/events", "--max-examples", "15", "--seed", "1", "--phases", "examples,coverage,fuzzing",
         "--request-timeout", "20", "--no-color"],
        capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


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
