"""What each user chose about a board for themselves: how the web app shows it to them."""

from typing import Any

import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.favorites import favorite_boards
from lundi.domains.boards.schemas import Board, Choices
from lundi.domains.boards.tables import board_choices

LARGEST_CHOICES = 16 * 1024
DEEPEST_CHOICES = 16

_OWN = sa.and_(
    board_choices.c.account_id == parameter("account_id"),
    board_choices.c.user_id == parameter("viewer_id"),
)
_THE_CHOICES = sa.and_(_OWN, board_choices.c.board_id == parameter("board_id"))
_CHOICES = sa.select(board_choices.c.choices).where(_THE_CHOICES)
_KEEP = sa.insert(board_choices).values(
    account_id=parameter("account_id"),
    user_id=parameter("viewer_id"),
    board_id=parameter("board_id"),
    choices=parameter("choices", Json),
)
_SET_CHOICES = (
    sa.update(board_choices).where(_THE_CHOICES).values(choices=parameter("choices", Json))
)


async def choices_of(work: Work, board: Board) -> Choices:
    """The actor's."""
    choices = await work.first(_CHOICES, _as_it_is, board_id=board.id)
    return Choices(board.id in await favorite_boards(work), choices)


async def set_choices(work: Work, board_id: int, choices: dict[str, Any]) -> None:
    """For the actor, who is a user; what is in them only the web app knows."""
    board = await board_to_read(work, board_id)
    text = _checked(choices)
    if not await work.run(_SET_CHOICES, board_id=board.id, choices=text):
        await work.run(_KEEP, board_id=board.id, choices=text)


def _as_it_is(choices: dict[str, Any] | None) -> dict[str, Any] | None:
    return choices


def _checked(choices: dict[str, Any]) -> str:
    if not _is_within(choices, DEEPEST_CHOICES):
        raise Invalid(f"What is chosen must be at most {DEEPEST_CHOICES} levels deep.")
    text = as_json(choices)
    if len(text.encode()) > LARGEST_CHOICES:
        raise Invalid(f"What is chosen must fit in {LARGEST_CHOICES // 1024} KiB.")
    return text


def _is_within(value: Any, levels: int) -> bool:
    """Goes no deeper than that itself."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels > 0 and all(
        _is_within(one, levels - 1) for one in inner if isinstance(one, dict | list)
    )
