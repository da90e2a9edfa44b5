"""Which tables a backup takes, and the shape in which it writes their rows: the same for both engines."""

from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.schema import Json, Sealed, json_text, metadata, parameter

LEFT_BEHIND = {
    "sessions": "everybody signs in again",
    "resets": "links to a new password are asked for again",
    "api_usage": "calls of the API are counted anew",
    "api_clients": "which clients ask is counted anew",
    "page_snapshots": "lists that somebody was reading page by page are read from the start",
    "loose_blobs": "uploads that no cell and no update has are not kept",
    "mails": "invitations that are still on their way are sent again by an admin",
    "installation": "which key seals, and what is swept when, is the server's own",
}

# The first that fits; a text of JSON is a text outside of the database.
_KINDS: tuple[tuple[type[Any], str], ...] = (
    (Sealed, "secret"),
    (sa.LargeBinary, "bytes"),
    (sa.Boolean, "truth"),
    (Json, "json"),
    (sa.Integer, "number"),
    (sa.Text, "text"),
)
_IN_DATABASE = {kind: type_ for type_, kind in reversed(_KINDS)} | {"number": sa.BigInteger}
_IN_FILE: dict[str, Any] = {
    "secret": str,
    "bytes": bytes,
    "truth": bool,
    "json": str,
    "number": int,
    "text": str,
}


class Shape(msgspec.Struct, frozen=True):
    """`columns`: name -> kind. `later`: those that point at other rows of the same table, which may come after."""

    columns: dict[str, str]
    key: list[str]
    later: list[str]

    @property
    def secrets(self) -> list[int]:
        """The places of what is sealed in the database."""
        return [at for at, kind in enumerate(self.columns.values()) if kind == "secret"]


def taken_tables() -> list[sa.Table]:
    """Each after those that it points at."""
    return [table for table in metadata.sorted_tables if table.name not in LEFT_BEHIND]


def shape_of(table: sa.Table) -> Shape:
    key = [str(column.name) for column in table.primary_key]
    later = {
        str(pointing.parent.name)
        for constraint in table.foreign_key_constraints
        if constraint.referred_table is table
        for pointing in constraint.elements
        if pointing.parent.name not in key
    }
    columns = {str(column.name): _kind_of(column) for column in table.columns}
    return Shape(columns, key, sorted(later))


def has_ids(table: sa.Table) -> bool:
    """That are given once on a server, whatever the account."""
    return "id" in table.c and isinstance(table.c.id.type, sa.Integer)


def rows_of(table: sa.Table) -> sa.Select[Any]:
    """Of the account that asks, in the order of its shape."""
    columns = (json_text(one) if isinstance(one.type, Json) else one for one in table.columns)
    return sa.select(*columns).where(table.c.account_id == parameter("account_id"))


def count_of(table: sa.Table) -> sa.Select[Any]:
    return sa.select(sa.func.count()).where(table.c.account_id == parameter("account_id"))


def row_in_file(shape: Shape) -> Any:
    """The type of a row, for who decodes it."""
    return tuple[tuple(_IN_FILE[kind] | None for kind in shape.columns.values())]  # type: ignore[misc]


def insert_into(name: str, shape: Shape) -> sa.Insert:
    """Takes the values in the order of the shape, which may be that of an older schema."""
    table = _table(name, shape)
    return sa.insert(table).values({one.name: parameter(one.name, one.type) for one in table.c})


def set_later(name: str, shape: Shape) -> sa.Update:
    """Takes the values of `later`, then of the key."""
    table = _table(name, shape)
    found = (table.c[one] == parameter(one, table.c[one].type) for one in shape.key)
    values = {one: parameter(one, table.c[one].type) for one in shape.later}
    return sa.update(table).where(*found).values(values)


def _table(name: str, shape: Shape) -> sa.Table:
    columns = (sa.Column(one, _IN_DATABASE[kind]) for one, kind in shape.columns.items())
    return sa.Table(name, sa.MetaData(), *columns)


def _kind_of(column: sa.Column[Any]) -> str:
    return next(kind for type_, kind in _KINDS if isinstance(column.type, type_))
