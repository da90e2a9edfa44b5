"""The groups of a board."""

import msgspec

from lundi.core.work import Work
from lundi.domains.boards import group_actions
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.queries import in_full
from lundi.domains.pulses import group_state_actions
from lundi.entrypoints.app_api.operation import delete, post, put
from lundi.entrypoints.app_api.shapes import Color, Done, Group, Title, show_group


class NewGroup(msgspec.Struct):
    title: Title
    color: Color | None = None
    at_bottom: bool = False


class GroupChange(msgspec.Struct):
    title: Title | None = None
    color: Color | None = None


class GroupPlace(msgspec.Struct):
    """Right after the group `after_id`, or on top."""

    group_id: str
    after_id: str | None = None


@post("/boards/{board_id}/groups")
async def create_group(work: Work, board_id: int, given: NewGroup) -> Group:
    """A group on top of the board, unless told otherwise."""
    return show_group(
        await group_actions.create_group(
            work, board_id, given.title, given.color, at_bottom=given.at_bottom
        )
    )


@put("/boards/{board_id}/groups/{group_id}")
async def change_group(work: Work, board_id: int, group_id: str, given: GroupChange) -> Group:
    """Rename or recolour a group."""
    return show_group(
        await group_actions.change_group(work, board_id, group_id, given.title, given.color)
    )


@post("/boards/{board_id}/groups/place")
async def place_group(work: Work, board_id: int, given: GroupPlace) -> list[Group]:
    """Put a group after another; all groups are answered, in their order."""
    await group_actions.place_group(work, board_id, given.group_id, given.after_id)
    (whole,) = await in_full(work, [await board_to_read(work, board_id)])
    return [show_group(group) for group in whole.groups]


@delete("/boards/{board_id}/groups/{group_id}")
async def archive_group(work: Work, board_id: int, group_id: str) -> Done:
    """Archive a group with its pulses."""
    await group_state_actions.archive_group(work, board_id, group_id)
    return Done()


@post("/boards/{board_id}/groups/{group_id}/restore")
async def restore_group(work: Work, board_id: int, group_id: str) -> Group:
    """Bring an archived group back, with its pulses."""
    return show_group(await group_state_actions.restore_group(work, board_id, group_id))
