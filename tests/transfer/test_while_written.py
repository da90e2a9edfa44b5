"""A backup is of one moment, whatever others write meanwhile."""

import threading
from pathlib import Path

import sqlalchemy as sa

from lundi.core.work import Work
from lundi.domains.conversation.actions import post_update
from lundi.domains.conversation.tables import updates
from lundi.domains.pulses.actions import create_pulse
from lundi.domains.pulses.tables import pulses
from tests.company import Company, make_company
from tests.process import Installation
from tests.server import Server
from tests.transfer.conftest import NewServer
from tests.transfer.house import PASSPHRASE, restored

BEFORE = 500


def test_each_pulse_has_its_update(
    own_server: Server, new_server: NewServer, engine: str, tmp_path: Path
) -> None:
    company = make_company(own_server)
    board_id = company.board()["id"]
    add_pairs(company, board_id, BEFORE)
    over = threading.Event()

    def go_on() -> None:
        while not over.is_set():
            add_pairs(company, board_id, 1)

    writers = [threading.Thread(target=go_on) for _ in range(3)]
    for writer in writers:
        writer.start()
    try:
        settings = own_server.settings
        Installation(settings.data_folder, settings.database_url).done(
            "backup",
            str(tmp_path / "file"),
            password=PASSPHRASE,
            LUNDI_SECRET_KEY=str(settings.secret_key),
        )
    finally:
        over.set()
        for writer in writers:
            writer.join()
    other = new_server(engine)
    restored(other, tmp_path / "file")
    found = pairs_on(company, other)
    assert BEFORE < found < pairs_on(company, own_server)


def add_pairs(company: Company, board_id: int, count: int) -> None:
    """Pulses, each in one transaction with its update."""

    async def add(work: Work) -> None:
        for _ in range(count):
            member = company.ids["member"]
            pulse = await create_pulse(work, board_id, creator_id=member, name="Pair")
            await post_update(work, pulse.id, member, "Said")

    company.write("member", add)


def pairs_on(company: Company, server: Server) -> int:
    """How many there are; every pulse has one update, and they agree about it."""
    said = sa.select(updates.c.pulse_id, sa.func.count()).group_by(updates.c.pulse_id)
    counted = sa.select(pulses.c.id, pulses.c.updates_count)

    async def look(work: Work) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        return (
            await work.all_once(said.order_by(updates.c.pulse_id), lambda *row: row),
            await work.all_once(counted.order_by(pulses.c.id), lambda *row: row),
        )

    found, expected = server.read(company.operator, look)
    assert found == expected
    assert {count for _, count in found} == {1}
    return len(found)
