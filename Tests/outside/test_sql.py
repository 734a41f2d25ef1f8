"""The SQL that the server sends is the part of it that PostgreSQL reads as well, so that a second engine stays possible."""
import pathlib

import pglast
import pglast.visitors

PLANS = pathlib.Path(__file__).resolve().parents[1] / "Golden/query-plans.txt"
# Statements that hold one of these are left out, and why: the list may shrink, and grows only with a decision record.
EXCEPTIONS = {
    " MATCH ": "the full-text index: PostgreSQL has its own, behind FullText",
    "Search_": "tables that the full-text index keeps for itself",
    "SELECT total_changes()": "whether a merge of the full-text index had something to do, asked in the store alone",
    "'main'.'searchable'": "what the full-text index sends by itself",
}
# Functions that both engines have under one name, with how many arguments.
FUNCTIONS = {"count": {0, 1}, "max": {1}, "min": {1}, "sum": {1}, "length": {1}, "substr": {2, 3}, "replace": {3}, "row_number": {0}}


def statements():
    return [line for line in PLANS.read_text().splitlines() if line and not line.startswith(" ")]


class Calls(pglast.visitors.Visitor):
    """The functions that a statement calls."""

    def __init__(self):
        self.found = []

    def visit_FuncCall(self, ancestors, node):
        self.found.append((node.funcname[-1].sval, len(node.args or ())))


def refusal(statement):
    """Why PostgreSQL would not take a statement as it is; None if it would."""
    try:
        tree = pglast.parse_sql(statement.replace("?", "$1"))
    except pglast.parser.ParseError as error:
        return f"{error}: {statement[:400]}"
    calls = Calls()
    calls(tree)
    unknown = [f"{name} of {count}" for name, count in calls.found if count not in FUNCTIONS.get(name, ())]
    return f"{', '.join(unknown)}: {statement[:400]}" if unknown else None


def test_every_statement_of_a_round_through_the_site_is_common_to_both_engines():
    refused = [found for statement in statements()
               if not any(part in statement for part in EXCEPTIONS) and (found := refusal(statement))]
    assert not refused, "\n\n".join(refused)


def test_what_one_engine_alone_takes_is_found():
    for statement in ("SELECT 1 FROM a CROSS JOIN b ON a.id = b.id", "SELECT max(a, b) FROM c", "SELECT x''  || char(10) FROM a",
                      "SELECT 1 FROM a WHERE b IS 'c'", "INSERT OR REPLACE INTO a VALUES (1)"):
        assert refusal(statement), statement


def test_the_exceptions_are_still_needed():
    for part in EXCEPTIONS:
        assert any(part in statement for statement in statements()), f"nothing holds {part} any more"
