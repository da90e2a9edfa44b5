"""The groups of a board."""

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as_if_named
from lundi.domains.boards import group_actions
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.queries import all_groups
from lundi.domains.boards.schemas import ACTIVE, ARCHIVED, DELETED
from lundi.domains.pulses import group_state_actions
from lundi.domains.pulses.move_actions import move_group as move_group_with_pulses
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.kinds import Color, Flag, Id, Text, Title
from lundi.entrypoints.rest_v1.operation import delete, get, post, put
from lundi.entrypoints.rest_v1.parameters import Params, body, path, query
from lundi.entrypoints.rest_v1.shapes import Group, show_group

_BOARD_ID = "The board's id: the number in its URL."
_GROUP_ID = "The group's id, as `groups.json` tells it."


class ListGroups(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    show_archived: Flag = query("Archived groups too.", default=False)
    show_deleted: Flag = query("Deleted groups too.", default=False)


class CreateGroup(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    title: Title = body("The group's title.", example="My new group")
    color: Color | None = body("The group's colour, as #rrggbb.", example="#fdab3d")


class ChangeGroup(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    group_id: Title = body(_GROUP_ID, example="topics")
    title: Title | None = body("The group's new title.", example="This month")
    color: Color | None = body("The group's new colour, as #rrggbb.", example="#579bfc")


class OneGroup(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    group_id: Text = path(_GROUP_ID, example="topics")


class MoveGroup(OneGroup):
    user_id: Id | None = body(
        "Who acts, for the company token; a personal token acts for its owner.", example=48
    )
    dest_board_id: Id = body("The board to move it to.", example=13)
    force_move_to_board: Flag = body(
        "Drop the values that the other board has no column for.", default=False
    )


@get("/boards/{board_id}/groups.json", tag="Boards", example=[examples.GROUP], lasts=True)
async def get_groups(work: Work, params: ListGroups) -> list[Group]:
    """Get the groups of a board."""
    board = await board_to_read(work, params.board_id)
    states = {ACTIVE}
    if params.show_archived:
        states.add(ARCHIVED)
    if params.show_deleted:
        states.add(DELETED)
    return [show_group(group) for group in await all_groups(work, board) if group.state in states]


@post("/boards/{board_id}/groups.json", tag="Boards", example=examples.GROUP)
async def create_group(work: Work, params: CreateGroup) -> Group:
    """Add a group on top of a board."""
    group = await group_actions.create_group(work, params.board_id, params.title, params.color)
    return show_group(group)


@put("/boards/{board_id}/groups.json", tag="Boards", example=examples.GROUP)
async def update_group(work: Work, params: ChangeGroup) -> Group:
    """Change a group's title or colour."""
    if params.title is None and params.color is None:
        raise Invalid("Parameter 'title' or 'color' is missing: there is nothing to change.")
    group = await group_actions.change_group(
        work, params.board_id, params.group_id, params.title, params.color
    )
    return show_group(group)


@post("/boards/{board_id}/groups/{group_id}/move.json", tag="Boards", example=examples.GROUP)
async def move_group(work: Work, params: MoveGroup) -> Group:
    """Move a group with its pulses to another board."""
    await board_to_read(work, params.board_id)
    await act_as_if_named(work, params.user_id)
    group = await move_group_with_pulses(
        work,
        params.board_id,
        params.group_id,
        params.dest_board_id,
        dropping=params.force_move_to_board,
    )
    return show_group(group)


@delete(
    "/boards/{board_id}/groups/{group_id}.json",
    tag="Boards",
    example=[{**examples.GROUP, "id": "next"}, examples.ARCHIVED_GROUP],
)
async def archive_group(work: Work, params: OneGroup) -> list[Group]:
    """Archive a group and its pulses; answers all groups of the board."""
    groups = await group_state_actions.archive_group(work, params.board_id, params.group_id)
    return [show_group(group) for group in groups if group.state != DELETED]
