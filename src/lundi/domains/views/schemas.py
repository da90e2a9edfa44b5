"""Views as the product knows them. Times in microseconds."""

from typing import Any

import msgspec

from lundi.domains.pulses.querying.description import Query, read_query

TABLE = "TABLE"
KINDS = (TABLE, "FORM", "DASHBOARD", "APP")


class View(msgspec.Struct, frozen=True):
    """A way to look at a board. `filter` and `sort`: None where it has none."""

    id: int
    board_id: int
    kind: str
    name: str
    filter: dict[str, Any] | None
    sort: list[dict[str, Any]] | None
    tags: list[str]
    settings: dict[str, Any]
    filter_user_id: int | None
    filter_team_id: int | None
    created_at: int
    updated_at: int

    @property
    def query(self) -> Query:
        """Which pulses it shows, in which order."""
        return read_query(described(self.filter, self.sort))


class Grouping(msgspec.Struct, frozen=True):
    """Pulses stand together that have the same in a column; `hides_empty`: without labels that no pulse has."""

    column_id: str
    is_descending: bool
    hides_empty: bool


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a view is to have: of a new one None is nothing, of another None leaves it as it is.

    A filter by the user or the team 0 is by none.
    """

    name: str | None = None
    filter: dict[str, Any] | None = None
    sort: list[dict[str, Any]] | None = None
    tags: list[str] | None = None
    settings: dict[str, Any] | None = None
    filter_user_id: int | None = None
    filter_team_id: int | None = None


def described(filter_: dict[str, Any] | None, sort: list[dict[str, Any]] | None) -> dict[str, Any]:
    """As a query of items is written."""
    return {**(filter_ or {}), "order_by": sort}
