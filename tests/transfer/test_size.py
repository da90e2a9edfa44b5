"""However much there is, little of it is held at once."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work, as_json
from lundi.domains.pulses.tables import pulses
from tests.company import Company, make_company
from tests.entrypoints.graphql_v2.test_items import board_with
from tests.server import Server
from tests.transfer.conftest import NewServer
from tests.transfer.house import backed_up, restored
from tests.uploads import upload

COUNT = 12_000
TEXT = "x" * 2_000
FILE_BYTES = 30_000_000
# All of it is 24 MB of values, and a file of 30 MB.
MOST_BYTES = 12_000_000


def test_much_is_written_and_restored_with_little_memory(
    own_server: Server, new_server: NewServer, engine: str, tmp_path: Path
) -> None:
    company = make_company(own_server)
    board = board_with(company, files="file", text="text")
    upload(company["member"], company.pulse(board), "files", "large", bytes(FILE_BYTES))
    add_pulses(company, board)
    with small_memory():
        made = backed_up(own_server, tmp_path / "much")
    assert made.end.rows > COUNT
    other = new_server(engine)
    with small_memory():
        restored(other, tmp_path / "much")
    count = sa.select(sa.func.count()).select_from(pulses)
    assert other.read(company.operator, lambda work: work.one(count, int)) == COUNT + 1


@contextmanager
def small_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()


def add_pulses(company: Company, board_id: int) -> None:
    """Past all actions: it is about their number."""
    new = sa.insert(pulses).values(
        {column.name: parameter(column.name, column.type) for column in pulses.columns}
    )
    names = [column.name for column in pulses.columns]

    async def add(work: Work) -> None:
        group = sa.select(pulses.c.group_id).where(pulses.c.account_id == parameter("account_id"))
        same = dict.fromkeys(names) | {
            "account_id": company.account_id,
            "board_id": board_id,
            "group_id": await work.one(group, str),
            "name": "Pulse",
            "values": as_json({"text": TEXT}),
            "state": "active",
            "updates_count": 0,
            "created_at": 1,
            "updated_at": 1,
        }
        ids = await work.new_ids("pulse", COUNT)
        rows = ({**same, "id": id_, "number": id_, "position": f"b{id_}"} for id_ in ids)
        await work.run_many(new, ([row[name] for name in names] for row in rows))

    company.write("company", add)
