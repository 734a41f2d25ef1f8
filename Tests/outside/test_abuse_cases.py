"""docs/abuse-cases.md names tests that are there, has each case once, and counts as its tables do."""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/abuse-cases.md").read_text()
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TEXT.splitlines() if re.match(r"\| [A-Z][0-9]", line)]
# How many cases the design has under each letter, numbered from one.
CASES = {"A": 34, "B": 8, "C": 20, "D": 13, "E": 5, "F": 12, "M": 10, "H": 11}
SWIFT = re.compile(r"`([A-Z]\w+)\.(\w+)`")
PYTHON = re.compile(r"`(test_\w+\.py)::(test_\w+)`")


def sources(name):
    return [path.read_text() for path in (ROOT / "Tests").rglob(name)]


def missing(held_by):
    """The tests that a cell names and that are not there; a name of neither form is not there."""
    wrong = [f"{file}.{function}" for file, function in SWIFT.findall(held_by)
             if not any(f"func {function}(" in text for text in sources(file + ".swift"))]
    wrong += [f"{file}::{function}" for file, function in PYTHON.findall(held_by)
              if not any(re.search(rf"^def {function}\(", text, re.M) for text in sources(file))]
    rest = PYTHON.sub("", SWIFT.sub("", held_by)).replace("`Vary`", "")
    return wrong + re.findall("`[^`]*`?", rest)


def kind(held_by):
    return next((kind for kind in ("no test", "not there") if held_by.startswith(kind + ": ")), "held")


def test_every_case_is_there_once():
    assert [row[0] for row in ROWS] == [f"{letter}{number:02}" for letter, count in CASES.items() for number in range(1, count + 1)]
    assert all(len(row) == 3 and all(row) for row in ROWS)


def test_every_named_test_is_there():
    assert {row[0]: missing(row[2]) for row in ROWS if missing(row[2])} == {}
    names = r"`[^`]+`(, `[^`]+`)*"
    for case, _, held_by in ROWS:
        if kind(held_by) == "held":
            assert re.fullmatch(rf"{names}(; in part: .+)?", held_by), f"{case} is held by nothing, and does not say so"


def test_a_name_that_is_not_there_is_seen():
    assert missing("`AbuseCaseTests.hosts`, `test_live.py::test_a_stream_is_for_pages_of_ours_alone`") == []
    assert missing("`AbuseCaseTests.ghosts`, `NoSuchTests.hosts`, `test_live.py::test_nothing`, `test_no.py::test_x`, `hosts`") == [
        "AbuseCaseTests.ghosts", "NoSuchTests.hosts", "test_live.py::test_nothing", "test_no.py::test_x", "`hosts`"]


def test_the_counts_are_those_of_the_tables():
    kinds = [kind(row[2]) for row in ROWS]
    said = re.search(r"Of (\d+) cases, (\d+) are held by a test, (\d+) of them in part; (\d+) have no test; (\d+) are about something", TEXT)
    counted = [len(ROWS), kinds.count("held"), sum("; in part: " in row[2] for row in ROWS), kinds.count("no test"), kinds.count("not there")]
    assert said and [int(number) for number in said.groups()] == counted
