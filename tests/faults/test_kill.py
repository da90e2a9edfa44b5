"""SIGKILL under load, ten times on each engine: what was answered is there, and no half of anything."""

import asyncio
import signal

import sqlalchemy as sa

from lundi.core.opening import open_database
from lundi.core.work import Work, events, read
from lundi.domains.accounts.queries import NOBODY
from tests.faults.traffic import FREE, Traffic, check_all_is_there, new_board
from tests.process import Installation, RunningServer

KILLS = 10


def test_what_was_answered_survives_kills(installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    with installation.served(**FREE) as server:
        board = new_board(server, token)
    answered: dict[str, int] = {}
    for kill in range(KILLS):
        with installation.served(**FREE) as server:
            traffic = Traffic(server.url, token, board, prefix=f"{kill}.")
            with traffic.flowing():
                traffic.wait_for(20 + 7 * kill)
                server.process.send_signal(signal.SIGKILL)
                server.process.wait()
            assert traffic.refused == []
            answered |= traffic.answered
    with installation.served(**FREE) as server:
        traffic.answered = answered
        found = check_all_is_there(traffic, server, token, board)
        for pulse in found[::10]:
            _check_whole(server, token, pulse)
    assert sorted(asyncio.run(_created(installation))) == sorted(pulse["id"] for pulse in found)


def _check_whole(server: RunningServer, token: str, pulse: dict[str, object]) -> None:
    updates = server.get(f"/v1/pulses/{pulse['id']}/updates.json", token).json()
    about = [f"About {pulse['name']}"] if pulse["updates_count"] else []
    assert [update["body_text"] for update in updates] == about
    assert len(server.get(f"/v1/pulses/{pulse['id']}/subscribers.json", token).json()) == 1


async def _created(installation: Installation) -> list[int]:
    """The pulses that events tell of: each that is there, and no other one."""
    created = sa.select(events.c.pulse_id).where(events.c.kind == "PulseCreated")

    async def look(work: Work) -> list[int]:
        return await work.all(created, int)

    database = await open_database(installation.database_url, installation.folder, 1)
    try:
        return await read(database, NOBODY, look)
    finally:
        await database.close()
