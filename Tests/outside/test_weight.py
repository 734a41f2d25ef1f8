"""What a visit costs: bytes and requests at the first and the second, and nothing that moves. Times are printed by scripts/weigh alone."""
import pytest

from weigh import MEMBER, long_thread, signed_in, visits, watched


@pytest.fixture(scope="module")
def state(demo, chromium):
    return signed_in(chromium, demo.base, MEMBER)


def test_home_weighs_at_most_40_kb_in_4_requests_at_the_first_visit_and_12_kb_after(demo, chromium, state):
    first, second = visits(chromium, state, demo.base + "/")
    print(f"home: first {first}; second {second}")
    assert first.requests <= 4 and first.bytes <= 40_000, first
    assert second.requests <= 1 and second.bytes <= 12_000, second


def test_a_discussion_asks_for_nothing_more_than_home(demo, chromium, state):
    first, second = visits(chromium, state, demo.base + long_thread(demo, MEMBER))
    print(f"a discussion: first {first}; second {second}")
    assert first.requests <= 4 and second.requests <= 1, (first.asked, second.asked)


@pytest.mark.parametrize("page", ["home", "discussion"])
def test_nothing_moves_by_itself_on_a_phone(demo, chromium, state, page):
    path = "/" if page == "home" else long_thread(demo, MEMBER)
    assert watched(chromium, state, demo.base + path, slow=False)["shift"] == 0
