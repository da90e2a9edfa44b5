"""Opens a board of 100 and one of 10,000 pulses in a real Chromium, scrolls through them, and writes what it took."""

import asyncio
import json
import subprocess
import tempfile
from functools import partial
from pathlib import Path

from bench.report import write as write_part
from bench.servers import ACCOUNT, LUNDI, started
from lundi.app import open_from
from lundi.core.database import Database
from lundi.core.work import Actor, Work, write
from lundi.domains.boards.actions import create_board
from lundi.domains.boards.column_actions import create_column
from lundi.domains.pulses import value_actions
from lundi.domains.pulses.actions import create_pulse
from lundi.settings import Settings, load_settings

FRONTEND = Path(__file__).parents[1] / "frontend"
PASSWORD = "a ship in port is safe"
SIZES = (100, 10_000)
AT_ONCE = 1000
COLUMNS = ("status", "person", "text", "date", "timeline", "numeric")


async def fill(settings: Settings, account_id: int, user_id: int) -> dict[int, int]:
    """Size -> board id."""
    database = await open_from(settings)
    actor = Actor(account_id, user_id, "admin")
    try:
        return {size: await _board(database, actor, size) for size in SIZES}
    finally:
        await database.close()


async def _board(database: Database, actor: Actor, size: int) -> int:
    async def make(work: Work) -> int:
        board = await create_board(
            work,
            creator_id=actor.user_id or 0,
            name=f"{size} pulses",
            description=None,
            kind="public",
        )
        for kind in COLUMNS:
            await create_column(work, board.id, title=kind.title(), type_name=kind)
        return board.id

    board_id = await write(database, actor, make)
    for start in range(0, size, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, size))
        await write(database, actor, partial(_pulses, board_id=board_id, numbers=numbers))
    return board_id


async def _pulses(work: Work, board_id: int, numbers: range) -> None:
    for number in numbers:
        pulse = await create_pulse(
            work,
            board_id,
            creator_id=work.actor.user_id or 0,
            name=f"Pulse {number}",
            group_id=None,
            at_bottom=True,
        )
        cell = (work, board_id)
        day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
        await value_actions.set_status(*cell, "status", pulse.id, index=number % 3)
        await value_actions.set_person(*cell, "person", pulse.id, work.actor.user_id)
        await value_actions.set_text(*cell, "text", pulse.id, f"Remark {number}")
        await value_actions.set_date(*cell, "date", pulse.id, day)
        await value_actions.set_timeline(*cell, "timeline", pulse.id, day, "2027-01-15")
        await value_actions.set_number(*cell, "numeric", pulse.id, f"{number}.5")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(data=folder)
        made = json.loads(
            subprocess.run(
                [LUNDI, "account", "create", "--data", folder, *ACCOUNT],
                check=True,
                capture_output=True,
                text=True,
                input=f"{PASSWORD}\n",
            ).stdout
        )
        boards = asyncio.run(fill(settings, made["account_id"], made["user_id"]))
        with started([LUNDI, "serve", "--port", "0", "--data", folder]) as server:
            told = {"boards": boards, "email": "ada@example.com", "password": PASSWORD}
            table = subprocess.run(
                [
                    "node",
                    "browser/measure.mjs",
                    f"http://127.0.0.1:{server.port}",
                    json.dumps(told),
                ],
                cwd=FRONTEND,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            ).stdout
        write_part("browser", table.strip())


if __name__ == "__main__":
    main()
