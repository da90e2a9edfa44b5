"""Taking back what happened to groups."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards import group_actions
from lundi.domains.boards.access import board_to_edit, group_to_edit, group_to_restore
from lundi.domains.boards.column_actions import lock_board
from lundi.domains.boards.queries import all_groups
from lundi.domains.boards.schemas import ACTIVE, ARCHIVED, DELETED, Board, Group
from lundi.domains.history.schemas import Recorded
from lundi.domains.history.standing import check_stands, former, left
from lundi.domains.pulses import group_state_actions
from lundi.domains.pulses.tables import pulses

_IN_GROUP = (
    sa.select(pulses.c.id)
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.board_id == parameter("board_id"),
        pulses.c.group_id == parameter("group_id", sa.Text),
        pulses.c.state == ACTIVE,
    )
    .limit(sa.literal_column("1"))
)
_CHANGED_IN_GROUP = _IN_GROUP.where(pulses.c.updated_at != parameter("at"))


async def change_back(work: Work, one: Recorded) -> None:
    _, group = await _active(work, one)
    is_as_left = all(getattr(group, name) == value for name, value in one.data["new"].items())
    check_stands(is_as_left, f"group '{group.title}' was changed since")
    old = one.data["old"]
    await group_actions.change_group(
        work, group.board_id, group.id, old.get("title"), old.get("color")
    )


async def place_back(work: Work, one: Recorded) -> None:
    board, group = await _active(work, one)
    above = group_actions.id_before(await all_groups(work, board), group.id)
    check_stands(above == one.data["after_id"], f"group '{group.title}' moved since")
    await group_actions.place_group(work, board.id, group.id, former(one, "after_id"))


async def uncreate(work: Work, one: Recorded) -> None:
    """Deletes it, unless something is in it."""
    _, group = await _active(work, one)
    _check_title(one, group)
    found = await work.first(_IN_GROUP, int, board_id=group.board_id, group_id=group.id)
    check_stands(found is None, f"group '{group.title}' has pulses")
    await group_state_actions.delete_group(work, group.board_id, group.id)


async def unduplicate(work: Work, one: Recorded) -> None:
    _, group = await _active(work, one)
    _check_title(one, group)
    changed = await work.first(
        _CHANGED_IN_GROUP, int, board_id=group.board_id, group_id=group.id, at=one.at
    )
    check_stands(changed is None, f"pulses in group '{group.title}' were changed since")
    await group_state_actions.delete_group(work, group.board_id, group.id)


async def unarchive(work: Work, one: Recorded) -> None:
    await _restore(work, one, ARCHIVED)


async def undelete(work: Work, one: Recorded) -> None:
    group = await _restore(work, one, DELETED)
    if former(one, "state") == ARCHIVED:
        await group_state_actions.archive_group(work, group.board_id, group.id)


async def put_away_again(work: Work, one: Recorded) -> None:
    board, group = await _active(work, one)
    if former(one, "state") == DELETED:
        await group_state_actions.delete_group(work, board.id, group.id)
    else:
        await group_state_actions.archive_group(work, board.id, group.id)


async def _active(work: Work, one: Recorded) -> tuple[Board, Group]:
    board = await board_to_edit(work, one.board_id or 0)
    await lock_board(work, board)
    return board, await group_to_edit(work, board, one.data["group_id"])


async def _restore(work: Work, one: Recorded, state: str) -> Group:
    board = await board_to_edit(work, one.board_id or 0)
    await lock_board(work, board)
    group = await group_to_restore(work, board, one.data["group_id"])
    check_stands(group.state == state, f"group '{group.title}' is {group.state} now")
    return await group_state_actions.restore_group(work, board.id, group.id)


def _check_title(one: Recorded, group: Group) -> None:
    title = left(one, "GroupChanged", "title", one.data["title"])
    check_stands(group.title == title, f"group '{group.title}' was renamed since")
