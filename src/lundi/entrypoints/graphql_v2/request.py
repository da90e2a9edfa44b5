"""What a request asks for: its document, variables and operation, in each of the forms that clients send."""

from typing import Any

import msgspec
from starlette.types import Receive, Scope

from lundi.core.errors import Invalid
from lundi.domains.column_types.inputs import check_storable
from lundi.entrypoints.graphql_v2.versions import Version
from lundi.entrypoints.shared.body import Tree, parse_body, parse_query, read_body
from lundi.entrypoints.shared.headers import Headers


class Asked(msgspec.Struct, frozen=True):
    query: str
    variables: dict[str, Any] = {}
    operation_name: str | None = None


async def read_request(scope: Scope, receive: Receive, headers: Headers, version: Version) -> Asked:
    """Raises Invalid, TooLarge or UnknownBody."""
    tree = await parse_body(await read_body(receive), headers.get("content-type", ""))
    if not tree and scope["method"] == "GET":
        tree = parse_query(scope["query_string"])
    return _asked(tree, version)


def _asked(tree: Tree, version: Version) -> Asked:
    query, name = tree.get("query"), tree.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise Invalid("The request has no query.")
    if name is not None and not isinstance(name, str):
        raise Invalid("operationName is a text.")
    return Asked(query, _variables(tree.get("variables"), version), name or None)


def _variables(given: Any, version: Version) -> dict[str, Any]:
    if given is None or given == "":
        return {}
    if isinstance(given, str) and not version.has("variables_as_object"):
        try:
            given = msgspec.json.decode(given)
        except msgspec.DecodeError as error:
            raise Invalid(f"variables is not JSON: {error}.") from None
    if not isinstance(given, dict):
        raise Invalid("variables is an object.")
    check_storable(given)
    return given
