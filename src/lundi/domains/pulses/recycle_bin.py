"""What was put away and can come back."""

import msgspec
import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work, events
from lundi.domains.accounts.access import may_write
from lundi.domains.boards.access import BOARD_IS_EDITABLE, BOARD_IS_OWNED, board_is_visible
from lundi.domains.boards.schemas import ACTIVE, ARCHIVED, DELETED
from lundi.domains.boards.tables import boards, groups
from lundi.domains.pulses.access import ON_BOARD
from lundi.domains.pulses.tables import pulses

PAGE = 200
KEPT_DAYS = 30
"""How long a deleted pulse can be restored. What is archived is kept for good."""


class Recycled(msgspec.Struct, frozen=True):
    """`kind`: pulse, group or board. `by`: who put it away, where that is known.

    `at`: when, in microseconds; a group doesn't know, and stands where its board's last change is.
    """

    kind: str
    board_id: int
    board_name: str
    id: str
    name: str
    state: str
    at: int
    by: int | None


_NONE = sa.cast(sa.null(), sa.BigInteger)
_ON_BOARD_OF_GROUP = sa.and_(
    boards.c.account_id == groups.c.account_id, boards.c.id == groups.c.board_id
)
_PULSES = (
    sa.select(
        sa.literal_column("'pulse'", sa.Text).label("kind"),
        boards.c.id.label("board_id"),
        boards.c.name.label("board_name"),
        sa.cast(pulses.c.id, sa.Text).label("id"),
        pulses.c.name,
        pulses.c.state,
        pulses.c.updated_at.label("at"),
        pulses.c.id.label("pulse_id"),
    )
    .join(boards, ON_BOARD)
    .where(
        pulses.c.account_id == parameter("account_id"),
        sa.or_(pulses.c.state == ARCHIVED, pulses.c.state == DELETED),
        boards.c.state == ACTIVE,
        board_is_visible(),
        BOARD_IS_EDITABLE,
    )
)
# A group's board was last changed when it was archived, or later.
_GROUPS = (
    sa.select(
        sa.literal_column("'group'", sa.Text),
        boards.c.id,
        boards.c.name,
        groups.c.id,
        groups.c.title,
        groups.c.state,
        boards.c.updated_at,
        _NONE,
    )
    .join(boards, _ON_BOARD_OF_GROUP)
    .where(
        groups.c.account_id == parameter("account_id"),
        groups.c.state != ACTIVE,
        boards.c.state == ACTIVE,
        board_is_visible(),
        BOARD_IS_EDITABLE,
    )
)
_BOARDS = sa.select(
    sa.literal_column("'board'", sa.Text),
    boards.c.id,
    boards.c.name,
    sa.cast(boards.c.id, sa.Text),
    boards.c.name,
    boards.c.state,
    boards.c.updated_at,
    _NONE,
).where(
    boards.c.account_id == parameter("account_id"),
    boards.c.state != ACTIVE,
    boards.c.parent_board_id.is_(None),
    board_is_visible(),
    BOARD_IS_OWNED,
)
_ALL = sa.union_all(_PULSES, _GROUPS, _BOARDS).subquery()
_PAGE = (
    sa.select(_ALL)
    .where(_ALL.c.at < parameter("before"))
    .order_by(_ALL.c.at.desc(), _ALL.c.kind, _ALL.c.board_id, _ALL.c.id)
    .limit(parameter("take"))
    .subquery("page")
)
_LAST_BY = (
    sa.select(events.c.actor_id)
    .where(events.c.account_id == parameter("account_id"))
    .order_by(events.c.id.desc())
    .limit(sa.literal_column("1"))
)
_PUT_AWAY_BY = sa.case(
    (
        _PAGE.c.kind == "pulse",
        _LAST_BY.where(
            events.c.pulse_id == _PAGE.c.pulse_id,
            sa.or_(events.c.kind == "PulseArchived", events.c.kind == "PulseDeleted"),
        ).scalar_subquery(),
    ),
    (
        _PAGE.c.kind == "board",
        _LAST_BY.where(
            events.c.board_id == _PAGE.c.board_id,
            sa.or_(events.c.kind == "BoardArchived", events.c.kind == "BoardDeleted"),
        ).scalar_subquery(),
    ),
)
_RECYCLED = sa.select(
    _PAGE.c.kind,
    _PAGE.c.board_id,
    _PAGE.c.board_name,
    _PAGE.c.id,
    _PAGE.c.name,
    _PAGE.c.state,
    _PAGE.c.at,
    _PUT_AWAY_BY,
).order_by(_PAGE.c.at.desc(), _PAGE.c.kind, _PAGE.c.board_id, _PAGE.c.id)


async def recycled(work: Work, before: int | None = None, take: int = PAGE) -> list[Recycled]:
    """What the actor sees and may restore, put away before that time, newest first.

    Forbidden for who may restore nothing.
    """
    may_write(work)
    end = 2**63 - 1 if before is None else before
    found = await work.all(_RECYCLED, Recycled, before=end, take=take)
    last = found[-1].at if len(found) == take else None
    # What was put away at the same time as the last is left to the next page, where all of it is.
    whole = [item for item in found if item.at != last]
    return whole or found
