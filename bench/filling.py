"""Accounts with large boards: what the actions make of a board's first pulse is copied past them for all others."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

import msgspec
import sqlalchemy as sa

from bench.places import Place
from bench.servers import new_account
from lundi.app import open_from
from lundi.core.database import Database
from lundi.core.ordering import several_between
from lundi.core.schema import parameter
from lundi.core.work import Actor, Work, as_json, write
from lundi.domains.accounts.session_actions import open_session
from lundi.domains.boards.actions import create_board
from lundi.domains.boards.column_actions import create_column
from lundi.domains.pulses import value_actions
from lundi.domains.pulses.access import pulse_to_read
from lundi.domains.pulses.actions import create_pulse
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulse_subscribers, pulses
from lundi.settings import load_settings

AT_ONCE = 20_000
TYPES = ("status", "person", "text", "date", "numeric", "timeline", "tags")


class Wanted(msgspec.Struct, frozen=True):
    """A board of so many pulses, with a value in each of its columns: one of each of TYPES, the rest texts."""

    pulses: int
    columns: int = 20


class Board(msgspec.Struct):
    """`pulses`: their ids, from the top."""

    id: int
    pulses: list[int]


class Account(msgspec.Struct):
    """`token` and `secret` (of a session) are its admin's."""

    token: str
    secret: str
    boards: list[Board]


def filled(place: Place, boards: Sequence[Wanted], name: str = "Bench") -> Account:
    """A new account there. No server may be running."""
    made = new_account(place, name)
    account = asyncio.run(_fill(place, made, boards))
    place.settle()
    return account


async def _fill(place: Place, made: dict[str, Any], wanted: Sequence[Wanted]) -> Account:
    database = await open_from(load_settings(**place.settings))
    actor = Actor(made["account_id"], made["user_id"], "admin")

    async def sign_in(work: Work) -> str:
        return await open_session(work, made["user_id"], "127.0.0.1", "bench")

    try:
        secret = await write(database, actor, sign_in)
        boards = [await _board(database, actor, one) for one in wanted]
    finally:
        await database.close()
    return Account(made["personal_token"], secret, boards)


async def _board(database: Database, actor: Actor, wanted: Wanted) -> Board:
    board_id = await write(database, actor, partial(_with_columns, wanted=wanted))
    if not wanted.pulses:
        return Board(board_id, [])
    first = await write(
        database, actor, partial(_first_pulse, board_id=board_id, columns=wanted.columns)
    )
    positions = several_between(first.position, None, wanted.pulses - 1)
    ids = [first.id]
    for start in range(0, len(positions), AT_ONCE):
        some = positions[start : start + AT_ONCE]
        ids += await write(
            database, actor, partial(_copy, model=first, positions=some, number=start + 2)
        )
    return Board(board_id, ids)


async def _with_columns(work: Work, wanted: Wanted) -> int:
    board = await create_board(
        work,
        creator_id=work.acting_id or 0,
        name=f"{wanted.pulses} pulses",
        description=None,
        kind="public",
    )
    for number in range(wanted.columns):
        type_name = TYPES[number] if number < len(TYPES) else "text"
        await create_column(work, board.id, title=_column(number), type_name=type_name)
    return board.id


def _column(number: int) -> str:
    return TYPES[number] if number < len(TYPES) else f"more{number}"


async def _first_pulse(work: Work, board_id: int, columns: int) -> Pulse:
    user_id = work.acting_id or 0
    made = await create_pulse(work, board_id, creator_id=user_id, name="Pulse 1")
    cell = (work, board_id)
    await value_actions.set_status(*cell, "status", made.id, index=1)
    await value_actions.set_person(*cell, "person", made.id, user_id)
    await value_actions.set_text(*cell, "text", made.id, "Silver Pet Rock")
    await value_actions.set_date(*cell, "date", made.id, "2017-01-03")
    await value_actions.set_number(*cell, "numeric", made.id, "100.5")
    await value_actions.set_timeline(*cell, "timeline", made.id, "2017-01-09", "2017-01-15")
    await value_actions.set_tags(*cell, "tags", made.id, ["one", "two"])
    for number in range(len(TYPES), columns):
        await value_actions.set_text(*cell, _column(number), made.id, f"Value {number}")
    return await pulse_to_read(work, made.id)


async def _copy(work: Work, model: Pulse, positions: Sequence[str], number: int) -> Sequence[int]:
    """Their ids. `number`: of the first of them."""
    ids = await work.new_ids("pulse", len(positions))
    same = {
        "account_id": work.account_id,
        "board_id": model.board_id,
        "group_id": model.group_id,
        "parent_id": None,
        "state": model.state,
        "creator_id": model.creator_id,
        "updates_count": 0,
        "last_update_at": None,
        "created_at": model.created_at,
        "updated_at": model.updated_at,
    }
    await _insert(
        work,
        pulses,
        [
            {
                **same,
                "id": id_,
                "position": position,
                "number": at,
                "name": f"Pulse {at}",
                "values": as_json({**model.values, "text": f"Silver Pet Rock {at}"}),
            }
            for at, (id_, position) in enumerate(zip(ids, positions, strict=True), number)
        ],
    )
    follows = {
        "account_id": work.account_id,
        "user_id": model.creator_id,
        "as_admin": True,
        "created_at": model.created_at,
    }
    await _insert(work, pulse_subscribers, [{**follows, "pulse_id": id_} for id_ in ids])
    return ids


async def _insert(work: Work, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    names = [column.name for column in table.columns]
    new = sa.insert(table).values(
        {column.name: parameter(column.name, column.type) for column in table.columns}
    )
    await work.run_many(new, ([row[name] for name in names] for row in rows))
