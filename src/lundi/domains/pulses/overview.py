"""All boards that the actor sees, with who owns them and how much is on them."""

from collections import defaultdict

import msgspec
import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.schemas import ACTIVE, DELETED
from lundi.domains.boards.tables import board_subscribers, boards
from lundi.domains.pulses.tables import pulses

_PULSES = (
    sa.select(sa.func.count())
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.board_id == boards.c.id,
        pulses.c.state == ACTIVE,
    )
    .scalar_subquery()
)
_LAST_CHANGE = (
    sa.select(sa.func.max(pulses.c.updated_at))
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.board_id == boards.c.id,
    )
    .scalar_subquery()
)
_BOARDS = (
    sa.select(
        boards.c.id,
        boards.c.name,
        boards.c.kind,
        boards.c.state,
        boards.c.creator_id,
        _PULSES,
        boards.c.updated_at,
        sa.func.coalesce(_LAST_CHANGE, 0),
    )
    .where(
        boards.c.account_id == parameter("account_id"),
        boards.c.state != DELETED,
        boards.c.parent_board_id.is_(None),
        board_is_visible(),
    )
    .order_by(boards.c.id)
)
_OWNERS = (
    sa.select(board_subscribers.c.board_id, board_subscribers.c.user_id)
    .where(
        board_subscribers.c.account_id == parameter("account_id"),
        one_of(board_subscribers.c.board_id, "board_ids"),
        board_subscribers.c.as_admin == sa.true(),
    )
    .order_by(board_subscribers.c.created_at, board_subscribers.c.user_id)
)


class CountedBoard(msgspec.Struct, frozen=True):
    """`pulses`: those that are neither archived nor deleted themselves. Times in microseconds; a change of a pulse isn't one of its board."""

    id: int
    name: str
    kind: str
    state: str
    creator_id: int | None
    pulses: int
    updated_at: int
    pulses_updated_at: int


async def all_boards(work: Work) -> list[tuple[CountedBoard, list[int]]]:
    """The archived ones too; each with the ids of its owners."""
    found = await work.all(_BOARDS, CountedBoard)
    owners: defaultdict[int, list[int]] = defaultdict(list)
    for board in found:
        if board.creator_id is not None:
            owners[board.id].append(board.creator_id)
    listed = await work.all(
        _OWNERS, lambda *row: row, board_ids=id_list(board.id for board in found)
    )
    for board_id, user_id in listed:
        if user_id not in owners[board_id]:
            owners[board_id].append(user_id)
    return [(board, owners[board.id]) for board in found]
