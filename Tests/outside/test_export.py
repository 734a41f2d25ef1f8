"""`praxis export`: through a running server and without one, and what an empty site makes of it."""
import os
import stat
import time

import pytest

from conftest import ROOT, Site


@pytest.fixture
def other(tmp_path):
    site = Site(tmp_path)
    yield site
    site.stop()


def make_dates(site, folder):
    """Serves the site until the dates of its series are made, which an import leaves to that moment."""
    site.start()
    made = []
    while len(made) < 2 or made[-1] != made[-2] or not made[-1]:
        path = folder / f"dates-{len(made)}.jsonl"
        site.cli("export", str(path))
        made.append(path.read_text().count('"occurrence"'))
        assert len(made) < 60, f"no dates of series: {made}"
        time.sleep(1)
    site.stop()


def test_a_site_is_the_same_file_after_export_and_import(empty_site, other, tmp_path):
    for part in sorted((ROOT / "Resources/demo").glob("*.jsonl")):
        empty_site.cli("import", str(part))
    cold, warm, again = tmp_path / "cold.jsonl", tmp_path / "warm.jsonl", tmp_path / "again.jsonl"
    make_dates(empty_site, tmp_path)
    empty_site.cli("export", str(cold))
    empty_site.start()
    empty_site.cli("export", str(warm))
    assert cold.read_bytes() == warm.read_bytes()
    assert stat.S_IMODE(os.stat(warm).st_mode) == 0o600
    other.start()
    other.cli("import", str(warm))
    other.cli("export", str(again))
    assert again.read_bytes() == cold.read_bytes()
    other.cli("verify")


def test_a_file_that_is_there_is_kept_and_both_choices_at_once_are_refused(empty_site, tmp_path):
    there = tmp_path / "there.jsonl"
    there.write_text("mine")
    done = empty_site.run("export", str(there))
    assert done.returncode == 1 and "is there already" in done.stderr
    assert there.read_text() == "mine"
    done = empty_site.run("export", "--community", "a", "--member", "b@example.org", str(tmp_path / "out"))
    assert done.returncode != 0 and "not both" in done.stderr
    assert list(tmp_path.glob("*.unfinished")) == [] and not (tmp_path / "out").exists()
