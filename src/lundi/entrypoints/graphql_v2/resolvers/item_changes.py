"""Changing items and what is in their cells."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.core.errors import Invalid, NotFound
from lundi.domains.boards.access import board_to_read
from lundi.domains.conversation.duplicate_actions import copy_updates
from lundi.domains.docs.descriptions import copy_descriptions
from lundi.domains.files.actions import settle_files
from lundi.domains.pulses import subitem_actions
from lundi.domains.pulses.access import pulse_to_edit
from lundi.domains.pulses.actions import archive_pulse, delete_pulse
from lundi.domains.pulses.duplicate_actions import duplicate_pulse
from lundi.domains.pulses.input_actions import (
    LONGEST_NAME,
    Simple,
    change_values,
    create_pulse_with,
)
from lundi.domains.pulses.move_actions import move_pulses
from lundi.domains.pulses.placing import place_beside
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.errors import NotJson
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, needed_id
from lundi.entrypoints.graphql_v2.resolvers.undo import undo_record

MOST_AT_ONCE = 500
_AFTER = "after_at"
_COPY = " (copy)"


async def create_item(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    item_name: str,
    group_id: str | None = None,
    column_values: Any = None,
    create_labels_if_missing: bool | None = None,
    position_relative_method: str | None = None,
    relative_to: str | None = None,
) -> list[Pulse]:
    pulse = await create_pulse_with(
        ctx.work,
        as_id(board_id, "board_id"),
        creator_id=ctx.work.actor.user_id,
        name=item_name,
        group_id=group_id,
        given=values_of(column_values),
        make_labels=bool(create_labels_if_missing),
        at_bottom=position_relative_method != _AFTER or relative_to is not None,
    )
    if relative_to is not None:
        neighbour_id = as_id(relative_to, "relative_to")
        is_after = position_relative_method == _AFTER
        pulse = await place_beside(ctx.work, pulse.id, neighbour_id, is_after=is_after)
    return [pulse]


async def create_subitem(
    ctx: Context,
    parents: Sequence[None],
    parent_item_id: str,
    item_name: str,
    column_values: Any = None,
    create_labels_if_missing: bool | None = None,
) -> list[Pulse]:
    return [
        await subitem_actions.create_subitem(
            ctx.work,
            as_id(parent_item_id, "parent_item_id"),
            creator_id=ctx.work.actor.user_id,
            name=item_name,
            given=values_of(column_values),
            make_labels=bool(create_labels_if_missing),
        )
    ]


async def _change(
    ctx: Context, board_id: int, item_id: int, given: dict[str, Any], *, make_labels: bool
) -> Pulse:
    pulse = await change_values(ctx.work, board_id, item_id, given, make_labels=make_labels)
    await settle_files(ctx.work)
    return pulse


async def change_column_value(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    column_id: str,
    value: Any,
    item_id: str | None = None,
    create_labels_if_missing: bool | None = None,
) -> list[Pulse]:
    return [
        await _change(
            ctx,
            as_id(board_id, "board_id"),
            needed_id(item_id, "item_id"),
            {column_id: decoded(value, "value")},
            make_labels=bool(create_labels_if_missing),
        )
    ]


async def change_simple_column_value(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    column_id: str,
    value: str | None = None,
    item_id: str | None = None,
    create_labels_if_missing: bool | None = None,
) -> list[Pulse]:
    return [
        await _change(
            ctx,
            as_id(board_id, "board_id"),
            needed_id(item_id, "item_id"),
            {column_id: Simple(value or "")},
            make_labels=bool(create_labels_if_missing),
        )
    ]


async def change_multiple_column_values(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    column_values: Any,
    item_id: str | None = None,
    create_labels_if_missing: bool | None = None,
) -> list[Pulse]:
    return [
        await _change(
            ctx,
            as_id(board_id, "board_id"),
            needed_id(item_id, "item_id"),
            values_of(column_values),
            make_labels=bool(create_labels_if_missing),
        )
    ]


async def move_item_to_group(
    ctx: Context, parents: Sequence[None], group_id: str, item_id: str | None = None
) -> list[Pulse]:
    pulse = await pulse_to_edit(ctx.work, needed_id(item_id, "item_id"))
    return await move_pulses(ctx.work, pulse.board_id, [pulse.id], group_id)


async def move_item_to_board(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    group_id: str,
    item_id: str,
    columns_mapping: list[dict[str, Any]] | None = None,
    subitems_columns_mapping: list[dict[str, Any]] | None = None,
) -> list[Pulse]:
    pulse = await pulse_to_edit(ctx.work, as_id(item_id, "item_id"))
    return await move_pulses(
        ctx.work,
        pulse.board_id,
        [pulse.id],
        group_id,
        to_board_id=as_id(board_id, "board_id"),
        mapping=_mapping(columns_mapping),
        of_subitems=_mapping(subitems_columns_mapping),
    )


def _mapping(given: list[dict[str, Any]] | None) -> dict[str, str | None] | None:
    return {one["source"]: one.get("target") for one in given} if given else None


async def archive_item(
    ctx: Context, parents: Sequence[None], item_id: str | None = None
) -> list[Pulse]:
    return [await archive_pulse(ctx.work, needed_id(item_id, "item_id"))]


async def delete_item(
    ctx: Context, parents: Sequence[None], item_id: str | None = None
) -> list[Pulse]:
    pulse = await delete_pulse(ctx.work, needed_id(item_id, "item_id"))
    return [msgspec.structs.replace(pulse, state="deleted")]


async def duplicate_item(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    item_id: str | None = None,
    with_updates: bool | None = None,
) -> list[Pulse]:
    pulse = await pulse_to_edit(ctx.work, needed_id(item_id, "item_id"))
    copied = await duplicate_pulse(
        ctx.work,
        as_id(board_id, "board_id"),
        pulse.id,
        creator_id=ctx.work.actor.user_id,
        name=f"{pulse.name[: LONGEST_NAME - len(_COPY)]}{_COPY}",
    )
    await copy_descriptions(ctx.work, copied.pulse_ids)
    if with_updates:
        await copy_updates(ctx.work, {pulse.id: copied.pulse.id})
    return [copied.pulse]


async def change_item_position(
    ctx: Context,
    parents: Sequence[None],
    item_id: str,
    group_id: str | None = None,
    group_top: bool | None = None,
    position_relative_method: str | None = None,
    relative_to: str | None = None,
) -> list[Pulse]:
    pulse = await pulse_to_edit(ctx.work, as_id(item_id, "item_id"))
    if relative_to is not None:
        neighbour_id = as_id(relative_to, "relative_to")
        is_after = position_relative_method != "before_at"
        return [await place_beside(ctx.work, pulse.id, neighbour_id, is_after=is_after)]
    if group_id is None and group_top is None:
        raise Invalid("Say where: relative_to, or group_id, or group_top.")
    group = group_id or pulse.group_id
    if group_top is False:
        return [await place_beside(ctx.work, pulse.id, None, group_id=group, is_after=True)]
    return [await place_beside(ctx.work, pulse.id, None, group_id=group, is_after=False)]


async def bulk_delete_items(
    ctx: Context, parents: Sequence[None], board_id: str, item_ids: list[str]
) -> list[dict[str, Any]]:
    return [await _each(ctx, board_id, item_ids, delete_pulse)]


async def bulk_archive_items(
    ctx: Context, parents: Sequence[None], board_id: str, item_ids: list[str]
) -> list[dict[str, Any]]:
    return [await _each(ctx, board_id, item_ids, archive_pulse)]


async def _each(ctx: Context, board_id: str, item_ids: list[str], act: Any) -> dict[str, Any]:
    """All of them or none."""
    if len(item_ids) > MOST_AT_ONCE:
        raise Invalid(f"item_ids has {len(item_ids):,} entries; {MOST_AT_ONCE} is the most.")
    board = await board_to_read(ctx.work, as_id(board_id, "board_id"))
    for one in dict.fromkeys(item_ids):
        pulse = await act(ctx.work, as_id(one, "item_ids"))
        if pulse.board_id != board.id:
            raise NotFound(f"There is no pulse {pulse.id} on board {board.id}.", pulse_id=pulse.id)
    return {"job_id": undo_record(await ctx.work.change_id())}


def decoded(given: Any, name: str) -> Any:
    """A JSON argument: a text that holds JSON, or what it is already. Raises NotJson."""
    if not isinstance(given, str):
        return given
    if not given.strip():
        return None
    try:
        return msgspec.json.decode(given)
    except (msgspec.DecodeError, RecursionError):
        raise NotJson(f"{name} is no JSON: {given[:80]}") from None


def values_of(given: Any) -> dict[str, Any]:
    values = decoded(given, "column_values")
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise NotJson('column_values is an object of JSON: {"column_id": value}.')
    return {
        column_id: Simple(str(value)) if _is_number(value) else value
        for column_id, value in values.items()
    }


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


RESOLVERS: Resolvers = {
    ("Mutation", "create_item"): create_item,
    ("Mutation", "create_subitem"): create_subitem,
    ("Mutation", "change_column_value"): change_column_value,
    ("Mutation", "change_simple_column_value"): change_simple_column_value,
    ("Mutation", "change_multiple_column_values"): change_multiple_column_values,
    ("Mutation", "move_item_to_group"): move_item_to_group,
    ("Mutation", "move_item_to_board"): move_item_to_board,
    ("Mutation", "archive_item"): archive_item,
    ("Mutation", "delete_item"): delete_item,
    ("Mutation", "duplicate_item"): duplicate_item,
    ("Mutation", "change_item_position"): change_item_position,
    ("Mutation", "bulk_delete_items"): bulk_delete_items,
    ("Mutation", "bulk_archive_items"): bulk_archive_items,
}
