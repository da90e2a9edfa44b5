"""Changing groups."""

import re
import secrets
import string
from collections.abc import Sequence

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.boards import group_actions
from lundi.domains.boards.access import board_to_edit
from lundi.domains.boards.queries import all_groups
from lundi.domains.boards.schemas import ACTIVE, DELETED, Group
from lundi.domains.column_types.palette import PALETTE
from lundi.domains.docs.descriptions import copy_descriptions
from lundi.domains.pulses import group_state_actions
from lundi.domains.pulses.duplicate_actions import duplicate_group
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id
from lundi.entrypoints.graphql_v2.resolvers.boards import places_of

_LETTERS = string.ascii_lowercase + string.digits
_COLORS = {color.name: color.hex for color in PALETTE.values()}
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def _group_id() -> str:
    return "group_" + "".join(secrets.choice(_LETTERS) for _ in range(8))


def _color(given: str | None) -> str | None:
    """By its name, or as it is."""
    if given is None or _HEX.fullmatch(given):
        return given
    color = _COLORS.get(given, given if given in group_actions.COLORS else None)
    if color is None:
        raise Invalid(f"'{given[:40]}' is no color: write #rrggbb, or one of {', '.join(_COLORS)}.")
    return color


async def create_group(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    group_name: str,
    group_color: str | None = None,
    position: str | None = None,
    position_relative_method: str | None = None,
    relative_to: str | None = None,
) -> list[Group]:
    target = as_id(board_id, "board_id")
    group = await group_actions.create_group(
        ctx.work, target, _title(group_name), _color(group_color), wanted_id=_group_id()
    )
    if relative_to is not None:
        is_after = position_relative_method != "before_at"
        return [await _beside(ctx, target, group.id, relative_to, is_after=is_after)]
    if position is not None:
        return [await _at(ctx, target, group.id, position)]
    return [group]


async def update_group(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    group_id: str,
    group_attribute: str,
    new_value: str,
) -> list[Group]:
    target = as_id(board_id, "board_id")
    if group_attribute == "title":
        title = _title(new_value)
        return [await group_actions.change_group(ctx.work, target, group_id, title, None)]
    if group_attribute == "color":
        color = _color(new_value)
        return [await group_actions.change_group(ctx.work, target, group_id, None, color)]
    if group_attribute == "position":
        return [await _at(ctx, target, group_id, new_value)]
    is_after = group_attribute == "relative_position_after"
    return [await _beside(ctx, target, group_id, new_value, is_after=is_after)]


def _title(title: str) -> str:
    text = title.strip()
    if not 1 <= len(text) <= 255:
        raise Invalid("A group's title has 1 to 255 characters.")
    return text


async def _beside(
    ctx: Context, board_id: int, group_id: str, neighbour_id: str, *, is_after: bool
) -> Group:
    if is_after:
        return await group_actions.place_group(ctx.work, board_id, group_id, neighbour_id)
    others = await _others(ctx, board_id, group_id)
    ids = [group.id for group in others]
    if neighbour_id not in ids:
        raise Invalid(f"There is no other active group '{neighbour_id[:80]}' on board {board_id}.")
    place = ids.index(neighbour_id)
    after_id = ids[place - 1] if place else None
    return await group_actions.place_group(ctx.work, board_id, group_id, after_id)


async def _at(ctx: Context, board_id: int, group_id: str, position: str) -> Group:
    """`position`: a number, as groups of API v2 tell theirs: the group stands before the first that has a greater one."""
    try:
        wanted = float(position)
    except ValueError:
        raise Invalid(f"'{position[:40]}' is no position: it is a number.") from None
    board = await board_to_edit(ctx.work, board_id)
    places = places_of(await all_groups(ctx.work, board))
    others = await _others(ctx, board_id, group_id)
    before = [group for group in others if places[group.id] <= wanted]
    after_id = before[-1].id if before else None
    return await group_actions.place_group(ctx.work, board_id, group_id, after_id)


async def _others(ctx: Context, board_id: int, group_id: str) -> list[Group]:
    board = await board_to_edit(ctx.work, board_id)
    found = await all_groups(ctx.work, board)
    return [group for group in found if group.state == ACTIVE and group.id != group_id]


async def duplicate_a_group(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    group_id: str,
    group_title: str | None = None,
    add_to_top: bool | None = None,
) -> list[Group]:
    copied = await duplicate_group(
        ctx.work,
        as_id(board_id, "board_id"),
        group_id,
        creator_id=ctx.work.actor.user_id,
        title=group_title,
        wanted_id=_group_id(),
        at_top=bool(add_to_top),
    )
    await copy_descriptions(ctx.work, copied.pulse_ids)
    return [copied.group]


async def archive_group(
    ctx: Context, parents: Sequence[None], board_id: str, group_id: str
) -> list[Group | None]:
    groups = await group_state_actions.archive_group(
        ctx.work, as_id(board_id, "board_id"), group_id
    )
    return [next((group for group in groups if group.id == group_id), None)]


async def delete_group(
    ctx: Context, parents: Sequence[None], board_id: str, group_id: str
) -> list[Group]:
    group = await group_state_actions.delete_group(ctx.work, as_id(board_id, "board_id"), group_id)
    return [_deleted(group)]


def _deleted(group: Group) -> Group:
    return msgspec.structs.replace(group, state=DELETED)


RESOLVERS: Resolvers = {
    ("Mutation", "create_group"): create_group,
    ("Mutation", "update_group"): update_group,
    ("Mutation", "archive_group"): archive_group,
    ("Mutation", "delete_group"): delete_group,
    ("Mutation", "duplicate_group"): duplicate_a_group,
}
