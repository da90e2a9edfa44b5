"""The versions of API v2, and what differs between them."""

import msgspec

from lundi.core.errors import Invalid

NEWEST = "2026-07"
DEV = "dev"

SINCE = {
    # Errors are objects in `errors`; up to the version before 2025-01 the keys of old stand beside them.
    "errors_as_objects": "2024-10",
    "errors_only_as_objects": "2025-01",
    # `value` and `text` of columns that link to other items are null.
    "links_without_value": "2025-04",
    # `variables` may not be a text that holds JSON.
    "variables_as_object": "2025-04",
    # When updates were written is told in milliseconds.
    "updates_in_milliseconds": "2025-10",
    # The request's id instead of the account's stands beside `data`.
    "request_id": "2025-07",
    # `users` gives 200, not 50, unless told otherwise.
    "more_users": "2026-07",
}
FIELDS_SINCE = {"is_leaf": "2026-07", "set_item_description_content": "2026-04"}
"""Fields that are not there before: of every type that has one of that name."""

_LISTS_OF_ITEMS = (
    ("Query", "items_by_column_values"),
    ("Query", "items_by_multiple_column_values"),
    ("Board", "items"),
    ("Board", "pos"),
    ("Group", "items"),
)
FIELDS_UNTIL = {
    **{("Notification", field): "2026-04" for field in ("user_id", "target_id", "target_type")},
    **dict.fromkeys(_LISTS_OF_ITEMS, "2024-10"),
}
"""Fields that are not there after: clients of those days ask for them."""

_KINDS = {
    "2026-07": "current",
    "2026-04": "maintenance",
    "2026-01": "previous_maintenance",
    "2025-10": "old__maintenance",
    "2025-07": "old_previous_maintenance",
}
_DEPRECATED = "deprecated"


class UnknownVersion(Invalid):
    """The API-Version header names none."""


class Version(msgspec.Struct, frozen=True):
    value: str
    kind: str

    def has(self, change: str) -> bool:
        """`change`: one of SINCE."""
        return self._is_since(SINCE[change])

    def has_field(self, name: str) -> bool:
        return self._is_since(FIELDS_SINCE.get(name, ""))

    def has_old_field(self, type_name: str, name: str) -> bool:
        """One of FIELDS_UNTIL."""
        return self.value <= FIELDS_UNTIL[type_name, name]

    @property
    def display_name(self) -> str:
        return "Dev" if self.value == DEV else f"{self.value} ({self.kind.replace('_', ' ')})"

    def _is_since(self, first: str) -> bool:
        return self.value == DEV or self.value >= first


def _all() -> dict[str, Version]:
    quarters = [
        f"{year}-{month}" for year in range(2023, 2027) for month in ("01", "04", "07", "10")
    ]
    values = [value for value in quarters if "2023-10" <= value <= NEWEST]
    found = {value: Version(value, _KINDS.get(value, _DEPRECATED)) for value in values}
    return {**found, DEV: Version(DEV, DEV)}


VERSIONS = _all()
"""By value, the oldest first; `dev` last."""


def version_named(name: str | None) -> Version:
    """The newest where none is named."""
    if not name:
        return VERSIONS[NEWEST]
    version = VERSIONS.get(name.strip().lower())
    if version is None:
        raise UnknownVersion(
            f"There is no version '{name[:40]}' of the API: it is one of {', '.join(VERSIONS)}."
        )
    return version


def name_of_version(name: str | None) -> str:
    """What to count a request under, that of a version that isn't there too."""
    try:
        return version_named(name).value
    except UnknownVersion:
        return "unknown"
