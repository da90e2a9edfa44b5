"""What is kept about a board beside its name: what its items are called, and a text of its owners' own."""

from typing import Any

import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.boards.access import board_to_edit, board_to_read
from lundi.domains.boards.actions import record_change
from lundi.domains.boards.schemas import Board
from lundi.domains.boards.tables import boards
from lundi.domains.column_types.inputs import check_storable, quoted

LONGEST_COMMUNICATION = 65_536
LONGEST_NICKNAME = 100
_PRESETS = ("custom", "item", "task", "lead", "project", "employee", "client", "campaign", "budget")
_THE_BOARD = sa.and_(
    boards.c.account_id == parameter("account_id"), boards.c.id == parameter("board_id")
)
_SET_COMMUNICATION = (
    sa.update(boards)
    .where(_THE_BOARD)
    .values(communication=parameter("communication", sa.Text), updated_at=parameter("now"))
)
_SET_NICKNAME = (
    sa.update(boards)
    .where(_THE_BOARD)
    .values(item_nickname=parameter("nickname", Json), updated_at=parameter("now"))
)


async def set_communication(work: Work, board_id: int, text: str) -> Board:
    """Kept as it is given."""
    board = await board_to_edit(work, board_id)
    check_storable(text)
    if len(text) > LONGEST_COMMUNICATION:
        raise Invalid(f"A board's communication has at most {LONGEST_COMMUNICATION:,} characters.")
    await work.run(_SET_COMMUNICATION, board_id=board.id, communication=text or None)
    record_change(work, board, communication=text or None)
    return await board_to_read(work, board.id)


async def set_item_nickname(work: Work, board_id: int, nickname: Any) -> Board:
    """{"singular", "plural", "preset_type"}; a preset other than `custom` says both words by itself."""
    board = await board_to_edit(work, board_id)
    return await _set_nickname(work, board, _checked(nickname))


async def put_item_nickname_back(
    work: Work, board_id: int, nickname: dict[str, str] | None
) -> Board:
    """As it was kept before; None where there was none."""
    return await _set_nickname(work, await board_to_edit(work, board_id), nickname)


async def _set_nickname(work: Work, board: Board, kept: dict[str, str] | None) -> Board:
    text = None if kept is None else as_json(kept)
    await work.run(_SET_NICKNAME, board_id=board.id, nickname=text)
    record_change(work, board, item_nickname=kept)
    return await board_to_read(work, board.id)


def _checked(nickname: Any) -> dict[str, str]:
    check_storable(nickname)
    if not isinstance(nickname, dict):
        raise Invalid('What items are called is written {"singular": "Task", "plural": "Tasks"}.')
    preset = nickname.get("preset_type") or "custom"
    if preset not in _PRESETS:
        raise Invalid(f"{quoted(preset)} is no preset_type: it is one of {', '.join(_PRESETS)}.")
    kept = {"preset_type": preset}
    for number in ("singular", "plural"):
        word = nickname.get(number) or _word(preset, number)
        if not isinstance(word, str) or not 1 <= len(word) <= LONGEST_NICKNAME:
            raise Invalid(
                f"The {number} of what items are called has 1 to {LONGEST_NICKNAME} characters."
            )
        kept[number] = word
    return kept


def _word(preset: str, number: str) -> str:
    if preset == "custom":
        return ""
    return preset.capitalize() if number == "singular" else f"{preset.capitalize()}s"
