"""`column_values` of items: each a cell, that is, what an item has in a column."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from lundi.core.errors import Invalid, Refusal
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.access import no_column
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board, Column
from lundi.domains.column_types.column_type import Around, ColumnType
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses.cells import ReadCell as Cell
from lundi.domains.pulses.cells import read_cells
from lundi.domains.pulses.computing import (
    Mirrored,
    displays,
    linked_pulses,
    mirrored,
    pulses_linked_in,
    subitems_of_pulses,
)
from lundi.domains.pulses.queries import value_changes
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.tags.queries import tags_by_id
from lundi.domains.tags.schemas import Tag
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Failure, Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id
from lundi.entrypoints.graphql_v2.resolvers.lookups import boards_of, users_of

_HIDDEN = ("name", "last_post")
_encode = msgspec.json.Encoder().encode


async def column_values(
    ctx: Context,
    pulses: Sequence[Pulse],
    ids: list[str] | None = None,
    types: list[str] | None = None,
    capabilities: list[str | None] | None = None,
) -> list[list[Cell]]:
    board_ids = {pulse.board_id for pulse in pulses}
    columns = await ctx.look_up("columns", board_ids, columns_of_boards)
    chosen = {
        board_id: [c for c in columns[board_id] or () if _is_chosen(c, ids, types)]
        for board_id in board_ids
    }
    return await read_cells(ctx, pulses, chosen)


def _is_chosen(column: Column, ids: list[str] | None, types: list[str] | None) -> bool:
    if column.type in _HIDDEN or (ids and column.id not in ids):
        return False
    return not types or COLUMN_TYPES[column.type].in_v2 in types


def _value(ctx: Context, cell: Cell) -> str | None:
    value = cell.kind.value(cell.stored, cell.around)
    return None if value is None else _encode(value).decode()


def _field(name: str) -> Callable[[Context, Cell], Any]:
    return lambda ctx, cell: cell.fields[name]


_COMMON: dict[str, Callable[[Context, Cell], Any]] = {
    "id": lambda ctx, cell: cell.column.id,
    "type": lambda ctx, cell: cell.kind.in_v2,
    "text": lambda ctx, cell: cell.kind.text(cell.stored, cell.around),
    "value": _value,
    "column": lambda ctx, cell: cell.column,
    "is_leaf": lambda ctx, cell: True,
}


def _lookups(kinds: Iterable[ColumnType]) -> Lookups:
    found = {}
    for kind in kinds:
        for name, lookup in _COMMON.items():
            found[kind.v2_type, name] = lookup
        for name in kind.fields(None, Around()):
            found.setdefault((kind.v2_type, name), _field(name))
    return found


LOOKUPS: Lookups = {
    **_lookups(COLUMN_TYPES.values()),
    ("MirroredItem", "linked_board_id"): lambda ctx, one: one.pulse.board_id,
    ("MirroredItem", "linked_item"): lambda ctx, one: one.pulse,
    ("MirroredItem", "mirrored_value"): lambda ctx, one: one.cell,
}


async def tags_of_cells(ctx: Context, parents: Sequence[Cell]) -> list[list[Tag]]:
    ids = [tag_id for cell in parents for tag_id in cell.fields["tag_ids"]]
    found = await ctx.look_up("tags", ids, tags_by_id)
    return [[t for one in cell.fields["tag_ids"] if (t := found[one])] for cell in parents]


async def voters(ctx: Context, parents: Sequence[Cell]) -> list[list[User]]:
    ids = [user_id for cell in parents for user_id in cell.fields["voter_ids"]]
    found = await ctx.look_up("users", ids, users_by_id)
    return [[u for one in cell.fields["voter_ids"] if (u := found[one])] for cell in parents]


async def creators(ctx: Context, parents: Sequence[Cell]) -> list[User | None]:
    return await users_of(ctx, [cell.pulse.creator_id for cell in parents])


async def updaters(ctx: Context, parents: Sequence[Cell]) -> list[User | None]:
    return await users_of(ctx, [cell.fields["updater_id"] for cell in parents])


async def linked_items(ctx: Context, parents: Sequence[Cell]) -> list[list[Pulse]]:
    return await linked_pulses(ctx, parents)


async def linked_in_column(
    ctx: Context, parents: Sequence[Pulse], link_to_item_column_id: str, linked_board_id: str
) -> list[list[Pulse] | Failure]:
    board_id = as_id(linked_board_id, "linked_board_id")
    own = {pulse.board_id for pulse in parents}
    columns = await ctx.look_up("columns", own, columns_of_boards)
    errors = {one: _no_link(one, columns[one] or (), link_to_item_column_id) for one in own}
    linked = await pulses_linked_in(ctx, parents, link_to_item_column_id)
    return [
        Failure(error)
        if (error := errors[pulse.board_id])
        else [one for one in found if one.board_id == board_id]
        for pulse, found in zip(parents, linked, strict=True)
    ]


def _no_link(board_id: int, columns: Iterable[Column], column_id: str) -> Refusal | None:
    """What stands against following the links of that column."""
    column = next((one for one in columns if one.id == column_id), None)
    if column is None:
        return no_column(board_id, column_id)
    if COLUMN_TYPES[column.type].v2_type not in _LINKING:
        return Invalid(f"Column '{column.title}' doesn't link to items.")
    return None


async def linked_item_ids(ctx: Context, parents: Sequence[Cell]) -> list[list[int]]:
    return [[pulse.id for pulse in own] for own in await linked_pulses(ctx, parents)]


async def display_values(ctx: Context, parents: Sequence[Cell]) -> list[str]:
    return await displays(ctx, parents)


async def texts_of_links(ctx: Context, parents: Sequence[Cell]) -> Sequence[str | None]:
    if ctx.version.has("links_without_value"):
        return [None] * len(parents)
    return await displays(ctx, parents)


async def values_of_links(ctx: Context, parents: Sequence[Cell]) -> list[str | None]:
    if ctx.version.has("links_without_value"):
        return [None] * len(parents)
    linked = [
        [{"linkedPulseId": pulse.id} for pulse in own] for own in await linked_pulses(ctx, parents)
    ]
    return [_encode({"linkedPulseIds": own}).decode() if own else None for own in linked]


async def mirrored_items(ctx: Context, parents: Sequence[Cell]) -> list[list[Mirrored]]:
    return await mirrored(ctx, parents)


async def boards_of_mirrored(ctx: Context, parents: Sequence[Mirrored]) -> list[Board | None]:
    return await boards_of(ctx, [one.pulse.board_id for one in parents])


async def subitems_of_cells(ctx: Context, parents: Sequence[Cell]) -> list[list[Pulse]]:
    return await subitems_of_pulses(ctx, [cell.pulse for cell in parents])


async def subitems_ids(ctx: Context, parents: Sequence[Cell]) -> list[list[int]]:
    return [[pulse.id for pulse in own] for own in await subitems_of_cells(ctx, parents)]


async def changed_at(ctx: Context, parents: Sequence[Cell]) -> list[int | None]:
    """When the value was last set."""
    found = await ctx.look_up("changes", {cell.pulse.id for cell in parents}, value_changes)
    return [(found[cell.pulse.id] or {}).get(cell.column.id) for cell in parents]


_LINKING = ("BoardRelationValue", "DependencyValue")
_COMPUTED = (*_LINKING, "FormulaValue", "MirrorValue", "SubtasksValue")
RESOLVERS: Resolvers = {
    ("Item", "column_values"): column_values,
    ("Item", "linked_items"): linked_in_column,
    ("TagsValue", "tags"): tags_of_cells,
    ("SubtasksValue", "subitems"): subitems_of_cells,
    ("SubtasksValue", "subitems_ids"): subitems_ids,
    ("VoteValue", "voters"): voters,
    ("CreationLogValue", "creator"): creators,
    ("LastUpdatedValue", "updater"): updaters,
    **{(name, "linked_items"): linked_items for name in _LINKING},
    **{(name, "linked_item_ids"): linked_item_ids for name in _LINKING},
    **{(name, "value"): values_of_links for name in _LINKING},
    **{(name, "text"): texts_of_links for name in (*_LINKING, "SubtasksValue")},
    **{(name, "display_value"): display_values for name in _COMPUTED},
    ("MirrorValue", "mirrored_items"): mirrored_items,
    ("MirroredItem", "linked_board"): boards_of_mirrored,
    ("ProgressValue", "text"): display_values,
    **{
        (kind.v2_type, "updated_at"): changed_at
        for kind in COLUMN_TYPES.values()
        if "updated_at" not in kind.fields(None, Around())
    },
}
