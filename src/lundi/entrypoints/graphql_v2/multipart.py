"""Requests that bring files, in each of the forms that clients write them: docs/api-v2.md shows them."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import msgspec

from lundi.core.errors import Invalid, Refusal
from lundi.entrypoints.shared.body import Tree, tree_of
from lundi.entrypoints.shared.uploads import Upload

Parts: TypeAlias = Sequence[tuple[str, str | Upload]]
_DEEPEST = 5


class NoFile(Refusal):
    """A form where a file belongs, and none that has come with it."""


def read_parts(parts: Parts, *, needs_file: bool) -> tuple[Tree, list[tuple[str, Upload]]]:
    """The body of a request without its files, and the files each with its place: `variables.file`.

    A file's place is what `map` says of its part's name, `{"0": ["variables.file"]}` or `{"0": "variables.file"}`, or that name
    itself: `variables[file]`, or `file`. Beside it is `query`, with or without `variables`; or both are in `operations`.
    Raises Invalid, and NoFile where `needs_file` and there is none.
    """
    files = [(name, part) for name, part in parts if isinstance(part, Upload)]
    given = {name: part for name, part in parts if isinstance(part, str)}
    if needs_file and not files:
        raise NoFile("The form has no file: send it as a part with a filename.")
    inside = json_object(given.pop("operations", None), "operations")
    places = json_object(given.pop("map", None), "map")
    variables = given.pop("variables", None)
    tree = {**inside, **tree_of(list(given.items()))}
    if variables is not None:
        tree["variables"] = {
            **json_object(variables, "variables"),
            **_object(tree.get("variables")),
        }
    return tree, [(path, file) for name, file in files for path in _paths(name, places)]


def put_files(variables: dict[str, Any], placed: list[tuple[str, Upload]]) -> None:
    for path, upload in placed:
        _put(variables, path, upload)


def _paths(name: str, places: dict[str, Any]) -> list[str]:
    if name in places:
        paths = places[name]
        return [paths] if isinstance(paths, str) else list(_texts(paths))
    steps = name.replace("]", "").replace("[", ".")
    return [steps if steps.startswith("variables.") else f"variables.{steps}"]


def _texts(paths: Any) -> list[str]:
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise Invalid("map names for each file its place, as variables.file.")
    return paths


def json_object(text: str | None, what: str) -> dict[str, Any]:
    """Of a text that holds one, or nothing. Raises Invalid."""
    if not text:
        return {}
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Invalid(f"{what} is not JSON: {error}.") from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Invalid(f"{what} is an object.")
    return found


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _put(variables: dict[str, Any], path: str, upload: Upload) -> None:
    """`variables.file`, or `variables.files.0`."""
    root, *steps = path.split(".")
    if root != "variables" or not 1 <= len(steps) <= _DEEPEST:
        raise Invalid("map names for each file its place, as variables.file.")
    place: Any = variables
    for step in steps[:-1]:
        place = _inside(place, step)
    if isinstance(place, list):
        place[_index(place, steps[-1])] = upload
    else:
        place[steps[-1]] = upload


def _inside(place: Any, step: str) -> Any:
    inner = place[_index(place, step)] if isinstance(place, list) else place.get(step)
    if not isinstance(inner, dict | list):
        raise Invalid(f"map names a place in '{step[:40]}', where there is none.")
    return inner


def _index(place: list[Any], step: str) -> int:
    if not (step.isascii() and step.isdigit() and len(step) < 10 and int(step) < len(place)):
        raise Invalid(f"map names a place '{step[:40]}' of a list, where there is none.")
    return int(step)
