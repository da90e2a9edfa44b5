"""`column_values` of items: each a cell, that is, what an item has in a column."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from lundi.domains.accounts.queries import users_by_id
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Column
from lundi.domains.column_types.column_type import Around, ColumnType, Person
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.files.queries import assets_by_id
from lundi.domains.pulses.queries import value_changes, visible_pulses
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.tags.queries import tags_by_id
from lundi.domains.tags.schemas import Tag
from lundi.domains.teams.queries import teams_by_id
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.lookups import users_of
from lundi.entrypoints.shared.links import protected

_HIDDEN = ("name", "last_post")
_encode = msgspec.json.Encoder().encode


class Cell(msgspec.Struct, dict=True):
    """Where an item and a column meet, with what it takes to show that."""

    pulse: Pulse
    column: Column
    kind: ColumnType
    stored: Any
    around: Around

    @property
    def fields(self) -> dict[str, Any]:
        """Those of its own type in the schema."""
        found: dict[str, Any] | None = self.__dict__.get("fields_")
        if found is None:
            found = self.__dict__["fields_"] = self.kind.fields(self.stored, self.around)
        return found


class _Shown(msgspec.Struct, frozen=True):
    """A column of which values are shown."""

    column: Column
    kind: ColumnType
    around: Around


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
    values = [pulse.values for pulse in pulses]
    shown = await _shown(ctx, pulses, values, chosen)
    return [
        _cells(pulse, own, shown[pulse.board_id]) for pulse, own in zip(pulses, values, strict=True)
    ]


def _is_chosen(column: Column, ids: list[str] | None, types: list[str] | None) -> bool:
    if column.type in _HIDDEN or (ids and column.id not in ids):
        return False
    return not types or COLUMN_TYPES[column.type].in_v2 in types


def _cells(pulse: Pulse, values: dict[str, Any], shown: list[_Shown]) -> list[Cell]:
    cells = []
    for one in shown:
        around = one.around
        if one.kind.from_facts:
            around = msgspec.structs.replace(around, facts=pulse.facts)
        cells.append(Cell(pulse, one.column, one.kind, values.get(one.column.id), around))
    return cells


async def _shown(
    ctx: Context,
    pulses: Sequence[Pulse],
    values: Sequence[dict[str, Any]],
    chosen: dict[int, list[Column]],
) -> dict[int, list[_Shown]]:
    users: set[int] = set()
    teams: set[int] = set()
    tags: set[int] = set()
    files: set[int] = set()
    for pulse, own in zip(pulses, values, strict=True):
        for column in chosen[pulse.board_id]:
            stored = own.get(column.id)
            if stored is not None:
                kind = COLUMN_TYPES[column.type]
                users.update(kind.people(stored))
                teams.update(kind.teams(stored))
                tags.update(kind.tags(stored))
                files.update(kind.assets(stored))
    people = {
        user_id: Person(user.name, user_id, _photo(ctx, user_id), user.is_guest)
        for user_id, user in (await ctx.look_up("users", users, users_by_id)).items()
        if user is not None
    }
    named = {
        team_id: team.name
        for team_id, team in (await ctx.look_up("teams", teams, teams_by_id)).items()
        if team is not None
    }
    carried = {
        tag_id: tag.name
        for tag_id, tag in (await ctx.look_up("tags", tags, tags_by_id)).items()
        if tag is not None
    }
    addresses = {
        asset_id: protected(ctx.work.site, ctx.work.account_id, asset)
        for asset_id, asset in (await ctx.look_up("assets", files, assets_by_id)).items()
        if asset is not None
    }
    return {
        board_id: [
            _Shown(
                column,
                COLUMN_TYPES[column.type],
                Around(
                    settings=column.settings,
                    users=people,
                    teams=named,
                    tags=carried,
                    assets=addresses,
                ),
            )
            for column in columns
        ]
        for board_id, columns in chosen.items()
    }


def _photo(ctx: Context, user_id: int) -> str:
    return f"{ctx.work.site}/photos/{user_id}.png"


def _text(ctx: Context, cell: Cell) -> str | None:
    return cell.kind.text(cell.stored, cell.around)


def _value(ctx: Context, cell: Cell) -> str | None:
    value = cell.kind.value(cell.stored, cell.around)
    return None if value is None else _encode(value).decode()


def _field(name: str) -> Callable[[Context, Cell], Any]:
    return lambda ctx, cell: cell.fields[name]


_COMMON: dict[str, Callable[[Context, Cell], Any]] = {
    "id": lambda ctx, cell: cell.column.id,
    "type": lambda ctx, cell: cell.kind.in_v2,
    "text": _text,
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


LOOKUPS: Lookups = _lookups(COLUMN_TYPES.values())


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
    return [list(found) for found in await _linked(ctx, parents)]


async def linked_names(ctx: Context, parents: Sequence[Cell]) -> list[str]:
    return [", ".join(pulse.name for pulse in found) for found in await _linked(ctx, parents)]


async def _linked(ctx: Context, parents: Sequence[Cell]) -> list[list[Pulse]]:
    ids = [one for cell in parents for one in cell.fields["linked_item_ids"]]
    found = await ctx.look_up("items", ids, visible_pulses)
    return [
        [pulse for one in cell.fields["linked_item_ids"] if (pulse := found[one])]
        for cell in parents
    ]


async def changed_at(ctx: Context, parents: Sequence[Cell]) -> list[int | None]:
    """When the value was last set."""
    found = await ctx.look_up("changes", {cell.pulse.id for cell in parents}, value_changes)
    return [(found[cell.pulse.id] or {}).get(cell.column.id) for cell in parents]


_LINKING = ("BoardRelationValue", "DependencyValue")
RESOLVERS: Resolvers = {
    ("Item", "column_values"): column_values,
    ("TagsValue", "tags"): tags_of_cells,
    ("VoteValue", "voters"): voters,
    ("CreationLogValue", "creator"): creators,
    ("LastUpdatedValue", "updater"): updaters,
    **{(name, "linked_items"): linked_items for name in _LINKING},
    **{(name, "display_value"): linked_names for name in _LINKING},
    **{
        (kind.v2_type, "updated_at"): changed_at
        for kind in COLUMN_TYPES.values()
        if "updated_at" not in kind.fields(None, Around())
    },
}
