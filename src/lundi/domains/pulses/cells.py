"""Cells as they are read: each a pulse and a column, with what it takes to show what the one has in the other."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from lundi.core.known import Known
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.boards.schemas import Column
from lundi.domains.column_types import last_updated
from lundi.domains.column_types.column_type import Around, ColumnType, Person
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses.queries import updaters_of
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.tags.queries import tags_by_id
from lundi.domains.teams.queries import teams_by_id


class ReadCell(msgspec.Struct, dict=True):
    pulse: Pulse
    column: Column
    kind: ColumnType
    stored: Any
    around: Around

    @property
    def fields(self) -> dict[str, Any]:
        """Those of its own type in API v2."""
        found: dict[str, Any] | None = self.__dict__.get("fields_")
        if found is None:
            found = self.__dict__["fields_"] = self.kind.fields(self.stored, self.around)
        return found

    @property
    def text(self) -> str | None:
        return self.kind.text(self.stored, self.around)


class _Shown(msgspec.Struct, frozen=True):
    column: Column
    kind: ColumnType
    around: Around


async def read_cells(
    known: Known, pulses: Sequence[Pulse], chosen: Mapping[int, Sequence[Column]]
) -> list[list[ReadCell]]:
    """`chosen`: by board, the columns to read. Five statements at most, for any number of pulses."""
    values = [pulse.values for pulse in pulses]
    shown = await _shown(known, pulses, values, chosen)
    by = await _updaters(known, pulses, chosen)
    return [
        _cells(pulse, own, shown[pulse.board_id], by.get(pulse.id))
        for pulse, own in zip(pulses, values, strict=True)
    ]


async def _updaters(
    known: Known, pulses: Sequence[Pulse], chosen: Mapping[int, Sequence[Column]]
) -> dict[int, int | None]:
    """Where a column shows who changed its pulse last."""
    told = {
        board_id
        for board_id, columns in chosen.items()
        if any(column.type == last_updated.TYPE.name for column in columns)
    }
    ids = (pulse.id for pulse in pulses if pulse.board_id in told)
    return await known.look_up("updaters", ids, updaters_of)


def _cells(
    pulse: Pulse, values: dict[str, Any], shown: list[_Shown], updated_by: int | None
) -> list[ReadCell]:
    cells = []
    for one in shown:
        around = one.around
        if one.kind.from_facts:
            facts = msgspec.structs.replace(pulse.facts, updated_by=updated_by)
            around = msgspec.structs.replace(around, facts=facts)
        cells.append(ReadCell(pulse, one.column, one.kind, values.get(one.column.id), around))
    return cells


async def _shown(
    known: Known,
    pulses: Sequence[Pulse],
    values: Sequence[dict[str, Any]],
    chosen: Mapping[int, Sequence[Column]],
) -> dict[int, list[_Shown]]:
    users: set[int] = set()
    teams: set[int] = set()
    tags: set[int] = set()
    files: set[int] = set()
    naming = {
        board_id: [
            (column.id, kind)
            for column in columns
            if (kind := COLUMN_TYPES[column.type]).names_others
        ]
        for board_id, columns in chosen.items()
    }
    for pulse, own in zip(pulses, values, strict=True):
        for column_id, kind in naming[pulse.board_id]:
            stored = own.get(column_id)
            if stored is not None:
                users.update(kind.people(stored))
                teams.update(kind.teams(stored))
                tags.update(kind.tags(stored))
                files.update(kind.assets(stored))
    site = known.work.site
    people = {
        user_id: Person(user.name, user_id, f"{site}/photos/{user_id}.png", user.is_guest)
        for user_id, user in (await known.look_up("users", users, users_by_id)).items()
        if user is not None
    }
    named = {
        team_id: team.name
        for team_id, team in (await known.look_up("teams", teams, teams_by_id)).items()
        if team is not None
    }
    carried = {
        tag_id: tag.name
        for tag_id, tag in (await known.look_up("tags", tags, tags_by_id)).items()
        if tag is not None
    }
    found = await known.look_up("addresses of assets", files, known.addresses)
    addresses = {asset_id: address for asset_id, address in found.items() if address is not None}
    beside = Around(users=people, teams=named, tags=carried, assets=addresses, now=known.work.now)
    return {
        board_id: [
            _Shown(
                column,
                COLUMN_TYPES[column.type],
                msgspec.structs.replace(beside, settings=column.settings),
            )
            for column in columns
        ]
        for board_id, columns in chosen.items()
    }
