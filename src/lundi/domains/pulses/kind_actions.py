"""Making a board main, shareable or private: who sees it changes, and which tags its pulses can carry."""

import sqlalchemy as sa

from lundi.core.errors import Conflict, Forbidden
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.accounts.tables import users
from lundi.domains.boards.access import (
    WITH_SUBITEMS,
    board_to_own,
    board_to_read,
    subscribes,
)
from lundi.domains.boards.actions import subscribe_to_board
from lundi.domains.boards.events import BoardKindChanged
from lundi.domains.boards.schemas import Board
from lundi.domains.boards.subitem_boards import subitems_board
from lundi.domains.boards.tables import boards
from lundi.domains.pulses.tables import pulses
from lundi.domains.tags.actions import link_tags, scope_of, tags_for_board
from lundi.domains.tags.tables import tag_links

_SET_KIND = (
    sa.update(boards)
    .where(WITH_SUBITEMS)
    .values(kind=parameter("kind", sa.Text), updated_at=parameter("now"))
)
_GUESTS = (
    sa.select(sa.func.count())
    .select_from(users)
    .join(boards, boards.c.account_id == users.c.account_id)
    .where(
        users.c.account_id == parameter("account_id"),
        users.c.role == "guest",
        users.c.disabled_at.is_(None),
        boards.c.id == parameter("board_id"),
        subscribes(users.c.id),
    )
)
_TAGGED = (
    sa.select(pulses.c.id, pulses.c["values"])
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.board_id == parameter("board_id"),
        sa.exists().where(
            tag_links.c.account_id == parameter("account_id"),
            tag_links.c.pulse_id == pulses.c.id,
        ),
    )
    .with_for_update()
)
_SET_VALUES = (
    sa.update(pulses)
    .where(pulses.c.account_id == parameter("account_id"), pulses.c.id == parameter("pulse_id"))
    .values(values=parameter("values", Json))
)


async def change_kind(work: Work, board_id: int, kind: str) -> Board:
    """By an owner, who subscribes to what isn't a main board any more: nobody else might ever see it again.

    Conflict where guests subscribe to it and would be shut out.
    """
    board = await board_to_own(work, board_id)
    if kind == board.kind:
        return board
    if work.actor.is_company:
        raise Forbidden("The company token reaches main boards only.")
    await _check_guests_stay(work, board)
    if kind != "public":
        await subscribe_to_board(work, board.id, work.actor.user_id or 0, as_admin=True)
    await work.run(_SET_KIND, board_id=board.id, kind=kind)
    work.record(BoardKindChanged(board_id=board.id, old=board.kind, new=kind))
    changed = await board_to_read(work, board.id)
    if scope_of(changed) != scope_of(board):
        await _carry_tags(work, changed)
        subitems = await subitems_board(work, changed)
        if subitems is not None:
            await _carry_tags(work, subitems)
    return changed


async def _check_guests_stay(work: Work, board: Board) -> None:
    # Only a shareable board has any, and it is about to be another one.
    if await work.one(_GUESTS, int, board_id=board.id):
        raise Conflict(
            f"Guests subscribe to board {board.id}, and can see only shareable boards: "
            "take them off it first."
        )


async def _carry_tags(work: Work, board: Board) -> None:
    for pulse_id, values in await work.all(_TAGGED, lambda *row: row, board_id=board.id):
        for column_id, value in values.items():
            if isinstance(value, dict) and "tag_ids" in value:
                value["tag_ids"] = await tags_for_board(work, board, value["tag_ids"])
                await link_tags(work, pulse_id, column_id, value["tag_ids"])
        await work.run(_SET_VALUES, pulse_id=pulse_id, values=as_json(values))
