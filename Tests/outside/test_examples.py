"""The examples in the documentation of the kernel compile, each by itself, as a command or a handler of a capability would have them."""
import re

import pytest
from compiler import errors_in
from conftest import ROOT

KERNEL = ["PraxisDomain", "PraxisStore", "PraxisCommunity", "PraxisOutbox"]

AROUND = """
import HTML
import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisOutbox
import PraxisPlaces
package import PraxisStore
import PraxisThreads
import PraxisTriage
import PraxisWeb

struct TitlePage: Snapshot {
    let title: String
    var cost: Int { title.utf8.count }
}

"""

SIGNATURE = """func example(
    _ store: Store, _ writer: Writer, _ db: WriteDB, _ env: Environment, _ call: Call, _ facts: Facts, _ viewer: Viewer,
    _ folder: DataFolder, _ migrations: [Migration], _ clock: @escaping @Sendable () -> Timestamp, _ thread: ThreadID,
    _ post: PostID, _ text: String, _ now: Timestamp, _ number: Int, _ group: GroupID, _ author: MemberID,
    _ item: QueueItemID, _ sleep: @escaping @Sendable (Span) async throws -> Void
) async throws {
"""


def examples():
    """Each indented block of a documentation comment, by where it stands, but for lists of parameters."""
    for target in KERNEL:
        for path in sorted((ROOT / "Sources" / target).rglob("*.swift")):
            lines = [re.fullmatch(r" *///(?: ?)(.*)", line) for line in path.read_text().splitlines()]
            block, start = [], 0
            for at, line in enumerate(lines + [None]):
                if line and line[1].startswith("    "):
                    start = at if not block else start
                    block.append(line[1][4:])
                elif line and not line[1] and block:
                    block.append("")
                elif block:
                    before = lines[start - 1]
                    if before and not before[1]:
                        yield pytest.param("\n".join(block), id=f"{path.stem}:{start + 1}")
                    block = []


@pytest.mark.parametrize("example", list(examples()))
def test_an_example_compiles(example, tmp_path):
    if re.match(r"(package )?(extension|enum|struct|func)\b", example):
        if example.startswith("func"):
            example = example.rstrip() + " { fatalError() }\n"
            example = "extension WriteDB {\n" + example + "}"
        source = AROUND + example
    else:
        source = AROUND + SIGNATURE + example + "\n}"
    assert errors_in(source, tmp_path) == []


def test_there_are_examples_of_every_door():
    stems = {parameter.id.split(":")[0] for parameter in examples()}
    assert stems >= {"Store", "Writer", "WriteDB", "Access", "Visibility", "Permit", "Snapshots", "Outbox", "Record"}
