"""What a request asks for: its document, variables and operation, in each of the forms that clients send."""

from typing import Any

import msgspec
from starlette.types import Receive

from lundi.core.errors import Invalid
from lundi.domains.column_types.inputs import check_storable
from lundi.entrypoints.graphql_v2.multipart import json_object, put_files, read_parts
from lundi.entrypoints.graphql_v2.versions import Version
from lundi.entrypoints.shared.body import Tree, is_json, parse_body, read_body
from lundi.entrypoints.shared.headers import Headers
from lundi.entrypoints.shared.uploads import Upload, read_form


class Asked(msgspec.Struct, frozen=True):
    """`uploads`: the files that came with it, each of which is among the variables too."""

    query: str
    variables: dict[str, Any] = {}
    operation_name: str | None = None
    uploads: tuple[Upload, ...] = ()

    def close(self) -> None:
        for upload in self.uploads:
            upload.file.close()


def is_form(headers: Headers) -> bool:
    """It may bring files: it is read only once it is known who asks."""
    return headers.get("content-type", "").strip().lower().startswith("multipart/form-data")


async def read_request(receive: Receive, headers: Headers, version: Version) -> Asked:
    """Raises Invalid, TooLarge or UnknownBody."""
    body, kind = await read_body(receive), headers.get("content-type", "")
    tree = await parse_body(body, kind)
    return _asked(tree, texts_too=not is_json(body, kind) or not version.has("variables_as_object"))


async def read_form_request(
    receive: Receive, headers: Headers, *, largest: int, needs_file: bool
) -> Asked:
    """Of one that `is_form`. `largest`: of a file. Raises Invalid, TooLarge, and NoFile where it `needs_file`."""
    parts = await read_form(receive, headers["content-type"], largest)
    uploads = tuple(part for _, part in parts if isinstance(part, Upload))
    try:
        tree, placed = read_parts(parts, needs_file=needs_file)
        asked = msgspec.structs.replace(_asked(tree), uploads=uploads)
        put_files(asked.variables, placed)
    except BaseException:
        Asked("", uploads=uploads).close()
        raise
    return asked


def _asked(tree: Tree, *, texts_too: bool = True) -> Asked:
    """`texts_too`: variables may be a text that holds JSON."""
    query, name = tree.get("query"), tree.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise Invalid("The request has no query.")
    if name is not None and not isinstance(name, str):
        raise Invalid("operationName is a text.")
    return Asked(query, _variables(tree.get("variables"), texts_too), name or None)


def _variables(given: Any, texts_too: bool) -> dict[str, Any]:
    if given is None or given == "":
        return {}
    if isinstance(given, str) and texts_too:
        given = json_object(given, "variables")
    if not isinstance(given, dict):
        raise Invalid("variables is an object.")
    check_storable(given)
    return given
