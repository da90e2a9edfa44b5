"""Creating, changing, ordering, archiving and restoring the groups of a board."""

from itertools import pairwise

import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.naming import snake_case, unused
from lundi.core.ordering import between
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import (
    board_to_edit,
    group_to_edit,
    group_to_read,
)
from lundi.domains.boards.actions import ADD_GROUP, touch_board
from lundi.domains.boards.events import (
    GroupChanged,
    GroupCreated,
    GroupLeft,
    GroupMoved,
    GroupPlaced,
)
from lundi.domains.boards.queries import all_groups
from lundi.domains.boards.schemas import ACTIVE, Board, Group
from lundi.domains.boards.tables import boards, groups

COLORS = (
    "#037f4c",
    "#fdab3d",
    "#579bfc",
    "#e2445c",
    "#a25ddc",
    "#00c875",
    "#0086c0",
    "#ff642e",
    "#9cd326",
    "#784bd1",
    "#bb3354",
)
_PARTS = ("title", "color")

_LOCK_BOARD = (
    sa.select(boards.c.id)
    .where(boards.c.account_id == parameter("account_id"), boards.c.id == parameter("board_id"))
    .with_for_update()
)
_CHANGE = (
    sa.update(groups)
    .where(
        groups.c.account_id == parameter("account_id"),
        groups.c.board_id == parameter("board_id"),
        groups.c.id == parameter("group_id", sa.Text),
    )
    .values(
        title=parameter("title", sa.Text),
        color=parameter("color", sa.Text),
        state=parameter("state", sa.Text),
    )
)
_PLACE = (
    sa.update(groups)
    .where(
        groups.c.account_id == parameter("account_id"),
        groups.c.board_id == parameter("board_id"),
        groups.c.id == parameter("group_id", sa.Text),
    )
    .values(position=parameter("position", sa.Text))
)
_REMOVE = sa.delete(groups).where(
    groups.c.account_id == parameter("account_id"),
    groups.c.board_id == parameter("board_id"),
    groups.c.id == parameter("group_id", sa.Text),
)


async def create_group(
    work: Work,
    board_id: int,
    title: str,
    color: str | None,
    *,
    at_bottom: bool = False,
    wanted_id: str | None = None,
) -> Group:
    """On top of the board, unless told otherwise. Without a colour it takes the next of the palette, without an id one
    that is made of its title.
    """
    board = await board_to_edit(work, board_id)
    wanted_id = wanted_id or snake_case(title, otherwise="group")
    group = await add_group(work, board, wanted_id, title, color, at_bottom=at_bottom)
    work.record(GroupCreated(board_id=board.id, group_id=group.id, title=title))
    return group


async def change_group(
    work: Work, board_id: int, group_id: str, title: str | None, color: str | None
) -> Group:
    board = await board_to_edit(work, board_id)
    group = await group_to_edit(work, board, group_id)
    await _change(work, group, title or group.title, color or group.color, group.state)
    await touch_board(work, board)
    changed = await group_to_read(work, board, group.id)
    parts = [name for name in _PARTS if getattr(changed, name) != getattr(group, name)]
    work.record(
        GroupChanged(
            board_id=board.id,
            group_id=group.id,
            title=changed.title,
            color=changed.color,
            old={name: getattr(group, name) for name in parts},
            new={name: getattr(changed, name) for name in parts},
        )
    )
    return changed


async def place_group(work: Work, board_id: int, group_id: str, after_id: str | None) -> Group:
    """Right after another active group of the board; on top where `after_id` is None."""
    board = await board_to_edit(work, board_id)
    group = await group_to_edit(work, board, group_id)
    await lock_board(work, board)
    present = await all_groups(work, board)
    others = [other for other in present if other.id != group.id]
    position = _position_after(others, after_id)
    await work.run(_PLACE, board_id=board.id, group_id=group.id, position=position)
    await touch_board(work, board)
    work.record(
        GroupPlaced(
            board_id=board.id,
            group_id=group.id,
            after_id=after_id,
            before={"after_id": id_before(present, group.id)},
        )
    )
    return await group_to_read(work, board, group.id)


async def set_group_state(work: Work, board: Board, group: Group, state: str) -> None:
    """Of a group that was found already on a board that may be edited."""
    await _change(work, group, group.title, group.color, state)
    await touch_board(work, board)


async def add_group(
    work: Work,
    board: Board,
    wanted_id: str,
    title: str,
    color: str | None,
    *,
    at_bottom: bool = False,
) -> Group:
    """A new row of `groups` on a board that may be edited; its id is made unique there."""
    await lock_board(work, board)
    present = await all_groups(work, board)
    places = [group.position for group in present]
    if at_bottom:
        position = between(places[-1] if places else None, None)
    else:
        position = between(None, places[0] if places else None)
    group_id = unused(wanted_id, {group.id for group in present})
    await work.run(
        ADD_GROUP,
        board_id=board.id,
        id=group_id,
        title=title,
        color=color or COLORS[len(present) % len(COLORS)],
        position=position,
    )
    await touch_board(work, board)
    return await group_to_read(work, board, group_id)


async def remove_moved_group(work: Work, group: Group, moved: Group) -> None:
    """After all its pulses went to `moved`, on another board."""
    await work.run(_REMOVE, board_id=group.board_id, group_id=group.id)
    work.record(GroupLeft(board_id=group.board_id, group_id=group.id))
    work.record(
        GroupMoved(
            board_id=moved.board_id,
            group_id=moved.id,
            from_board_id=group.board_id,
            from_group_id=group.id,
        )
    )


async def lock_board(work: Work, board: Board) -> None:
    """Two at once must not take the same place or the same id."""
    await work.lock(_LOCK_BOARD, board_id=board.id)


def id_before(groups: list[Group], group_id: str) -> str | None:
    """Of the active group right above it, in their order."""
    ids = [group.id for group in groups if group.state == ACTIVE or group.id == group_id]
    return next((above for above, own in pairwise(ids) if own == group_id), None)


def _position_after(others: list[Group], after_id: str | None) -> str:
    """`others` in their order, the archived ones too: those keep their places."""
    places = [other.position for other in others]
    if after_id is None:
        return between(None, places[0] if places else None)
    for index, other in enumerate(others):
        if other.id == after_id and other.state == ACTIVE:
            return between(other.position, places[index + 1] if places[index + 1 :] else None)
    raise Invalid(f"There is no other active group '{after_id[:80]}' to place the group after.")


async def _change(work: Work, group: Group, title: str, color: str, state: str) -> None:
    await work.run(
        _CHANGE,
        board_id=group.board_id,
        group_id=group.id,
        title=title,
        color=color,
        state=state,
    )
