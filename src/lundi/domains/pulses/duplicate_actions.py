"""Copying pulses, groups and boards."""

from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards import actions, group_actions
from lundi.domains.boards.access import (
    board_to_edit,
    board_to_read,
    check_stands_alone,
    group_to_edit,
    group_to_read,
)
from lundi.domains.boards.column_copies import copy_columns, copy_subitems_board
from lundi.domains.boards.events import BoardDuplicated, GroupDuplicated
from lundi.domains.boards.queries import all_groups, subscriptions_of
from lundi.domains.boards.schemas import ACTIVE, Board, Group
from lundi.domains.boards.subitem_boards import subitems_board, subitems_board_to_use
from lundi.domains.boards.tables import groups
from lundi.domains.pulses.access import pulse_on_board_to_edit
from lundi.domains.pulses.actions import NewPulse, add_pulse
from lundi.domains.pulses.copying import copy_group, copy_subitems
from lundi.domains.pulses.events import PulseDuplicated
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.tags.actions import link_tags

LONGEST_NAME = 255

_ADD_GROUP = sa.insert(groups).values(
    account_id=parameter("account_id"),
    board_id=parameter("board_id"),
    id=parameter("id", sa.Text),
    title=parameter("title", sa.Text),
    color=parameter("color", sa.Text),
    position=parameter("position", sa.Text),
    state=ACTIVE,
)
_REMOVE_GROUPS = sa.delete(groups).where(
    groups.c.account_id == parameter("account_id"), groups.c.board_id == parameter("board_id")
)


class CopiedPulse(msgspec.Struct, frozen=True):
    """As CopiedGroup."""

    pulse: Pulse
    pulse_ids: dict[int, int]


class CopiedGroup(msgspec.Struct, frozen=True):
    """`pulse_ids`: those of the originals, and of their copies."""

    group: Group
    pulse_ids: dict[int, int]


class CopiedBoard(msgspec.Struct, frozen=True):
    """As CopiedGroup."""

    board: Board
    pulse_ids: dict[int, int]


async def duplicate_pulse(
    work: Work,
    board_id: int,
    pulse_id: int,
    *,
    creator_id: int | None,
    name: str | None = None,
    group_id: str | None = None,
    at_bottom: bool = False,
) -> CopiedPulse:
    """With the values of the original but its files, and its subitems, without its updates; into its group, if none is named."""
    board = await board_to_edit(work, board_id)
    original = await pulse_on_board_to_edit(work, board, pulse_id)
    group = await group_to_edit(work, board, group_id or original.group_id)
    values = {key: value for key, value in original.values.items() if not _has_files(value)}
    new = NewPulse(group, creator_id, name or original.name, values, original.parent_id)
    copy = await add_pulse(work, new, at_bottom)
    for column_id, value in values.items():
        if isinstance(value, dict) and "tag_ids" in value:
            await link_tags(work, copy.id, column_id, value["tag_ids"])
    pulse_ids = {original.id: copy.id}
    pulse_ids |= await _copy_subitems(work, board, board, pulse_ids, creator_id)
    work.record(PulseDuplicated(board_id=board.id, pulse_id=copy.id, original_id=original.id))
    return CopiedPulse(copy, pulse_ids)


def _has_files(value: Any) -> bool:
    return isinstance(value, dict) and "files" in value


async def duplicate_group(
    work: Work,
    board_id: int,
    group_id: str,
    *,
    creator_id: int | None,
    title: str | None = None,
    wanted_id: str | None = None,
    at_top: bool = False,
) -> CopiedGroup:
    """Right after the original, or on top of the board, with copies of its active pulses and their values, without updates.

    Dependencies and files stay with the originals.
    """
    board = await board_to_edit(work, board_id)
    group = await group_to_edit(work, board, group_id)
    wanted = wanted_id or group.id
    name = (title or f"Duplicate of {group.title}")[:LONGEST_NAME]
    copy = await group_actions.add_group(work, board, wanted, name, group.color)
    if not at_top:
        copy = await group_actions.place_group(work, board.id, copy.id, group.id)
    pulse_ids = await copy_group(work, group, board, copy.id, creator_id)
    pulse_ids |= await _copy_subitems(work, board, board, pulse_ids, creator_id)
    work.record(
        GroupDuplicated(board_id=board.id, group_id=copy.id, original_id=group.id, title=copy.title)
    )
    return CopiedGroup(await group_to_read(work, board, copy.id), pulse_ids)


async def duplicate_board(
    work: Work,
    board_id: int,
    *,
    creator_id: int,
    name: str | None = None,
    with_pulses: bool = False,
    keep_subscribers: bool = False,
    workspace_id: int | None = None,
    folder_id: int | None = None,
) -> CopiedBoard:
    """With the columns and groups of the original, by their ids. What copies of pulses leave out, `duplicate_group` says."""
    original = await board_to_read(work, board_id)
    check_stands_alone(original)
    board = await actions.create_board(
        work,
        creator_id=creator_id,
        name=(name or f"Duplicate of {original.name}")[:LONGEST_NAME],
        description=original.description,
        kind=original.kind,
        workspace_id=workspace_id,
        folder_id=folder_id,
    )
    await copy_columns(work, original, board)
    await work.run(_REMOVE_GROUPS, board_id=board.id)
    pulse_ids: dict[int, int] = {}
    for group in await all_groups(work, original):
        if group.state != ACTIVE:
            continue
        await work.run(
            _ADD_GROUP,
            board_id=board.id,
            id=group.id,
            title=group.title,
            color=group.color,
            position=group.position,
        )
        if with_pulses:
            pulse_ids |= await copy_group(work, group, board, group.id, work.actor.user_id)
    if await subitems_board(work, original) is not None:
        await copy_subitems_board(work, original, board)
        pulse_ids |= await _copy_subitems(work, original, board, pulse_ids, work.actor.user_id)
    if keep_subscribers:
        for one in await subscriptions_of(work, original):
            if one.user_id != creator_id:
                await actions.subscribe_to_board(work, board.id, one.user_id, one.as_admin)
    work.record(BoardDuplicated(board_id=board.id, original_id=original.id))
    return CopiedBoard(await board_to_read(work, board.id), pulse_ids)


async def _copy_subitems(
    work: Work,
    original: Board,
    target: Board,
    parents: dict[int, int],
    creator_id: int | None,
) -> dict[int, int]:
    """`parents`: pulses of the original board and their copies on the target."""
    source = await subitems_board(work, original)
    if source is None or not parents:
        return {}
    into = source if target.id == original.id else await subitems_board_to_use(work, target)
    return await copy_subitems(work, parents, source, into, creator_id)
