"""Whether a thing is still as a change has left it."""

from typing import Any

from lundi.core.errors import Conflict
from lundi.domains.history.schemas import Recorded


def check_stands(is_as_left: bool, what: str) -> None:
    """`what` ends the sentence: "pulse 7 was renamed since"."""
    if not is_as_left:
        raise Conflict(f"This can't be taken back any more: {what}.")


def former(one: Recorded, name: str) -> Any:
    """Of what was before. Conflict where that wasn't kept."""
    if one.before is None or name not in one.before:
        raise Conflict("This can't be taken back: what was before wasn't kept.")
    return one.before[name]


def left(one: Recorded, kind: str, name: str, otherwise: Any) -> Any:
    """What the last event of that kind along with it has left."""
    found = [other.data[name] for other in one.along if other.kind == kind]
    return found[-1] if found else otherwise
