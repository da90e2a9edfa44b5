"""Copies of boards in several processes on one database: each has what the others wrote."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lundi.core.work import Work, read, write
from lundi.domains.boards.access import board_to_read
from lundi.domains.pulses.actions import rename_pulse
from lundi.domains.pulses.querying.columnar.copies import COPIES, USED, Copies
from lundi.domains.pulses.querying.description import read_query
from lundi.domains.pulses.querying.pages import find_ids
from tests.company import Company, make_company
from tests.process import new_database
from tests.server import Server

NAMED = read_query({"rules": [{"column_id": "name", "compare_value": ["Slow", "Quick"]}]})


class Node:
    """With a copy of the board."""

    def __init__(self, server: Server, company: Company, board_id: int) -> None:
        self.server, self.company, self.board_id = server, company, board_id
        self.copies = Copies(server.database, 2**25, smallest=0)
        server.database.memory[Copies] = self.copies
        server.run(self.find())
        server.run(self.copies.ready())

    async def find(self) -> list[int]:
        async def find(work: Work) -> list[int]:
            return list(await find_ids(work, await board_to_read(work, self.board_id), NAMED))

        return await read(self.server.database, self.company.actor("member"), find)


@pytest.fixture
def nodes(postgres_url: str, tmp_path: Path) -> Iterator[list[Server]]:
    url = new_database(postgres_url)
    with Server(tmp_path / "one", url) as one, Server(tmp_path / "two", url) as two:
        yield [one, two]


def test_a_copy_has_what_another_node_wrote(nodes: list[Server]) -> None:
    company = make_company(nodes[0])
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    here, there = (Node(server, company, board_id) for server in nodes)
    used = COPIES.values[(USED,)]
    here.server.write(company.actor("member"), lambda work: rename_pulse(work, pulse_id, "Quick"))
    assert there.server.run(there.find()) == [pulse_id]
    assert COPIES.values[(USED,)] == used + 1


def test_a_copy_waits_for_events_with_lower_ids(nodes: list[Server]) -> None:
    company = make_company(nodes[0])
    board_id = company.board()["id"]
    pulse_ids = sorted(company.pulse(board_id) for _ in range(2))
    here, there = (Node(server, company, board_id) for server in nodes)
    has_its_id, may_end = asyncio.Event(), asyncio.Event()

    async def slowly(work: Work) -> None:
        await rename_pulse(work, pulse_ids[0], "Slow")
        await work.change_id()
        has_its_id.set()
        await may_end.wait()

    async def quickly() -> None:
        await has_its_id.wait()
        await write(
            here.server.database,
            company.actor("member"),
            lambda work: rename_pulse(work, pulse_ids[1], "Quick"),
        )

    async def end() -> None:
        may_end.set()

    slow = here.server.start(write(here.server.database, company.actor("member"), slowly))
    here.server.run(quickly())
    finding = there.server.start(there.find())
    time.sleep(0.3)
    assert not finding.done()
    here.server.run(end())
    slow.result(10)
    assert sorted(finding.result(10)) == pulse_ids
    assert sorted(there.server.run(there.find())) == pulse_ids
