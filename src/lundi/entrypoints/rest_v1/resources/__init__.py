"""One file a resource; importing them all fills the list of actions, in the order of the documentation."""

from lundi.entrypoints.rest_v1.operation import OPERATIONS
from lundi.entrypoints.rest_v1.resources import (
    board_pulses,
    boards,
    columns,
    groups,
    notes,
    pulses,
    tags,
    updates,
    users,
    values,
)

__all__ = [
    "OPERATIONS",
    "board_pulses",
    "boards",
    "columns",
    "groups",
    "notes",
    "pulses",
    "tags",
    "updates",
    "users",
    "values",
]
