"""Archiving, deleting and restoring groups: their pulses go with them unwritten, and the subitems of those are told."""

import sqlalchemy as sa

from lundi.core.errors import Conflict
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import (
    board_to_edit,
    group_to_delete,
    group_to_edit,
    group_to_read,
    group_to_restore,
)
from lundi.domains.boards.events import GroupArchived, GroupDeleted, GroupRestored
from lundi.domains.boards.group_actions import lock_board, set_group_state
from lundi.domains.boards.queries import all_groups
from lundi.domains.boards.schemas import ACTIVE, ARCHIVED, DELETED, Board, Group
from lundi.domains.boards.subitem_boards import subitems_board
from lundi.domains.pulses.schemas import ARCHIVED_ABOVE, DELETED_ABOVE
from lundi.domains.pulses.tables import pulses

_parents = pulses.alias("parents")
_UNDER_GROUP = sa.and_(
    pulses.c.account_id == parameter("account_id"),
    pulses.c.parent_id.in_(
        sa.select(_parents.c.id).where(
            _parents.c.account_id == parameter("account_id"),
            _parents.c.board_id == parameter("board_id"),
            _parents.c.group_id == parameter("group_id", sa.Text),
            _parents.c.state == ACTIVE,
        )
    ),
)
_PUT_AWAY = (
    sa.update(pulses)
    .where(_UNDER_GROUP, sa.or_(pulses.c.state == ACTIVE, pulses.c.state == ARCHIVED_ABOVE))
    .values(state=parameter("state", sa.Text), updated_at=parameter("now"))
)
_BRING_BACK = (
    sa.update(pulses)
    .where(_UNDER_GROUP, sa.or_(pulses.c.state == ARCHIVED_ABOVE, pulses.c.state == DELETED_ABOVE))
    .values(state=ACTIVE, updated_at=parameter("now"))
)


class LastGroup(Conflict):
    """A board keeps one active group."""


async def archive_group(work: Work, board_id: int, group_id: str) -> list[Group]:
    """Its pulses go out of sight with it; not one of their rows is written. Gives all groups of the board."""
    board = await board_to_edit(work, board_id)
    group = await group_to_edit(work, board, group_id)
    await set_group_state(work, board, group, ARCHIVED)
    await _put_subitems_away(work, board, group, ARCHIVED_ABOVE)
    work.record(GroupArchived(board_id=board.id, group_id=group.id))
    return await all_groups(work, board)


async def delete_group(work: Work, board_id: int, group_id: str) -> Group:
    """Out of sight, with its pulses; gives the group as it was. Raises LastGroup."""
    board = await board_to_edit(work, board_id)
    group = await group_to_delete(work, board, group_id)
    await lock_board(work, board)
    others = [one for one in await all_groups(work, board) if one.id != group.id]
    if not any(one.state == ACTIVE for one in others):
        raise LastGroup(f"Group '{group.id}' is the last of board {board.id} and stays.")
    await set_group_state(work, board, group, DELETED)
    await _put_subitems_away(work, board, group, DELETED_ABOVE)
    work.record(GroupDeleted(board_id=board.id, group_id=group.id, before={"state": group.state}))
    return group


async def restore_group(work: Work, board_id: int, group_id: str) -> Group:
    """Where it was, with its pulses but those that were archived or deleted themselves."""
    board = await board_to_edit(work, board_id)
    group = await group_to_restore(work, board, group_id)
    await set_group_state(work, board, group, ACTIVE)
    if await subitems_board(work, board) is not None:
        await work.run(_BRING_BACK, board_id=board.id, group_id=group.id)
    work.record(GroupRestored(board_id=board.id, group_id=group.id, before={"state": group.state}))
    return await group_to_read(work, board, group.id)


async def _put_subitems_away(work: Work, board: Board, group: Group, state: str) -> None:
    if await subitems_board(work, board) is not None:
        await work.run(_PUT_AWAY, board_id=board.id, group_id=group.id, state=state)
