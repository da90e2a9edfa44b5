"""What came of a mutation's field, as it is kept for who sends the mutation again."""

from typing import Any

import msgspec
from graphql import GraphQLError

from lundi.entrypoints.graphql_v2.errors import Told
from lundi.entrypoints.graphql_v2.executor import NULLED
from lundi.entrypoints.graphql_v2.selections import Nodes


class _Error(msgspec.Struct, frozen=True):
    told: Told
    path: list[str | int]
    positions: list[int]


class _Outcome(msgspec.Struct, frozen=True):
    """`nulled`: all of `data` has to be null."""

    value: Any
    nulled: bool
    errors: list[_Error]


def packed(value: Any, errors: list[GraphQLError]) -> bytes:
    """The field was done; errors may be of what lies within it."""
    nulled = value is NULLED
    kept = [
        _Error((one.extensions or {})["told"], list(one.path or ()), list(one.positions or ()))
        for one in errors
    ]
    return msgspec.json.encode(_Outcome(None if nulled else value, nulled, kept))


def unpacked(outcome: bytes, nodes: Nodes) -> tuple[Any, list[GraphQLError]]:
    """`nodes`: of the same field in the same document."""
    kept = msgspec.json.decode(outcome, type=_Outcome)
    source = nodes[0].loc.source if nodes[0].loc else None
    errors = [
        GraphQLError(
            one.told.message,
            source=source,
            positions=one.positions,
            path=one.path,
            extensions={"told": one.told},
        )
        for one in kept.errors
    ]
    return NULLED if kept.nulled else kept.value, errors
